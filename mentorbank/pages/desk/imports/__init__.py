"""Lists of people on their way in: choose a file, look at what was understood, settle, import."""
