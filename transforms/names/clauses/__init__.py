"""A clause in words, and the phrase by which it names a person."""
