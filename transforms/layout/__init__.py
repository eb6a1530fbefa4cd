"""A page's lines to its blocks and articles; `page` is the way in.

In this order: wording, bylines, furniture, lines, kinds, ends, neighbours, headlines, plans (by weights), articles.
"""
