"""Settings: where they come from, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.settings import SettingsError, load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BANMIAN_DATA_DIR", raising=False)


def test_an_option_wins_over_the_environment_which_wins_over_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "banmian.toml").write_text('data_dir = "toml"\nworkers = 5\nshard_pages = 7\n')
    (tmp_path / ".env").write_text("BANMIAN_DATA_DIR=dotenv\nBANMIAN_WORKERS=4\nOTHER=1\n")
    assert (load().workers, load().shard_pages) == (4, 7)
    monkeypatch.setenv("BANMIAN_DATA_DIR", "environment")
    assert str(load().data_dir) == "environment"
    assert str(load(data_dir=Path("option")).published) == "option/banmian.duckdb"


@pytest.mark.parametrize(("name", "value"), [("WORKERS", "many"), ("WORKERS", "0"), ("SEGMENTER", "scissors")])
def test_a_wrong_one_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"BANMIAN_{name}", value)
    with pytest.raises(SettingsError, match=f"BANMIAN_{name} = '{value}'"):
        load()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (".env", "BANMIAN_WORKERS=many", r"\.env: BANMIAN_WORKERS = 'many'"),
        ("banmian.toml", 'workers = "many"', r"banmian\.toml: workers = 'many'"),
        (".env", "BANMIAN_WROKERS=3", "BANMIAN_WROKERS is no setting; is BANMIAN_WORKERS meant"),
    ],
)
def test_a_wrong_one_is_refused_with_where_it_stands(tmp_path: Path, file: str, text: str, said: str) -> None:
    (tmp_path / file).write_text(text + "\n")
    with pytest.raises(SettingsError, match=said):
        load()


def test_a_variable_that_is_misspelt_is_refused_and_one_of_another_program_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BANMIAN_SHARED", "/somewhere")
    load()
    monkeypatch.setenv("BANMIAN_SHARD_PAGE", "3")
    with pytest.raises(SettingsError, match="BANMIAN_SHARD_PAGE is no setting; is BANMIAN_SHARD_PAGES meant"):
        load()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(SettingsError, match=r"--data-dir = '.*taken': a file stands there"):
        load(data_dir=tmp_path / "taken")


def test_an_unknown_one_in_the_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "banmian.toml").write_text("wrokers = 3\n")
    with pytest.raises(SettingsError, match="wrokers"):
        load()


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "banmian.toml").write_text("= 3\n")
    with pytest.raises(SettingsError, match=r"banmian\.toml"):
        load()


def test_an_empty_variable_sets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANMIAN_DATA_DIR", "")
    monkeypatch.setenv("BANMIAN_WORKERS", "")
    assert str(load().data_dir) == "data"
    assert load().workers >= 1
