"""Files of people in and out: the one step that must know everyone."""
