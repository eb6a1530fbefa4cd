"""What a rate is for each of."""
