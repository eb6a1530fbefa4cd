"""Files under the paths that a run is given, in a stable order; what may not be followed is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes

SIDECAR_SUFFIX = ".meta.yaml"
# What a data folder holds, which its lock tells; it may well stand in the folder that a run is given.
LOCK = "run.lock"
_OWN_TABLES = ("corrections.csv", "outlets.csv")
OURS = frozenset({LOCK, "banmian.duckdb", "work", "stage", "published", "held", "reports", *_OWN_TABLES})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `modified_ns` is its time of last change, in nanoseconds.

    `sidecar` is another one whenever its sidecar is, and empty where there is none.
    """

    path: Path
    uri: str
    size: int
    modified_ns: int
    sidecar: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that is as an earlier run left it, so that it is not opened; the warehouse knows its `pages`."""

    uri: str
    pages: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read: a row of `reject` without the run's own columns."""

    source_uri: str
    stage: str
    reason: str
    detail: str
    page_id: str | None = None
    raw: str | None = None
    raw_sha256: str | None = None


def find(paths: Iterable[Path]) -> Iterator[Found | Refusal]:
    """The files under `paths`, each once, folders by the order of names.

    Hidden ones, sidecars and what a data folder among them holds of ours are left out.
    """
    seen: set[Path] = set()
    for given in paths:
        root = Path(os.path.realpath(given))
        for item in _walk(root, root):
            if isinstance(item, Found):
                if item.path in seen:
                    continue
                seen.add(item.path)
            yield item


def _walk(path: Path, root: Path) -> Iterator[Found | Refusal]:
    try:
        if path.is_symlink():
            refusal = _link(path, root)
            if refusal is not None:
                yield refusal
            return
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, root)
        elif stat.S_ISREG(status.st_mode):
            yield Found(path, path.as_uri(), status.st_size, status.st_mtime_ns, _mark_beside(path))
        else:
            yield Refusal(path.as_uri(), "find", "not_a_file", "a device, socket or pipe; give a file or a folder")
    except OSError as error:
        yield unreadable(path.as_uri(), error)


def _folder(path: Path, root: Path) -> Iterator[Found | Refusal]:
    """What a folder holds, by the order of names; a plain file takes one question to the system."""
    with os.scandir(path) as listing:
        entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda entry: entry.name)
    if any(entry.name == LOCK for entry in entries):
        entries = [entry for entry in entries if entry.name not in OURS]
    uri = path.as_uri().rstrip("/")
    sidecars = {entry.name: _mark(entry) for entry in entries if entry.name.endswith(SIDECAR_SUFFIX)}
    for entry in entries:
        if entry.name in sidecars:
            continue
        if entry.is_file(follow_symlinks=False):
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError as error:
                yield unreadable((path / entry.name).as_uri(), error)
                continue
            name = quote_from_bytes(os.fsencode(entry.name))
            sidecar = next((sidecars[told] for told in sidecar_names(entry.name) if told in sidecars), "")
            yield Found(path / entry.name, f"{uri}/{name}", status.st_size, status.st_mtime_ns, sidecar)
        else:
            yield from _walk(path / entry.name, root)


def sidecar_names(name: str) -> tuple[str, str]:
    """What the sidecar of a file may be called; the first wins."""
    return name + SIDECAR_SUFFIX, (name.rpartition(".")[0] or name) + SIDECAR_SUFFIX


def _mark_beside(path: Path) -> str:
    beside = (path.with_name(name) for name in sidecar_names(path.name))
    return next((_mark(sidecar) for sidecar in beside if sidecar.is_file()), "")


def _mark(sidecar: Path | os.DirEntry[str]) -> str:
    try:
        status = sidecar.stat()
    except OSError as error:
        return f"{sidecar.name} {error.strerror}"
    return f"{sidecar.name} {status.st_size} {status.st_mtime_ns}"


def _link(path: Path, root: Path) -> Refusal | None:
    """Why a link is not followed; None where its target is in the folder anyway and is read there."""
    uri = path.absolute().as_uri()
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        if isinstance(error, FileNotFoundError):
            return Refusal(uri, "find", "broken_link", f"the link points to {path.readlink()}, which is not there")
        return Refusal(uri, "find", "link_loop", "the link leads back to itself; remove it")
    if target == path.parent or target in path.parents:
        return Refusal(
            uri, "find", "link_loop", f"the link leads back to {target}, a folder that it stands in; remove it"
        )
    if not target.is_relative_to(root):
        return Refusal(
            uri, "find", "link_out", f"the link leads to {target}, out of {root}; give that path to the run instead"
        )
    return None


def unreadable(uri: str, error: OSError) -> Refusal:
    """The refusal for a file or folder that the system does not let us read."""
    if isinstance(error, PermissionError):
        return Refusal(uri, "find", "not_permitted", "no permission to read it; chmod +r, or run as a user who may")
    if isinstance(error, FileNotFoundError):
        return Refusal(uri, "find", "not_found", "it is not there")
    return Refusal(uri, "find", "not_readable", error.strerror or str(error))
