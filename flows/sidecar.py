"""A file beside a page that tells what the page does not: linhu.txt has linhu.meta.yaml or linhu.txt.meta.yaml."""

from __future__ import annotations

from pathlib import Path

import yaml

from flows.finding import Refusal, sidecar_names
from flows.known import Facts, parse_day

_LARGEST = 1 << 16


def read_sidecar(page: Path) -> Facts | Refusal | None:
    """The facts of the sidecar of a file, None where there is none; a sidecar that cannot be used is a refusal."""
    places = (page.with_name(name) for name in sidecar_names(page.name))
    return next((_read(path) for path in places if path.is_file()), None)


def _read(path: Path) -> Facts | Refusal:
    try:
        with path.open("rb") as handle:
            told = yaml.safe_load(handle.read(_LARGEST))
        if not isinstance(told, dict):
            raise ValueError("it holds no names with values")
        day = told.get("issue_date")
        words = {name: str(told[name]).strip()[:100] for name in ("outlet", "edition") if told.get(name) is not None}
        return Facts("sidecar", words.get("outlet"), parse_day(day) if day else None, words.get("edition"))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        detail = f"the sidecar cannot be used: {' '.join(str(error).split())[:200]}; give outlet, issue_date or edition"
        return Refusal(path.as_uri(), "find", "bad_sidecar", detail)
