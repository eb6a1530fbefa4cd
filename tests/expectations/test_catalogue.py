"""The page that lists the checks lists all of them, as they are."""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import catalogue


def test_the_list_of_checks_is_current() -> None:
    written = Path(__file__).parents[2] / "expectations" / "checks.md"
    assert written.read_text(encoding="utf-8") == catalogue(), "write it anew: python -m expectations.catalogue"
