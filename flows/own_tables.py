"""Tables that a user lays over the seeds: CSV files of the same columns in the data folder."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from flows.settings import SettingsError

Row = dict[str, str | None]


def own_rows(data_dir: Path, name: str, columns: Sequence[str]) -> list[tuple[str, Row]]:
    """The rows of DIR/<name>.csv, each under the file and line that it ends in; none where there is no such file.

    Raises SettingsError where it cannot be read or lacks a column.
    """
    path = data_dir / f"{name}.csv"
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := set(columns) - set(reader.fieldnames or ()):
                raise SettingsError(f"{path} lacks {', '.join(sorted(missing))}; it needs {','.join(columns)}")
            return [(f"{path}:{reader.line_num}", row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path} cannot be read: {error}; save it as CSV in UTF-8") from error
