"""Stable ids: the same page read again by the same reader gives the same ids."""

from __future__ import annotations

from hashlib import sha256

from transforms.forms.line import Known


def page_id(raw_sha256: str, known: Known) -> str:
    """Id of the bytes under what was known of them: 20 hex digits.

    The same bytes under the same known outlet, date and edition are one page, however often they are found.
    """
    day = known.issue_date.isoformat() if known.issue_date else ""
    identity = "\0".join((raw_sha256, known.outlet or "", day, known.edition or ""))
    return sha256(identity.encode()).hexdigest()[:20]


def article_id(page: str, seq: int) -> str:
    """Id of an article: its page's id and its order on the page, from 01."""
    return f"{page}-{seq:02d}"


def part_id(parent: str, kind: str, seq: int) -> str:
    """Id of a block, sentence, metric or quote: its parent's id, a letter for the kind, and its order there."""
    return f"{parent}-{kind}{seq}"
