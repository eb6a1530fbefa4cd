"""Lines that belong to no article, by what they say: heads of pages, folios, the lines of web pages."""
