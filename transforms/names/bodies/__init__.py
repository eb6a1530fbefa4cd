"""Organisations and places: whole names, those that lists know, division codes."""
