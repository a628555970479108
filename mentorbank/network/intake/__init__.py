"""The way in: registration, interview, screening."""
