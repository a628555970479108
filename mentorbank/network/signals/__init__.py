"""What needs a person: raised by any later step, shown on Today."""
