"""What people see: one folder per kind of reader."""
