"""Ends of articles and owners of headlines found together: the best plan of a page."""
