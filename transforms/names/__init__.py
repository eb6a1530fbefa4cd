"""Who and what an article names, and who says what; `article_names`, `quote` and `document` are the ways in.

In this order: tagging, bodies, edges and untagged (by their evidence), agreement; then clauses, people, quotes.
"""
