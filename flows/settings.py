"""Every setting in one place: the environment (BANMIAN_*), .env, banmian.toml, then the defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from pydantic import Field, PositiveFloat, PositiveInt, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX = "BANMIAN_"
# As alike as one letter amiss makes two names; programs beside this one have variables of their own.
_MISSPELT = 0.8
_SCHEDULER = re.compile(r"((tcp|tls|wss?|ucxx?)://)?[^\s/]+:\d+")


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and says why."""


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(BaseSettings):
    """What a user may set. A limit holds for one page, whatever the size of the file that it came in."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        env_file=".env",
        env_file_encoding="utf-8",
        toml_file="banmian.toml",
        extra="ignore",
        frozen=True,
    )

    data_dir: Path = Field(Path("data"), description="Folder of the warehouse and the stage")
    workers: PositiveInt = Field(default_factory=_cores, description="Processes that read pages")
    dask_address: str | None = Field(
        None,
        description="Scheduler of a Dask cluster that reads the pages instead (tcp://host:8786)",
    )
    segmenter: Literal["rjieba", "jieba"] = Field("rjieba", description="What cuts text into words")
    max_page_bytes: PositiveInt = Field(64 * 2**20, description="Largest page, in bytes")
    max_page_characters: PositiveInt = Field(2_000_000, description="Longest text of a page, in characters")
    page_timeout: PositiveFloat = Field(120.0, description="Longest time that one page may take, in seconds")
    max_nesting: PositiveInt = Field(3, description="Containers inside containers")
    max_expansion: PositiveInt = Field(200, description="Largest ratio of a container's content to its size")
    columns: dict[str, str] = Field(
        default_factory=dict,
        description="Columns of tables under other names: id, text, outlet, issue_date, edition, url",
    )
    shard_pages: PositiveInt = Field(256, description="Most pages in one shard of the stage")
    shard_bytes: PositiveInt = Field(1_500_000, description="Bytes of pages after which a shard is full")
    reread_share: float = Field(
        0.05, ge=0, le=1, description="Share of the known pages that a run reads again where the reader is newer"
    )
    keep_published: PositiveInt = Field(5, description="Published files kept for going back")
    keep_days: PositiveFloat = Field(30.0, description="Days that a published file is kept, and a report")
    webhook_url: SecretStr | None = Field(None, description="Address told of runs that are held, fail or are late")
    reports_url: str | None = Field(None, description="Address under which DIR/reports is served, for links in the UI")
    late_after: float = Field(900.0, ge=10, description="Seconds after which a run that does not start is late")
    long_after: float = Field(10800.0, ge=10, description="Seconds after which a run that does not end is told")

    @field_validator("data_dir")
    @classmethod
    def _is_folder(cls, given: Path) -> Path:
        if given.exists() and not given.is_dir():
            raise ValueError("a file stands there; a folder is needed")
        return given

    @field_validator("dask_address")
    @classmethod
    def _is_scheduler(cls, given: str | None) -> str | None:
        if given and not _SCHEDULER.fullmatch(given):
            raise ValueError("not the address of a Dask scheduler, like tcp://127.0.0.1:8786")
        return given

    @field_validator("webhook_url", "reports_url")
    @classmethod
    def _is_http(cls, given: SecretStr | str | None) -> SecretStr | str | None:
        said = given.get_secret_value() if isinstance(given, SecretStr) else given
        if said and not said.startswith(("http://", "https://")):
            raise ValueError("not an address that starts with http:// or https://")
        return given

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given, the environment, .env, banmian.toml: the first that tells a setting wins.

        Raises SettingsError where the file names a setting that there is not.
        """
        file = TomlConfigSettingsSource(settings_cls)
        if unknown := sorted(file.toml_data.keys() - settings_cls.model_fields.keys()):
            known = ", ".join(sorted(settings_cls.model_fields))
            raise SettingsError(f"banmian.toml: {', '.join(unknown)} is no setting (known: {known})")
        return init_settings, env_settings, dotenv_settings, file

    @property
    def published(self) -> Path:
        """The file that readers open."""
        return self.data_dir / "banmian.duckdb"


def load(**given: object) -> Settings:
    """The settings in force; `given` (a command's options) win, where they are not None.

    Raises SettingsError with the name of the setting that is wrong.
    """
    chosen = {name: value for name, value in given.items() if value is not None}
    noted = dotenv_values(".env", encoding="utf-8")
    _refuse_misspelt((*os.environ, *noted))
    try:
        return Settings(**chosen)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        raise SettingsError("; ".join(_complaint(dict(e), {*chosen}, {*noted}) for e in error.errors())) from error
    except ValueError as error:  # a TOML file that cannot be parsed
        raise SettingsError(f"banmian.toml: {error}") from error


def _refuse_misspelt(variables: Iterable[str]) -> None:
    """A variable that is nearly one of ours was meant to be it, and would do nothing."""
    known = [name.upper() for name in Settings.model_fields]
    for variable in variables:
        name = variable.upper().removeprefix(PREFIX)
        if not variable.upper().startswith(PREFIX) or name in known:
            continue
        if meant := get_close_matches(name, known, 1, _MISSPELT):
            raise SettingsError(f"{variable} is no setting; is {PREFIX}{meant[0]} meant?")


def _complaint(error: dict[str, object], chosen: set[str], noted: set[str]) -> str:
    """What is wrong with a value, and where it stands: the place that won over the others."""
    place = error["loc"]
    name = str(place[0]) if isinstance(place, tuple) and place else "?"
    variable = f"{PREFIX}{name.upper()}"
    if name in chosen:
        shown = f"--{name.replace('_', '-')}"
    elif os.environ.get(variable):
        shown = variable
    else:
        shown = f".env: {variable}" if variable in noted else f"banmian.toml: {name}"
    return f"{shown} = {str(error['input'])!r}: {str(error['msg']).removeprefix('Value error, ')}"
