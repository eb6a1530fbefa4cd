"""The objects of a well-made PDF file, read strictly: whatever is odd is left to PDFium, which mends and guesses."""

from __future__ import annotations

import re
import zlib
from typing import Any, NamedTuple

from transforms.forms.pdf.syntax import Floats, NotPlainError, Raw, Ref, opens_stream, parsed, value_at

_MOST_TABLES = 40  # of where objects stand: one for each time that the file was changed
_LONGEST = 16 << 20  # bytes of a stream unpacked: more than any page of print
_MOST_READ = 64 << 20  # bytes of objects: more means that they overlap
_MOST = 400_000  # objects in a file
_START = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_SECTION = re.compile(rb"\s*(\d{1,7}) (\d{1,7})[ \r]*\n")
_ENTRIES = re.compile(rb"(?:\d{10} \d{5} [nf][ \r\n]{2})*+")
_HEADER = re.compile(rb"\s*(\d{1,7})\s+\d{1,5}\s+obj\b")
_END = re.compile(rb"\s*endstream\b")


class Stream(NamedTuple):
    """An object's dictionary and its bytes as they are packed."""

    about: dict[str, Any]
    packed: bytes


class Objects:
    """A file's objects by their number, each read when it is asked for.

    Names are `str`, strings `bytes`, arrays `list` and dictionaries `dict`. Every method raises NotPlainError.
    """

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at: dict[int, int] = {}
        self._packed: dict[int, tuple[int, int]] = {}
        self._known: dict[int, Any] = {}
        self._opened: dict[int, tuple[bytes, list[int]]] = {}
        self._floats = Floats()
        self._spent = 0
        self.trailer: dict[str, Any] = {}
        found = _START.search(raw, max(0, len(raw) - 2048))
        if not raw.startswith(b"%PDF-") or not found:
            raise NotPlainError
        self._read_tables(int(found[1]))
        if "Encrypt" in self.trailer:
            raise NotPlainError

    def get(self, value: Any) -> Any:
        """A value of an array or dictionary, looked up where it stands elsewhere."""
        if isinstance(value, Ref):
            if value.number not in self._known:
                self._known[value.number] = None  # an object that is asked for while it is read holds itself
                self._known[value.number] = self._read(value.number)
            value = self._known[value.number]
        return parsed(value.text) if isinstance(value, Raw) else value

    def dictionary(self, value: Any) -> dict[str, Any]:
        """The same for a value that can only be a dictionary."""
        found = self.get(value)
        if not isinstance(found, dict):
            raise NotPlainError
        return found

    def numbers(self, value: Any) -> list[float]:
        """The same for an array of nothing but numbers."""
        if isinstance(value, Ref):
            self.get(value)
            value = self._known[value.number]
        try:
            if isinstance(value, Raw):
                return list(map(self._floats.__getitem__, value.text[1:-1].split()))
            return [float(self.get(number)) for number in value]
        except (TypeError, ValueError) as error:
            raise NotPlainError from error

    def unpacked(self, value: Any) -> bytes:
        """The bytes of a stream."""
        stream = self.get(value)
        if not isinstance(stream, Stream):
            raise NotPlainError
        return self._unpack(stream)

    def _read(self, number: int) -> Any:
        if number in self._packed:
            return self._read_packed(*self._packed[number])
        at = self._at.get(number)
        if at is None:
            return None
        header = _HEADER.match(self._raw, at)
        if not header or int(header[1]) != number:
            raise NotPlainError
        return self._object(header.end())

    def _object(self, at: int) -> Any:
        value, end = value_at(self._raw, at)
        self._spend(end - at)
        start = opens_stream(self._raw, end)
        if start is None:
            return value
        about = parsed(value.text) if isinstance(value, Raw) else value
        length = self.get(about.get("Length")) if isinstance(about, dict) else None
        if not isinstance(length, int) or not _END.match(self._raw, start + length):
            raise NotPlainError
        return Stream(about, self._raw[start : start + length])

    def _spend(self, count: int) -> None:
        self._spent += count
        if self._spent > _MOST_READ:
            raise NotPlainError

    def _unpack(self, stream: Stream) -> bytes:
        packing, how = (self.get(stream.about.get(key)) for key in ("Filter", "DecodeParms"))
        if isinstance(packing, list) and len(packing) == 1:
            packing = self.get(packing[0])
            how = self.get(how[0]) if isinstance(how, list) and how else how
        if packing is None or packing == []:
            return stream.packed
        if packing != "FlateDecode":
            raise NotPlainError
        unpacker = zlib.decompressobj()
        try:
            found = unpacker.decompress(stream.packed, _LONGEST)
        except zlib.error as error:
            raise NotPlainError from error
        if not unpacker.eof:
            raise NotPlainError
        return _unfiltered(found, how) if isinstance(how, dict) else found

    def _read_tables(self, at: int) -> None:
        """The tables of where objects stand, the newest first."""
        seen: set[int] = set()
        while at not in seen and len(seen) < _MOST_TABLES:
            seen.add(at)
            old = self._raw.startswith(b"xref", at)
            about = self._read_table(at + 4) if old else self._read_stream_table(at)
            self.trailer = {**about, **self.trailer}
            if "XRefStm" in about:
                raise NotPlainError
            before = about.get("Prev")
            if before is None:
                return
            if not isinstance(before, int):
                raise NotPlainError
            at = before
        raise NotPlainError

    def _read_table(self, at: int) -> dict[str, Any]:
        while section := _SECTION.match(self._raw, at):
            first, count = int(section[1]), int(section[2])
            end = section.end() + 20 * count
            if not _ENTRIES.fullmatch(self._raw, section.end(), end) or len(self._raw) < end:
                raise NotPlainError
            for number, entry in enumerate(range(section.end(), end, 20), first):
                if self._raw[entry + 17] == 0x6E:
                    self._at.setdefault(number, int(self._raw[entry : entry + 10]))
                else:
                    self._at.setdefault(number, -1)
            at = end
        found = re.compile(rb"\s*trailer").match(self._raw, at)
        if not found or len(self._at) > _MOST:
            raise NotPlainError
        value, _ = value_at(self._raw, found.end())
        self._at = {number: place for number, place in self._at.items() if place >= 0}
        return self.dictionary(value)

    def _read_stream_table(self, at: int) -> dict[str, Any]:
        header = _HEADER.match(self._raw, at)
        stream = self._object(header.end()) if header else None
        if not isinstance(stream, Stream) or stream.about.get("Type") != "XRef":
            raise NotPlainError
        about = stream.about
        data = self._unpack(stream)
        sizes = [int(size) for size in self.numbers(about.get("W"))]
        index = [int(x) for x in self.numbers(about.get("Index", [0, about.get("Size")]))]
        if len(sizes) != 3 or min(sizes) < 0 or max(sizes) > 8 or not sum(sizes) or sum(index[1::2]) > _MOST:
            raise NotPlainError
        place = 0
        if len(data) < sum(sizes) * sum(index[1::2]):
            raise NotPlainError
        for first, count in zip(index[::2], index[1::2], strict=False):
            for number in range(first, first + count):
                fields = []
                for size in sizes:
                    fields.append(int.from_bytes(data[place : place + size]))
                    place += size
                kind = fields[0] if sizes[0] else 1
                if number in self._at or number in self._packed:
                    continue
                if kind == 1:
                    self._at[number] = fields[1]
                elif kind == 2:
                    self._packed[number] = (fields[1], fields[2])
        return about

    def _read_packed(self, holder: int, index: int) -> Any:
        """An object that is packed with others into a stream."""
        if holder not in self._opened:
            stream = self.get(Ref(holder)) if holder not in self._packed else None
            if not isinstance(stream, Stream):
                raise NotPlainError
            data = self._unpack(stream)
            count, first = self.get(stream.about.get("N")), self.get(stream.about.get("First"))
            if not isinstance(count, int) or not isinstance(first, int):
                raise NotPlainError
            try:
                self._opened[holder] = data, [first + int(at) for at in data[:first].split()[1 : 2 * count : 2]]
            except ValueError as error:
                raise NotPlainError from error
        data, places = self._opened[holder]
        if index >= len(places):
            raise NotPlainError
        value, end = value_at(data, places[index])
        self._spend(end - places[index])
        return value


def _unfiltered(data: bytes, how: dict[str, Any]) -> bytes:
    """Rows undone of the differences that PNG's filters leave, as tables of objects are packed."""
    predictor, wide = how.get("Predictor", 1), how.get("Columns", 1)
    if predictor == 1:
        return data
    if not isinstance(predictor, int) or predictor < 10 or not isinstance(wide, int) or wide < 1:
        raise NotPlainError
    if how.get("Colors", 1) != 1 or how.get("BitsPerComponent", 8) != 8 or len(data) % (wide + 1):
        raise NotPlainError
    above, rows = bytes(wide), []
    for at in range(0, len(data), wide + 1):
        kind, row = data[at], data[at + 1 : at + 1 + wide]
        if kind == 2:
            row = bytes((a + b) & 0xFF for a, b in zip(row, above, strict=True))
        elif kind:
            raise NotPlainError
        rows.append(row)
        above = row
    return b"".join(rows)
