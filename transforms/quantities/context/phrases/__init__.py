"""The noun phrases beside a quantity."""
