"""What an article as a whole says about its names."""
