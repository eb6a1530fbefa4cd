"""The tagger that finds names, and what it sees of each character."""
