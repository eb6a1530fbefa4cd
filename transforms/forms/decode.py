"""Bytes to text: which encoding a page came in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from transforms.errors import PageError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a RIFF container"),
)
# the commonest characters of written Chinese, simplified and traditional: a wrong decoding has next to none of them
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年，。、：；（）“”「」《》這個為國時來們產說發於學對會後過種關經動現實還進請長點從無開"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_HAN = re.compile("[\u3400-\u9fff]+")
_SAMPLE_BYTES = 65536
_SAMPLE_CHARS = 20000
_MOST_CONTROL = 0.01
_MOST_DAMAGE = 0.002
_LEAST_COMMON = 0.08


class NotText(PageError):  # noqa: N818 - it names what the bytes are, and callers read it so
    """Bytes that hold no text: empty, an image, or noise in any encoding tried."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__("decode", reason, detail)

    def __reduce__(self) -> tuple[type[NotText], tuple[str, str]]:  # type: ignore[override]
        return NotText, (self.reason, self.detail)


def decode(raw: bytes) -> tuple[str, str]:
    """The text of a page, and the encoding that it was read with.

    Raises NotText when the bytes are empty, blank or binary.
    """
    if not raw.strip():
        raise NotText("empty", f"{len(raw)} bytes, all of them blank")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise NotText("not_text", f"the bytes are {what}")
    text, encoding = _decode(raw)
    if not text.strip():
        raise NotText("empty", "nothing but blanks once decoded")
    if len(_CONTROL.findall(text[:_SAMPLE_CHARS])) > _MOST_CONTROL * min(len(text), _SAMPLE_CHARS):
        raise NotText("not_text", f"control characters throughout when read as {encoding}")
    return text, encoding


def _decode(raw: bytes) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            return raw.decode(codec, errors="replace"), codec.removesuffix("-sig")
    if b"\0" in raw[:_SAMPLE_BYTES]:
        return _wide(raw)
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    damaged = raw.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") <= max(1, _MOST_DAMAGE * len(damaged)) and _HAN.search(damaged):
        return damaged, "utf-8"
    best = max((_try(raw, codec) for codec in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")), key=lambda c: c[0])
    if best[0] >= _LEAST_COMMON:
        return best[1], best[2]
    guess = from_bytes(raw[:_SAMPLE_BYTES]).best()
    if guess is None:
        raise NotText("not_text", "no encoding gives readable text")
    text = raw.decode(guess.encoding, errors="replace")
    if _damage(text) > _MOST_DAMAGE:
        raise NotText("not_text", "no encoding gives readable text")
    return text, guess.encoding


def _wide(raw: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: the NULs of its ASCII characters all stand on one side."""
    sample = raw[: _SAMPLE_BYTES & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    few, many, codec = (even, odd, "utf-16-le") if odd > even else (odd, even, "utf-16-be")
    if few * 20 > many or (many * 2 >= len(sample) - 1 - few and len(sample) < 4):
        raise NotText("not_text", f"{even + odd} NUL bytes in the first {len(sample)}")
    text = raw.decode(codec, errors="replace")
    if _damage(text) > _MOST_DAMAGE:
        raise NotText("not_text", "NUL bytes, and no UTF-16")
    return text, codec


def _try(raw: bytes, codec: str) -> tuple[float, str, str]:
    """How much a decoding looks like Chinese: the share of the commonest characters, less what it could not read."""
    text = raw.decode(codec, errors="replace")
    sample = text[:_SAMPLE_CHARS]
    wide = sum(c > "\x7f" for c in sample) or 1
    common = sum(c in _COMMON for c in sample) / wide
    return common - 20 * _damage(sample), text, codec.removesuffix("hkscs")


def _damage(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))
