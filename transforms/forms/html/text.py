"""The visible text of an HTML page, line by line, each with the mark of the element that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

import seeds
from transforms.forms.html.around import with_neighbours, with_subheadings, without_notes
from transforms.forms.html.body import guess_body
from transforms.forms.html.comments import without_comments
from transforms.forms.html.furniture import WRITER_MARKS
from transforms.forms.html.heads import breaks_parted, heads_in_text, inner_heads, told_heads
from transforms.forms.html.limits import refuse_pathological
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.pictures import in_boxes, with_captions
from transforms.forms.html.several import articles_apart
from transforms.forms.html.tables import with_rows
from transforms.forms.html.titled import page_title
from transforms.forms.html.trunk import of_trunk

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody td textarea tfoot th thead tr ul "
    "founder-content founder-title founder-introtitle founder-subtitle founder-author".split()
)
_UNSEEN = frozenset("head iframe map noscript object script select style svg template textarea title".split())
_SPACES = re.compile(r"[ \t\r\n\f]+")
_AUTHOR_DATE = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?\s*(?:星期[一二三四五六日天])?\s*")
_WRITTEN = re.compile(r"""document\.write\(\s*(?:\w{1,20}\(\s*)?["']([^"'\n]{1,300})["']""")
_IMPRINTED = re.compile(
    r"([^《》]{0,8}(?:记者|通讯员|作者)[^《》]{1,60}?)\s*(《[^《》]{2,14}[报刊](?:[一-龥]{1,4}版)?》\s*[（(].*)"
)
_FACT = re.compile(
    r"[（(【]?(?:文章|稿件|信息|图片)?(?:来源于?|来自|作者|(?<!告诉)(?<![对向给跟问])记者|(?<![一-龥])编辑|责任编辑|责编|字数|发布(?:日期|时间|于|者)|(?:阅读|浏览|点击|访问)(?:次数|数|量)?|字[号体]|(?<![一-龥])(?:时间|查看))\s*[：:](?!\s*[“‘「『])"
    r"|(?:阅读|浏览|点击)\s*\d|(?<=\d[-/.]\d\d )(?=\S)"
)
_STROKE = "丨"  # a character that web editors type for a bar
_LONGEST_FACTS = 160
_TABLE_PARTS = {"tr": 2, "td": 3, "th": 3}
_LARGE = frozenset("4567")  # sizes of <font>; 3 is that of text
_AROUND = 3  # elements around the one that a line stands in
_BAR = 2  # links in a row of them
_BETWEEN_LINKS = 8  # letters and digits in such a row that are no link's: 当前位置
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-size\s*:\s*(?:1[89]|[2-9]\d)(?:px|pt)", re.I)
_ALIGNED = re.compile(r"text-align\s*:\s*(center|middle|left|right|justify)", re.I)
_ICON = re.compile(r"(?<![a-z])(?:avatar|logo|icon|qr|ewm|share|arrow|blank|space|button|btn|wei?xin|wechat)", re.I)
_EDITOR = re.compile(r"(?:责任编辑|责编|编辑|本版|版面|来源|稿件来源|浏览|字号)\s*[：:/|]?.*")
_TAGS = re.compile(r"<br\s*/?>|</?[a-z]{1,10}>")


@dataclass(slots=True)
class _Context:
    """What the open elements say of the text inside them."""

    mark: str | None = None
    path: tuple[int, ...] = (0,)
    tag: str = ""
    hidden: bool = False
    breaks: bool = False
    file: str | None = None
    bold: bool = False
    names: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    element: int = 0
    cell: tuple[int, ...] = ()
    link: bool = False
    centred: bool = False


def linked_file(href: str | None) -> str | None:
    """The bare file name of a link: content_52014.htm for ../07/22/content_52014.htm?div=-1."""
    try:
        name = urlsplit(href or "").path.rsplit("/", 1)[-1]
    except ValueError:
        return None
    return name or None


def visible_lines(html: str) -> list[HtmlLine]:
    """The lines of the page in document order; scripts, styles, hidden elements and image maps are not visible."""
    refuse_pathological(html)
    root = LexborHTMLParser(html).root
    if root is None:
        return []
    over, parts = articles_apart(_walk(root), page_title(html))
    read = [_with_roles(part, html) for part in parts]
    return over + [replace(line, article=number) for number, part in enumerate(read) for line in part]


def _with_roles(lines: list[HtmlLine], html: str) -> list[HtmlLine]:
    """The lines of one article with what is around it, each with its mark."""
    lines, comments = without_comments(lines)
    if not any(line.mark == "body" for line in lines):
        lines = guess_body(lines)
    lines = without_notes(heads_in_text(of_trunk(lines)))
    boxed = in_boxes(lines)
    lines = [replace(line, mark="caption") if at in boxed else line for at, line in enumerate(lines)]
    headed = with_neighbours(breaks_parted(told_heads(inner_heads(lines), html)))
    return with_rows(with_subheadings(with_captions(headed, boxed))) + comments


def _walk(root: LexborNode) -> list[HtmlLine]:
    """The tree in document order, without recursion: pages nest as deep as they like."""
    walker = _Walker(founder=root.css_first("founder-content") is not None)
    node: LexborNode | None = root
    while node is not None:
        walker.enter(node)
        child = node.child if node.tag not in _UNSEEN else None
        if child is not None:
            node = child
            continue
        walker.leave(node)
        while node is not None and node.next is None:
            node = node.parent
            if node is not None:
                walker.leave(node)
        node = node.next if node is not None else None
    walker.flush()
    pictured = walker.pictured
    return [replace(x, pictured=True) if x.cell and x.cell[:2] in pictured else x for x in walker.lines]


class _Walker:
    """Collects the text between two breaks as a line, under the innermost open element."""

    def __init__(self, founder: bool) -> None:
        self.lines: list[HtmlLine] = []
        self.pictured: set[tuple[int, ...]] = set()
        self._founder = founder
        self._parts: list[str] = []
        self._stack = [_Context()]
        self._holders = 0
        self._file: str | None = None
        self._bold = False
        self._type: tuple[str, ...] = ()
        self._links = self._unlinked = 0
        self._picture: tuple[int, ...] = ()

    def enter(self, node: LexborNode) -> None:
        """Take in a node: text goes to the line that is open, an element that breaks it ends it."""
        if node.tag == "-text":
            if not self._stack[-1].hidden:
                self._add(_SPACES.sub(" ", node.text(deep=False) or ""))
        elif node.is_element_node:
            if node.tag == "img":
                self.pictured.add(self._stack[-1].cell[:2])
                if not _ICON.search(f"{node.attributes.get('src')} {node.attributes.get('class')}"):
                    self._picture = (self._stack[-1].element, *self._stack[-1].path)
            elif node.tag == "a":
                self._links += 1
            if node.tag == "script" and not self._stack[-1].hidden:
                self._add(_written(node.text(deep=True) or ""))
            entered = _entered(node, node.tag or "", self._stack[-1], self._holders + 1)
            if entered.breaks:
                self.flush()
                self._holders += 1
            self._stack.append(entered)

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text.replace(_STROKE, "｜"))
            self._file = self._file or self._stack[-1].file
            if text.strip():
                self._bold = self._bold or self._stack[-1].bold
                self._type = self._type or self._stack[-1].type
            if not self._stack[-1].link:
                self._unlinked += sum(map(str.isalnum, text))

    def leave(self, node: LexborNode) -> None:
        """End an element, and the line with it where it breaks lines."""
        if node.is_element_node:
            if self._stack[-1].breaks:
                self.flush()
            self._stack.pop()

    def flush(self) -> None:
        """End the line: an HtmlLine if it has words. Its indent counts half characters: a full-width blank is two."""
        raw = "".join(self._parts)
        self._parts.clear()
        text = raw.strip("\ufeff").strip()
        if text:
            indent = sum(2 if c == "\u3000" else 1 for c in raw[: len(raw) - len(raw.lstrip())])
            context = self._stack[-1]
            mark = _text_mark(context, text, self._founder)
            bold = context.bold or self._bold
            file = context.file or self._file
            bar = self._links >= _BAR and self._unlinked <= _BETWEEN_LINKS and "。" not in text
            # a link to download is no picture's words, a row of links no text
            mark = None if (mark == "caption" and file) or (mark == "body" and bar) else mark
            holder, path, names, type_ = context.path[0], context.path, context.names, self._type or context.type
            line = HtmlLine(
                text, indent, mark, holder, context.tag, file, bold, path, names, type_, context.element, context.cell
            )
            linked = self._links > 0 and not self._unlinked
            line = replace(line, bar=bar, linked=linked, picture=self._picture, centred=context.centred)
            self.lines += [part for one in _imprint_apart(line) for part in _facts_apart(one)]
            self._picture = ()
        self._file, self._bold, self._type = None, False, ()
        self._links = self._unlinked = 0


def _imprint_apart(line: HtmlLine) -> list[HtmlLine]:
    """A writer and the paper's imprint in one line are two lines."""
    found = _IMPRINTED.fullmatch(line.text) if line.mark is None else None
    if found is None:
        return [line]
    return [replace(line, text=found[1], mark="byline"), replace(line, text=found[2])]


def _facts_apart(line: HtmlLine) -> list[HtmlLine]:
    """What a page tells of its article in one line, 来源：… 作者：… 字数：…, is a line for each."""
    starts = [found.start() for found in _FACT.finditer(line.text)] if line.mark in (None, "byline") else []
    if not starts or len(line.text) > _LONGEST_FACTS:
        return [line]
    cuts = sorted({0, *starts, len(line.text)})
    parts = (line.text[a:b].strip() for a, b in pairwise(cuts))
    return [replace(line, text=part) for part in parts if part]


def _written(script: str) -> str:
    """The words that a script writes into the page, as old 人民日报 indexes do with their titles."""
    found = _WRITTEN.search(script)
    return _TAGS.sub(" ", found[1]).strip() if found else ""


def _entered(node: LexborNode, tag: str, outer: _Context, holders: int) -> _Context:
    attributes = node.attributes
    mark, told = outer.mark, False
    hidden = (
        outer.hidden or tag in _UNSEEN or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()
    )
    marks = _marks()
    classes = tuple((attributes.get("class") or "").split())
    names = [("tag", tag), ("id", attributes.get("id") or ""), *(("class", name) for name in classes)]
    for name in names:
        found = marks.get(name)
        if found == "hidden":
            hidden = True
        elif found:
            mark, told = ("founder" if tag == "founder-content" else found), True
    breaks = told or tag in _BLOCKS
    file = linked_file(attributes.get("href")) if tag == "a" else outer.file
    bold = outer.bold or tag in ("b", "strong") or bool(_BOLD.search(attributes.get("style") or ""))
    bold = bold or (tag == "font" and (attributes.get("size") or "").strip("+") in _LARGE)
    return _Context(
        mark,
        (holders, *outer.path[:_AROUND]) if breaks and tag not in ("br", "p") else outer.path,
        tag if breaks else outer.tag,
        hidden,
        breaks,
        file,
        bold,
        classes if breaks else outer.names,
        () if breaks else (*outer.type, tag, attributes.get("size") or "", attributes.get("style") or "", *classes),
        holders if breaks and tag != "br" else outer.element,
        _cell(tag, holders, outer),
        outer.link or tag == "a",
        _centred(tag, attributes, outer.centred),
    )


def _centred(tag: str, attributes: dict[str, str | None], outer: bool) -> bool:
    told = _ALIGNED.search(f"text-align:{attributes.get('align') or ''};{attributes.get('style') or ''}")
    return told[1][0].lower() in "cm" if told and tag != "table" else outer or tag == "center"


def _cell(tag: str, number: int, outer: _Context) -> tuple[int, ...]:
    """The element around a table, the table, the row and the cell that an element stands in, each by its number."""
    if tag == "table":
        return outer.path[0], number
    depth = _TABLE_PARTS.get(tag)
    return outer.cell if depth is None else (*outer.cell[:depth], number)


@cache
def _marks() -> dict[tuple[str, str], str]:
    return {(row["attribute"], row["value"]): row["role"] for row in seeds.table("html_marks")}


def _text_mark(context: _Context, text: str, founder: bool) -> str | None:
    if context.mark == "author":
        return "byline" if _names_author(text) else None
    if context.mark == "content":
        # beside Founder's own element, the content holds the pictures and their words
        return "caption" if founder else "body"
    if context.mark == "founder":
        return "body"
    if context.mark in ("kicker", "headline", "deck") and text[0] in WRITER_MARKS:
        return "byline"
    return context.mark if context.mark in ("kicker", "headline", "deck", "caption") else None


def _names_author(text: str) -> bool:
    rest = _AUTHOR_DATE.sub("", text).strip()
    return bool(rest) and not _EDITOR.fullmatch(rest)
