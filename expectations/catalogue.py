"""The list of checks as a page to read; expectations/checks.md holds it."""

from __future__ import annotations

from expectations.check import Check
from expectations.habit import checks
from expectations.merge import ENOUGH_ROWS, FEW_UNFIT, MOST_UNFIT
from expectations.run import SUITES
from seeds import table

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
_HABITS = """
## The run against the habits of its papers

What a run brings is held against the last months of each paper in the warehouse. Bounds stand in `seeds/habits.csv`,
what it takes to have a habit in `seeds/habit_evidence.csv`: with less, nothing is expected, so that a first run and a
small folder pass. Silence is only told of papers whose pages come in within days of their issue.
`pages_accounted_for` holds a run in which pages that were handed to the readers are neither read, refused nor left out.

| check | figure | habit needed | when it fails | and then |
|---|---|---|---|---|
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
    return "".join([*parts, _habits()])


def _habits() -> str:
    """The checks of seeds/habits.csv, with what each needs before it says anything."""
    needed = {row["figure"]: row for row in table("habit_evidence")}
    lines = []
    for row, check in zip(table("habits"), checks(), strict=True):
        bounds = " to ".join(row[side] or "…" for side in ("least", "most"))
        evidence = needed[row["figure"]]
        days = f"{evidence['days']} issues"
        enough = days if evidence["counts"] == "pages" else f"{evidence['before']} {evidence['counts']} of {days}"
        figure = f"`{row['figure']}` {bounds}"
        lines.append(
            f"| `{check.name}` | {figure} | {enough} | {check.reason} | {_EFFECT[check.scope, check.severity]} |"
        )
    return _HABITS + "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(catalogue(), end="")  # noqa: T201 - this is what it is for
