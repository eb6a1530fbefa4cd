"""The sample pages that come with the product."""

from __future__ import annotations

from pathlib import Path

from seeds import resource


def sample_pages() -> Path:
    """The folder that holds them."""
    return Path(str(resource("pages")))
