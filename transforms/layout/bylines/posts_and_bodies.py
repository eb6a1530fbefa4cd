"""Words for what somebody is and for bodies, as the lines around articles name them."""

from __future__ import annotations

import seeds

PERSON_NOUNS = tuple(dict.fromkeys(row["word"] for row in seeds.table("person_nouns")))
TITLES = tuple(word for word in PERSON_NOUNS if len(word) > 1)
HEADS = tuple(row["word"] for row in seeds.table("organization_heads"))
ORGANIZATIONS = tuple(word for word in HEADS if len(word) > 1)
