"""Public pages: the front door and the sign-ups."""
