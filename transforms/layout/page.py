"""A page's lines taken apart: blocks with roles, and the articles that they make."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.line import Form
from transforms.layout.apart import Apart
from transforms.layout.articles.build import Draft, build
from transforms.layout.articles.given import given_drafts
from transforms.layout.articles.placing import draft_articles
from transforms.layout.ends.cuts import cuts_of
from transforms.layout.headlines.groups import groups_of
from transforms.layout.kinds.kind import BODY, NOISE, OPEN, Kind
from transforms.layout.kinds.of_page import kinds_of
from transforms.layout.lines.units import units_of
from transforms.layout.neighbours.captions_and_signatures import by_neighbours
from transforms.layout.neighbours.pull_quotes import find_pull_quotes
from transforms.layout.neighbours.questions import find_asked
from transforms.layout.plans.plan import Planner
from transforms.layout.plans.search import Search
from transforms.layout.plans.second_look import looked_over
from transforms.layout.plans.strayed import brought_home
from transforms.layout.plans.umbrella import under_umbrellas


def take_apart(form: Form) -> Apart:
    """The blocks and articles of a page; every character that is not blank is in exactly one block."""
    return build(*drafts_of(form))


def drafts_of(form: Form) -> tuple[list[Draft], list[tuple[Kind, str]]]:
    """The articles of a page before their parts are read, and what is nothing of theirs, each with the reason."""
    kinds = kinds_of(units_of(form))
    told = given_drafts(kinds)
    drafts, lost = told if told is not None else _guessed(kinds)
    noise = [(k, k.reason or "furniture") for k in kinds if k.kind == NOISE]
    return drafts, [*noise, *lost]


def _guessed(kinds: Sequence[Kind]) -> tuple[list[Draft], list[tuple[Kind, str]]]:
    by_neighbours(kinds)
    find_pull_quotes(kinds)
    find_asked(kinds)
    if not any(k.kind == BODY for k in kinds):
        return _without_body(kinds)
    groups = groups_of(kinds)
    planner = Planner(kinds, cuts_of(kinds), groups)
    plan = looked_over(planner, Search(planner).plan())
    plan = brought_home(planner, under_umbrellas(planner, plan))
    return draft_articles(kinds, groups, plan), []


def _without_body(kinds: Sequence[Kind]) -> tuple[list[Draft], list[tuple[Kind, str]]]:
    """A page of captions, credits and single lines: one article where it has any, else nothing that belongs to one."""
    items = [k for k in kinds if k.kind not in (OPEN, NOISE)]
    heads = [k for k in kinds if k.kind == OPEN]
    if items:
        return [Draft(items, [heads] if heads else [], 0.5 if heads else None)], []
    return [], [(k, "headline with no article") for k in heads]
