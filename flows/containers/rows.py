"""A row with the columns of CONTRACT.md, as a page."""

from __future__ import annotations

from collections.abc import Mapping

from flows.containers import whole
from flows.containers.blob import Blob, Limits, RawPage
from flows.finding import Refusal
from flows.known import from_row

COLUMNS = frozenset({"id", "text", "outlet", "issue_date", "edition", "url"})
MAX_ID = 500


def names_of(limits: Limits) -> dict[str, str]:
    """Every column that a row may have: our name to the name that files have it under."""
    return {name: limits.columns.get(name, name) for name in sorted(COLUMNS)}


def read_row(row: object, number: int, blob: Blob, limits: Limits) -> RawPage | Refusal:
    """The page that a row holds. `number` counts from 1 and names a row that has no id."""
    uri = f"{blob.uri}#{number}"
    if not isinstance(row, Mapping):
        return blob.refuse("not_a_row", f"row {number} is no object with named columns", uri, str(row)[:64])
    if limits.columns:
        row = {ours: row[theirs] for ours, theirs in names_of(limits).items() if theirs in row}
    key = row.get("id")
    if isinstance(key, str | int) and 0 < len(str(key)) <= MAX_ID and str(key).isprintable():
        uri = f"{blob.uri}#{key}"
    text = row.get("text")
    if not isinstance(text, str):
        return blob.refuse(
            "no_text", f"row {number} has no column 'text' with a string in it", uri, str(dict(row))[:200]
        )
    if len(text) > limits.max_page_characters:
        return whole.too_long(blob, len(text), limits, text[:64], uri)
    try:
        return blob.page(text.encode(), uri, (from_row(row),))
    except UnicodeEncodeError:
        return blob.refuse("bad_text", f"row {number}: the text holds half of a surrogate pair", uri)
    except ValueError as error:
        return blob.refuse(
            "bad_column", f"row {number}: {error}", uri, str({k: v for k, v in row.items() if k != "text"})[:200]
        )
