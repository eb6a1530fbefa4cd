"""The beginning of a title whose body has a conjunction within its name: 国家金融|与|发展实验室主任."""

from __future__ import annotations

from collections.abc import Sequence

import rjieba

from transforms.names.evidence.chinese_names import title_head
from transforms.names.evidence.common_words import common_words
from transforms.names.lists import person_nouns, title_verbs
from transforms.names.people.title_edges import LONGEST_ODD
from transforms.words.token import Word

_PLAIN_TAGS = ("n", "vn", "j", "b", "a", "l")
_NOT_JOINING = ("ns", "nt")
_PUBLIC = frozenset(("人民", "妇女", "儿童", "老年人"))  # for whom bodies are named
_NATIONAL = ("中国", "全国", "中华")
_BODY_ENDS = frozenset("部局委会院校司社党团处办署厅所")
_LEVELS = frozenset("省市县区州旗镇乡")
_OFFICES = frozenset("部局委会司厅署")
_MINISTERS = frozenset(("大臣", "部长"))


def joined_start(tokens: Sequence[Word], i: int, start: int, covered: Sequence[tuple[int, int]]) -> int:
    """Where the name of a body begins that has the conjunction at word `i` inside it; `start` where none does.

    Its words go back to a place, an organisation or the start of the clause, and none of them is a person: in
    国家金融与发展实验室 the title's beginning 发展 is no name of its own; 健康司 of
    世卫组织环境与健康司 is but a department.
    """
    begun = next((b for a, b in covered if a == start), None)
    if begun and begun - start > LONGEST_ODD:
        if i < 2 or not (_joins(tokens[i - 1]) or _is_deed_in_name(tokens, i)):
            return start
        if own := next((span for span in covered if span[0] <= tokens[i - 1][2] < span[1]), None):
            return own[0] if _is_national(tokens, i, own[0]) else start
        begun = None  # 中国石油和|化学工业联合会
    for k in range(i - 1, max(-1, i - 6), -1):
        word, tag, at = tokens[k]
        if any(a <= at < b for a, b in covered) or tag.startswith(("ns", "nt")):
            if k == i - 1 and (body := next((a for a, b in covered if b == at), None)) is not None:
                return body  # 某国粮食署|东亚|和东南亚区域局局长
            return at if k < i - 1 or (len(word) > 2 and not begun) else start
        plain = _is_plain(word, tag) or (k == i - 1 and tag == "v" and _is_deed_in_name(tokens, i))
        if word == "、" and _is_field_list(tokens, k, i):
            continue  # 某国议会渔业、港口与航运委员会主席
        if not plain and word not in title_verbs() and word not in _LEVELS:
            behind_title = word == "、" and k > 0 and title_head(tokens[k - 1][0], 0, len(tokens[k - 1][0])) == 0
            return tokens[k + 1][2] if behind_title or (tag in ("x", "ul") and k < i - 2) else start
        if title_head(word, 0, len(word), 2) < len(word) and word not in _PUBLIC:
            return start
        if word in _LEVELS and k < i - 1 and not begun:
            return at  # 县林业和草原局
        if k == 0 and i > 1 and not begun:
            return at
    return start


def _is_field_list(tokens: Sequence[Word], k: int, i: int) -> bool:
    """True where the 、 at word `k` is between fields of a body that the conjunction at `i` leads to."""
    field, tag, _ = tokens[k - 1] if k else ("", "", 0)
    if len(field) != 2 or field[-1] in _BODY_ENDS or not (tag in ("n", "vn", "j") or field in title_verbs()):
        return False
    if field in person_nouns():
        return False
    return any(word[-1] in _OFFICES or word in _MINISTERS for word, _, _ in tokens[i + 1 : i + 5])


def _is_national(tokens: Sequence[Word], i: int, start: int) -> bool:
    """True where the name at `start` tells of a state and ends before word `i` in no word for bodies: 中国石油."""
    named = any(at == start and word.startswith(_NATIONAL) for word, _, at in tokens[max(0, i - 6) : i])
    return named and tokens[i - 1][0][-1] not in _BODY_ENDS


def _joins(word: Word) -> bool:
    return (_is_plain(*word[:2]) and not word[1].startswith(_NOT_JOINING)) or word[0] in title_verbs()


def _is_plain(word: str, tag: str) -> bool:
    """True for a noun or the like that names nobody; jieba has many common words for people."""
    return tag.startswith(_PLAIN_TAGS) and (not tag.startswith("nr") or word in common_words("person"))


def _is_deed_in_name(tokens: Sequence[Word], i: int) -> bool:
    """True for a verb before the conjunction at word `i` that a noun leads to, as in 国家|过敏|和传染病研究所."""
    word = tokens[i - 1][0]
    return len(word) == 2 and rjieba.has_word(word) and i > 1 and tokens[i - 2][1] == "n"
