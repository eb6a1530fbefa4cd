"""People with the titles that the text gives them."""
