"""The list of checks as a page to read; expectations/checks.md holds it."""

from __future__ import annotations

from expectations.check import Check
from expectations.merge import ENOUGH_ROWS, FEW_UNFIT, MOST_UNFIT
from expectations.run import SUITES

_HEAD = f"""# Checks

Written by `python -m expectations.catalogue` from the suites in this folder; a test holds it current. `quality` has
a row for each of them and each run.

- A row that fails goes to `reject` under the check's name, with everything that hangs on it: a page takes all that was
  read from it, an article its blocks, sentences and all that was found in it, a sentence its words and metrics.
- A check of the whole table that fails **holds** the run: nothing of it is loaded or published.
- A warning is counted and no more.

Every table also has `{FEW_UNFIT}`, which holds the run when more than {MOST_UNFIT:.0%} of at least {ENOUGH_ROWS} rows
are unfit: then the reader is broken, not the page.
"""
_EFFECT = {
    ("row", "critical"): "rejects the row",
    ("row", "warning"): "warning",
    ("table", "critical"): "holds the run",
    ("table", "warning"): "warning",
}


def _row(check: Check) -> str:
    return f"| `{check.name}` | {check.reason} | {_EFFECT[check.scope, check.severity]} |"


def catalogue() -> str:
    """Every check of every table, with what its failing means and does, as Markdown."""
    parts = [_HEAD]
    for suite in SUITES:
        unit = ", judged by the sentence" if suite.by_key else ""
        parts.append(f"\n## {suite.table}{unit}\n\n| check | when it fails | and then |\n|---|---|---|\n")
        parts.append("\n".join(_row(check) for check in suite.checks) + "\n")
    return "".join(parts)


if __name__ == "__main__":
    print(catalogue(), end="")  # noqa: T201 - this is what it is for
