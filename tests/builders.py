"""Short ways to a person, a mentee, a mentor, a partnership: what a test needs before its own story begins."""
