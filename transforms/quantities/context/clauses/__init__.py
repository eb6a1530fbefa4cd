"""A paragraph as classes of words, cut into clauses."""
