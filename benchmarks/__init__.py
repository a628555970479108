"""Side-by-side measurements, run by `make bench` and `make bench-engine`."""
