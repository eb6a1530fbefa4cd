"""A printed page, from glyph pieces to articles; `page` is the way in, `drawing` what is drawn beside the text.

In this order: lines (from glyphs), pieces (headline groups and runs), regions (one article each), articles (and their
tables, captions, turns), surroundings (adverts, credits of the page). `scale` and `labels` serve all of them.
"""
