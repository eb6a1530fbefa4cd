"""Where one article may end and the next begin, and what says so."""
