"""From data to site."""
