"""From the atoms of one expression to days of the calendar, against the issue date and what the text said before."""

from __future__ import annotations

from transforms.times import days, months, named, years
from transforms.times.atoms import Atom
from transforms.times.state import Context, Handlers, State

_APPLY: Handlers = years.APPLY | months.APPLY | days.APPLY | named.APPLY


def resolve(atoms: tuple[Atom, ...], context: Context) -> State:
    """The atoms applied in their order, each narrowing what the one before has left."""
    state = State(context)
    for atom in atoms:
        apply = _APPLY.get(atom.kind)
        if apply:
            apply(state, atom)
    if state.lost:
        state.lo = state.hi = state.begin = state.finish = None
    return state
