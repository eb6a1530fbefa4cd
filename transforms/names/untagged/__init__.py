"""Names that the tagger does not know but their place tells."""
