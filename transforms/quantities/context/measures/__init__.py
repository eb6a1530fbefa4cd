"""Which words name what a quantity measures."""
