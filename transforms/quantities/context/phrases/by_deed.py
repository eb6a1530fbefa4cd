"""The name of a thing that holds the verb of what it is for (7家水果|保供|基地, 30个旧桥|改造|项目)."""

from __future__ import annotations

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person, unit_heads
from transforms.quantities.context.phrases.owner import owner_heads

_PERSONS = frozenset(("人", "人次", "名", "位", "户", "次"))
_VERB = 2  # signs
_MOST = 4  # words behind the verb
_BESIDE = ("making", "carried_out", "new", "pivot", "giving", "to_somewhere")


def named_by_deed(laid: Laid, unit: str, first: int, last: int, end: int) -> int | None:
    """The end of a name over the verb at `last`, None where it tells what those counted do (10个村|实施|项目)."""
    if unit in _PERSONS or laid.codes[last : last + 1] != "V" or laid.codes[last - 1] not in "NGAW":
        return None
    verb, before = laid.words[last], laid.words[last - 1]
    if len(verb) != _VERB or laid.starts[last] != laid.ends[last - 1] or any(verb in group(name) for name in _BESIDE):
        return None
    if before.endswith(_doers(unit)) or before in group("generic") or any(map(is_person, laid.words[first:last])):
        return None
    stop = last + 1
    while stop < end and stop - last <= _MOST and laid.codes[stop] in "NGO":
        stop += 1
    closes = laid.codes[stop : stop + 1] not in ("M", "W", "u")
    return stop if closes and stop > last + 1 and laid.words[stop - 1].endswith(endings("named_by_deed")) else None


def _doers(unit: str) -> tuple[str, ...]:
    """Endings of what does something itself."""
    return (*owner_heads(), *endings("named_by_deed"), *unit_heads().get(unit, ()), *endings("group_of_persons"))
