"""A visible line of an HTML page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A visible line without its outer blanks.

    `article` numbers the articles of a page that holds several; `mark` is kicker, headline, deck, byline, caption,
    subheading, body or text, None for navigation: `text` is body that heads nothing however short; `holder` numbers the
    element that the line stands in, `path` that and the elements around it; `file` is the file that the line links to;
    `bold` tells that it is set in bold type, `names` are the classes of the element; `type` tells lines of one element
    apart that inline elements set otherwise, `element` numbers the block that holds the line, a paragraph too, `cell`
    the element around a table, the table, the row and the cell that it stands in; `pictured` tells that the table
    holds a picture, `bar` that the line is a row of links, `linked` that all of it is a link. `picture` is the element
    of a picture right before the line and those around it, `centred` tells that the line is set in the middle.
    """

    text: str
    indent: int
    mark: str | None
    holder: int
    tag: str
    file: str | None = None
    bold: bool = False
    path: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    element: int = 0
    cell: tuple[int, ...] = ()
    article: int = 0
    pictured: bool = False
    bar: bool = False
    linked: bool = False
    picture: tuple[int, ...] = ()
    centred: bool = False
