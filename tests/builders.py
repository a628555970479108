"""Short ways to a person, a mentee, a mentor, a partnership: what stands before a test's own story."""
