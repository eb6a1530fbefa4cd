"""Which paper a code or a folder's name stands for: the seeds, and a user's own outlets laid over them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from seeds import table

_PAPERS, _LONGEST = ("日报", "晚报", "早报", "晨报"), 12


class Outlets:
    """The papers that names of files and folders may stand for; of two with one code the later wins.

    `own` are the codes and names that the user added.
    """

    def __init__(self, own: Iterable[tuple[str, str]] = ()) -> None:
        self.own = tuple(own)
        rows = [*((row["code"], row["name"]) for row in table("outlets")), *self.own]
        self._codes = {code.lower(): name for code, name in rows}
        self._names = frozenset(name for _, name in rows)

    def of(self, code: str | None) -> str | None:
        """The paper that a code or a folder names; a code that nobody knows says nothing."""
        if code is None:
            return None
        is_paper = code in self._names or (code.endswith(_PAPERS) and len(code) <= _LONGEST)
        return self._codes.get(code.lower()) or (code if is_paper else None)


@cache
def known_outlets() -> Outlets:
    """Those of the seeds alone."""
    return Outlets()
