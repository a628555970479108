"""What mentor and mentee report about their meetings."""
