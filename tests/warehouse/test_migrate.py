"""An older file is migrated, a newer one refused, a strange one named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from made_pages import page_frames

from warehouse import schema
from warehouse.equality import differences
from warehouse.errors import WarehouseBroken, WarehouseTooNew
from warehouse.files import attach_work
from warehouse.migrate import ensure_schema, read_meta
from warehouse.query import ask
from warehouse.store import open_store, published_path, work_path


def _age(data_dir: Path) -> None:
    """Make the work file one of an imagined version 0, that had no `edition` and called `media_type` something else."""
    with duckdb.connect(str(work_path(data_dir))) as con:
        for view in ("metric_in_context", "quote_in_context", "page_coverage", "reprint"):
            con.execute(f"DROP VIEW {view}")
        con.execute("ALTER TABLE page DROP COLUMN edition")
        con.execute("ALTER TABLE page RENAME COLUMN media_type TO mime")
        con.execute("UPDATE meta SET value = '0' WHERE key = 'schema_version'")


STEPS = (
    schema.Migration(0, "SELECT error('a migration that the file has behind it')"),
    schema.Migration(
        1, "ALTER TABLE page RENAME COLUMN mime TO media_type; ALTER TABLE page ADD COLUMN edition VARCHAR"
    ),
)


def test_an_older_file_is_brought_up_with_its_rows(tmp_path: Path, publish: Callable[..., Path]) -> None:
    publish(page_frames())
    _age(tmp_path / "data")
    con = attach_work(tmp_path / "data")
    ensure_schema(con, STEPS, version=1)
    assert read_meta(con)["schema_version"] == "1"
    assert con.execute("SELECT page_id, media_type, edition FROM page").fetchall() == [("p-one", "text/plain", None)]
    assert con.execute("SELECT edition FROM metric_in_context").fetchall() == [(None,)]
    con.close()
    fresh = publish(page_frames(), folder="fresh")
    with open_store(tmp_path / "data") as store:
        told = " ".join(differences(store.publish(), fresh))
    assert "edition" in told and "meta" not in told, "but for what version 0 did not hold they are equal"


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, publish: Callable[..., Path]) -> None:
    publish(page_frames())
    _age(tmp_path / "data")
    con = attach_work(tmp_path / "data")
    with pytest.raises(WarehouseBroken, match="cannot be brought to schema version 1, and is as it was"):
        ensure_schema(con, (), version=1)
    assert read_meta(con)["schema_version"] == "0"
    assert con.execute("SELECT mime FROM page").fetchall() == [("text/plain",)]
    con.close()


def test_a_file_of_a_newer_program_is_refused(tmp_path: Path, publish: Callable[..., Path]) -> None:
    path = publish(page_frames())
    with duckdb.connect(str(work_path(tmp_path / "data"))) as con:
        con.execute("UPDATE meta SET value = '999' WHERE key = 'schema_version'")
    with pytest.raises(WarehouseTooNew, match="999"), open_store(tmp_path / "data"):
        pass
    assert ask(path, "SELECT count(*) FROM page").item() == 1


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    with duckdb.connect(":memory:") as con:
        con.execute(f"ATTACH '{published_path(tmp_path)}' AS other (STORAGE_VERSION 'v1.5.0')")
        con.execute("CREATE TABLE other.mine AS SELECT 1 AS a")
    with pytest.raises(WarehouseBroken, match="no Banmian warehouse"), open_store(tmp_path):
        pass
    with duckdb.connect(str(published_path(tmp_path)), read_only=True) as con:
        assert con.execute("SELECT * FROM mine").fetchall() == [(1,)]


def test_views_of_an_older_program_are_declared_anew(tmp_path: Path, publish: Callable[..., Path]) -> None:
    publish(page_frames())
    with duckdb.connect(str(work_path(tmp_path / "data"))) as con:
        con.execute("CREATE OR REPLACE VIEW reprint AS SELECT 1 AS gone")
        con.execute("CREATE VIEW no_longer_declared AS SELECT 1 AS gone")
        con.execute("UPDATE meta SET value = 'an older one' WHERE key = 'declaration'")
    path = publish(page_frames(), run_id="run-2")
    assert "body_md5" in ask(path, "DESCRIBE reprint")["column_name"].to_list()
    assert "no_longer_declared" not in ask(path, "SHOW TABLES").to_series().to_list()


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [step.version for step in schema.migrations()] == list(range(2, schema.SCHEMA_VERSION + 1))
