"""Whose a quantity is."""
