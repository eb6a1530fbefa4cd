"""Shared fixtures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """The folder of real pages beside the checkout, or None; with CI=true its absence is a failure."""
    folder = Path(os.environ.get("BANMIAN_SHARED", ROOT.parent / "shared"))
    if folder.is_dir():
        return folder
    if os.environ.get("CI") == "true":
        pytest.fail(f"no folder of real pages at {folder}: set BANMIAN_SHARED")
    return None


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("no folder of real pages: set BANMIAN_SHARED to it")
    return folder
