"""What speaks for a run of words being a name, and what against it."""
