"""The network itself: divisions with the areas they cover, partner organisations, programmes."""
