"""Where one article ends and the next begins."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.layout.ends.empty_lines import end_columns, ends_at_gap, part_articles, wide_spaces
from transforms.layout.ends.parts import heads_over, is_wrapped, part_features
from transforms.layout.ends.told_by_words import ENDS, opens_own_news, told
from transforms.layout.ends.width_change import unit_columns, varied, width_features, width_trust
from transforms.layout.furniture.reasons import SECTION
from transforms.layout.kinds.kind import BODY, BYLINE, CAPTION, CREDIT, INSIDE, NOISE, OPEN, SIGNED, Kind
from transforms.layout.weights.cuts import EVEN, OVER, UNWRAPPED, VARIED
from transforms.layout.weights.sums import blended, weighed
from transforms.layout.wording.line_words import BULLETS

_TAG = re.compile(r"[（(【][^（）()]{2,16}[）)】]\Z")
_NOTICE = re.compile(r"(?:通知|公告|通告|声明|启事|公示|讣告|须知)\Z")
_DASHED = re.compile(r"^——|——\Z")
# 据了解 and the like tell more of what was said before
_OPENING = re.compile(
    r"(?:近日|日前|昨日|今日|昨天|今天|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|截至"
    r"|记者(?:\d{1,2}日|日前|近日|昨日|昨天|今天)?从|[一-龥]{0,8}读者[^，。]{1,8}(?:问|来电|来信|咨询)"
    r"|据(?!了解|介绍|悉|统计|测算|估算|估计|预计|预测|分析|说|称|此|初步|不完全|记者))"
)
_REPORTED = re.compile(r"(?:本?报?记者|[日昨今](?:前|日|天)，?记者)[^，。]{0,4}从[^，。]{2,24}(?:获悉|了解到|得知|悉)")

# what goes on from something said before: of 1,900 paragraphs that open so two opened an article
_RESUMES = re.compile(
    r"该|此外|同时(?!代)|与此同时|此次|此前|此举|本次|[为对据因]此|[他她它](?!山)|其[中他]|但|不过|然而|虽然|尽管|而且|可是|于是|随后|之后|接着|接下来|另外|另据"
    r"|除此|除了|不仅|不但|还有|同样|比如|例如|再如|事实上|正是|首先|其次|再次|所以|当[天日晚时]|次日|眼下|如今|现在"
    r"|据(?:了解|介绍|悉|统计|测算|估算|分析|说|称)|[二三四五六七八九十]是|团队|检查组|调研组|双方|下一步|今后|座谈会上|会上"
    r"|[^，。“]{1,10}，(?:[^，。“应更本]{0,3}该(?!是|不)|记者[^，。“]{0,4}现场)"
)


@dataclass(slots=True)
class Cut:
    """A place between two body units where the article may change, with what speaks for it.

    `varied` tells how far the page sets its articles in columns of their own, `over` how far its headlines stand right
    over their texts, `wrapped` whether its paragraphs have more lines than one.
    """

    left: int
    right: int
    zone: list[int]
    features: dict[str, float]
    varied: float = 0.0
    over: float = 0.0
    wrapped: bool = True
    probability: float = 0.0


def cuts_of(kinds: Sequence[Kind]) -> list[Cut]:
    """Every place between two body units, with the probability that an article ends there."""
    bodies = [i for i, k in enumerate(kinds) if k.kind == BODY]
    columns = unit_columns([kinds[i].unit for i in bodies])
    trust = width_trust([kinds[i].unit for i in bodies])
    cuts = []
    inner = [{k.kind for k in kinds[left + 1 : right]} for left, right in pairwise(bodies)]
    siblings = _siblings(kinds, bodies, columns, inner)
    variety = varied(columns)
    over = heads_over(kinds, bodies)
    wrapped = is_wrapped(kinds, bodies)
    for n, (left, right) in enumerate(pairwise(bodies)):
        zone = list(range(left + 1, right))
        cut = Cut(
            left,
            right,
            zone,
            {**width_features(columns, n, trust), **_features(kinds, left, right, zone, inner[n])},
            variety,
            over,
            wrapped,
        )
        cut.features["varied_same"] = variety * cut.features.get("width_same", 0.0)
        cut.features["varied_byline"] = variety * cut.features.get("byline", 0.0)
        if "open" in cut.features:
            cut.features["siblings"] = float(min(3, siblings[n] - 1))
        cuts.append(cut)
    part_features(kinds, bodies, columns, [cut.features for cut in cuts])
    weights = blended(blended(EVEN, OVER, over), VARIED, variety) if wrapped else UNWRAPPED
    in_columns = end_columns(kinds)
    parted = part_articles(kinds, bodies, in_columns)
    wide = wide_spaces(kinds)
    outrights = [told(kinds, cut.left, cut.right) for cut in cuts]
    for cut, outright in zip(cuts, outrights, strict=True):
        cut.probability = _logistic(weighed(cut.features, weights)) if outright is None else outright
        if outright is None and (opens_own_news(kinds[cut.right]) or _at_gap(kinds, cut, wide, parted, in_columns)):
            cut.probability = max(ENDS, cut.probability)
    return cuts


def _at_gap(kinds: Sequence[Kind], cut: Cut, wide: frozenset[int], parted: bool, columns: bool) -> bool:
    """Whether an empty line at a place ends an article, as on this page they do: over no numbered subheading."""
    if cut.features.get("numbered"):
        return False
    apart = not wide.isdisjoint(range(cut.left + 1, cut.right + 1))
    return apart or (parted and ends_at_gap(kinds, cut.left, cut.right, columns))


def _siblings(
    kinds: Sequence[Kind], bodies: Sequence[int], columns: Sequence[int], inner: Sequence[set[str]]
) -> list[int]:
    """For each place between two body units how many such places in its column hold open lines, as subheadings do.

    `inner` are the kinds of what stands at each place.
    """
    runs: list[int] = []
    counts: list[int] = []
    run = 0
    for n, (left, right) in enumerate(pairwise(bodies)):
        a, b = columns[n], columns[n + 1]
        signed = SIGNED in inner[n] or kinds[left].foot or kinds[right].head
        if n == 0 or (a and b and abs(a - b) > 1) or signed:
            run = len(counts)
            counts.append(0)
        runs.append(run)
        counts[run] += OPEN in inner[n]
    return [counts[r] for r in runs]


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def _features(kinds: Sequence[Kind], left: int, right: int, zone: Sequence[int], inner: set[str]) -> dict[str, float]:
    a, b = kinds[left], kinds[right]
    between = [kinds[i] for i in zone]
    found = {"base": 1.0}
    if (a.foot and a.foot.start) or SIGNED in inner:
        found["signed"] = 1.0
    if CREDIT in inner:
        found["credit"] = 1.0
    if b.head:
        found["dateline"] = 1.0
        found["writers"] = float(b.head.writers.roles > 0)
    if BYLINE in inner:
        found["byline" if OPEN in inner else "byline_bare"] = 1.0
        found["byline_marked"] = float(any(k.kind == BYLINE and k.text[0] in "□■◎●" for k in between))
    if NOISE in inner and any(k.kind == NOISE and k.reason == SECTION for k in between):
        found["section"] = 1.0
    if CAPTION in inner and OPEN in inner:
        found["caption"] = 1.0
    if between and any(k.label == "opening" for k in between):
        found["opening_label"] = 1.0
    opens = [k for k in between if k.kind == OPEN and k.label not in INSIDE]
    if opens:
        found["open"] = 1.0
        found["open_more"] = float(min(2, len({k.unit.chunk for k in opens}) - 1))
        found["group"] = float(min(2, len(opens) - len({k.unit.chunk for k in opens})))
        found["tag"] = float(any(_TAG.search(text) for text in _chunk_texts(opens)))
        found["signed_open"] = float("signed" in found)
        found["picture"] = float(any(k.label == "picture" for k in opens))
        found["notice"] = float(any(_NOTICE.search(k.text) for k in opens))
        found["dashed"] = float(any(_DASHED.search(k.text) for k in opens))
    if b.text[0] in BULLETS and a.text[0] not in BULLETS:
        found["bullet"] = 1.0
    found.update(_first_words(b.text, bool(opens)))
    return found


def _first_words(text: str, headed: bool) -> dict[str, float]:
    """What the first words of a paragraph tell, one `headed` by a line that may be a headline or not."""
    found = {"opening": _OPENING, "resumes": _RESUMES, **({"reported": _REPORTED} if headed else {})}
    return {name: 1.0 for name, words in found.items() if words.match(text)}


def _chunk_texts(opens: Sequence[Kind]) -> list[str]:
    texts: dict[int, str] = {}
    for kind in opens:
        texts[kind.unit.chunk] = texts.get(kind.unit.chunk, "") + kind.text
    return list(texts.values())
