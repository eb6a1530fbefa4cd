"""The report of a run as a page to open, DIR/reports/RUN.html: figures, failed checks, reasons, and what to do.

It names no source and holds no word of a page, so that `banmian forget` need not look for any in it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from expectations.check import QualityRow
from flows.report import RunReport, reports_folder

_EFFECTS = {("table", "critical"): "holds the run", ("row", "critical"): "rejects the row"}
_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}}
td,th{{text-align:left;padding:.2em 1em .2em 0;border-bottom:1px solid #ddd;vertical-align:top}}
.held{{border-left:.4em solid #c00;padding-left:1em}}</style>
<h1>{title}</h1>
{body}
</html>
"""


def write_report(report: RunReport) -> None:
    """Leave the report of a run in the data folder.

    Raises OSError.
    """
    report.written.parent.mkdir(exist_ok=True)
    page = _PAGE.format(title=escape(report.headline()), body="\n".join(_body(report)))
    report.written.write_text(page, encoding="utf-8")


def drop_old_reports(data_dir: Path, days: float) -> int:
    """Remove reports that are older; gives how many went."""
    old = [
        path for path in reports_folder(data_dir).glob("*.html") if path.stat().st_mtime < time.time() - days * 86400
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def failed_checks(checks: Iterable[QualityRow]) -> list[dict[str, object]]:
    """The checks that failed, with what their failing means and does; those that hold the run first."""
    failed = [row for row in checks if not row.success]
    failed.sort(key=lambda row: (row.severity != "critical", row.scope != "table"))
    return [
        {
            "table": row.table_name,
            "check": row.expectation,
            "when it fails": row.reason,
            "and then": _EFFECTS.get((row.scope, row.severity), "warning"),
            "rows": row.unexpected_count,
            "observed": row.observed if row.scope == "table" else None,  # of a row it is words of a page
        }
        for row in failed
    ]


def _body(report: RunReport) -> Iterable[str]:
    yield f"<p>Run <code>{escape(report.run_id)}</code>, {report.seconds:.0f} s, state {escape(report.state)}</p>"
    if report.state == "held":
        yield '<div class="held"><h2>Held: readers see what they saw before</h2><ul>'
        yield from (f"<li>{escape(reason)}</li>" for reason in report.reasons)
        yield f"</ul><p>Publish it after all: <code>{escape(report.release)}</code>."
        yield "Or mend the pages and run again.</p></div>"
    yield "<h2>Figures</h2>"
    yield from _table(("what", "count"), [(name, f"{count:,}") for name, count in report.counts()])
    if failed := failed_checks(report.checks):
        yield f"<h2>{len(failed)} of {len(report.checks)} checks failed</h2>"
        yield from _table(tuple(failed[0]), [tuple(row.values()) for row in failed])
    if refused := Counter((item.stage, item.reason) for item in (*report.refused, *report.told_again)):
        yield "<h2>Sources rejected</h2><p><code>banmian rejects</code> names them.</p>"
        yield from _table(("stage", "reason", "count"), [(*key, f"{count:,}") for key, count in refused.most_common()])


def _table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
    yield f"<table><tr>{''.join(f'<th>{escape(name)}</th>' for name in names)}</tr>"
    for row in rows:
        yield f"<tr>{''.join(f'<td>{escape(str(value if value is not None else str()))}</td>' for value in row)}</tr>"
    yield "</table>"
