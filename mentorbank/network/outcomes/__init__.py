"""What it led to: outcomes, and the figures that count them."""
