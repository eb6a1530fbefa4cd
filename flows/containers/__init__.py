"""Files that hold pages: one module for each kind, told apart by content; registry.py lists them."""
