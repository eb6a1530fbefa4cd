"""The planned articles with their parts, and what they say of the page."""
