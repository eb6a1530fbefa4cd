"""How a PDF file writes its values: names, numbers, strings, arrays, dictionaries; read strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

_DEEPEST = 40  # dictionaries and arrays in one another
_SPACE = rb"[\x00\t\n\f\r ]"
_TOKEN = re.compile(
    _SPACE + rb"*+(?:%[^\r\n]*+" + _SPACE + rb"*+)*+(?:"
    rb"/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|(?P<flat><<[^<>()%]*+>>|\[[^\[\]<>()%]*+\])"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<ref>\d{1,7}+" + _SPACE + rb"++\d{1,5}+" + _SPACE + rb"++R(?![^\x00\t\n\f\r ()<>\[\]{}/%]))"
    rb"|(?P<number>[-+]?(?:\d{1,15}+(?:\.\d*+)?|\.\d++)(?!\d))"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*+)>"
    rb"|\((?P<text>(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+)\)"
    rb"|(?P<word>true|false|null|obj|stream))",
    re.S,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS = {b"true": True, b"false": False, b"null": None}


class NotPlainError(Exception):
    """The file, or one of its pages, is not made as plainly as is understood here."""


class Ref(NamedTuple):
    """The number of another object of the file."""

    number: int


class Raw(NamedTuple):
    """A flat dictionary or array as it is written; most are never asked for."""

    text: bytes


class Floats(dict[bytes, float]):
    """Numbers by how they are written: in a file the same few come again and again."""

    def __missing__(self, written: bytes) -> float:
        self[written] = number = float(written)
        return number


def parsed(text: bytes) -> Any:
    """The flat dictionary or array that is written."""
    keyed = text.startswith(b"<<")
    return _nested(text, 2 if keyed else 1, keyed, 0)[0]


def value_at(raw: bytes, at: int) -> tuple[Any, int]:
    """The object that is written at a place, and where it ends."""
    token = _TOKEN.match(raw, at)
    kind = token.lastgroup if token else None
    if not token or kind is None or kind == "close":
        raise NotPlainError
    if kind == "open":
        return _nested(raw, token.end(), token["open"] == b"<<", 0)
    return _READ[kind](token[kind]), token.end()


def opens_stream(raw: bytes, at: int) -> int | None:
    """Where the bytes of a stream start, if its keyword stands at a place."""
    token = _TOKEN.match(raw, at)
    if not token or token["word"] != b"stream":
        return None
    return token.end() + (2 if raw.startswith(b"\r\n", token.end()) else 1)


def _nested(raw: bytes, at: int, keyed: bool, depth: int) -> tuple[Any, int]:
    """What an array or a dictionary holds, from behind its opening bracket on."""
    items: list[Any] = []
    while True:
        token = _TOKEN.match(raw, at)
        kind = token.lastgroup if token else None
        if not token or kind is None or depth > _DEEPEST:
            raise NotPlainError
        at = token.end()
        if kind == "close":
            break
        if kind == "open":
            item, at = _nested(raw, at, token["open"] == b"<<", depth + 1)
            items.append(item)
        else:
            items.append(_READ[kind](token[kind]))
    if (token["close"] == b">>") != keyed:
        raise NotPlainError
    if not keyed:
        return items, at
    keys = items[::2]
    if len(items) % 2 or not all(isinstance(key, str) for key in keys):
        raise NotPlainError
    return dict(zip(keys, items[1::2], strict=True)), at


def _word(text: bytes) -> Any:
    if text not in _WORDS:
        raise NotPlainError
    return _WORDS[text]


def _name(text: bytes) -> str:
    if b"#" in text:
        text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text)
    return text.decode("latin-1")


def unhex(text: bytes) -> bytes:
    """The bytes of a string that is written in hexadecimal digits."""
    digits = b"".join(text.split()).replace(b"\0", b"")
    try:
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    except ValueError as error:
        raise NotPlainError from error


def unescaped(text: bytes) -> bytes:
    """The bytes of a string that is written in parentheses."""
    if b"\\" not in text:
        return text
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[bytes]) -> bytes:
    if found[1][:1].isdigit() and found[1] < b"8":
        return bytes((int(found[1], 8) & 0xFF,))
    return _ESCAPED.get(found[1], found[1])


_READ: dict[str, Callable[[bytes], Any]] = {
    "flat": Raw,
    "name": _name,
    "ref": lambda text: Ref(int(text.replace(b"\0", b" ").split()[0])),
    "number": lambda text: float(text) if b"." in text else int(text),
    "hex": unhex,
    "text": unescaped,
    "word": _word,
}


def strings(tokens: Sequence[bytes]) -> tuple[bytes, list[int]]:
    """The bytes of strings as they are written, one after the other, and how many each has."""
    joined = b"".join(tokens)
    lengths = [len(token) // 2 - 1 for token in tokens]
    digits = joined.translate(None, b"<>")
    if len(digits) == 2 * sum(lengths) and digits.isalnum() and len(joined) - len(digits) == 2 * len(tokens):
        return bytes.fromhex(digits.decode()), lengths
    found = list(map(string, tokens))
    return b"".join(found), list(map(len, found))


def string(token: bytes) -> bytes:
    """The bytes of one string as it is written. Raises NotPlainError."""
    if token[:1] == b"(" and token[-1:] == b")":
        return unescaped(token[1:-1])
    if token[:1] == b"<" and token[-1:] == b">":
        return unhex(token[1:-1])
    raise NotPlainError
