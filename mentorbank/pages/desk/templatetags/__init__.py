"""Template tags of staff pages."""
