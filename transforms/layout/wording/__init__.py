"""What the words of lines and texts tell by themselves: whole or open, one line or two, alike or not."""
