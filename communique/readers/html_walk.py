"""One linear walk over an HTML tree: its blocks in reading order, and where each stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from communique.readers.decode import cleaned

#: Never text.
DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "select", "button", "input", "textarea", "datalist", "head", "link", "meta", "title", "option",
})  # fmt: skip
#: Elements that begin and end a block.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
#: Blocks within a row's cells that make the cells, and not the row, the blocks.
WITHIN_CELLS = BLOCKS - {"td", "th"}
#: Elements and ARIA roles that hold a site's frame rather than the page's text.
FRAME_TAGS = frozenset({"nav", "footer", "aside", "menu", "dialog"})
FRAME_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar", "dialog",
    "alertdialog",
})  # fmt: skip
#: Words of ``class`` and ``id`` that mean the same. Words that content management systems also give to content
#: ("widget", "views", "header", "print") are left out.
FRAME_WORDS = frozenset({
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "footer", "sidebar", "cookie",
    "cookies", "gdpr", "consent", "skip", "skiplink", "pagination", "pager", "comments", "newsletter", "subscribe",
    "subscription", "search", "popup", "modal", "toolbar", "advert", "advertisement", "megamenu", "topbar",
})  # fmt: skip
#: The same for what stands beside the text: kept, but as boilerplate.
BESIDE_WORDS = frozenset({
    "share", "sharing", "social", "related", "languages", "langs", "switcher", "selector", "tags", "counter",
    "addthis",
})  # fmt: skip
HIDDEN_CLASSES = frozenset({"visually-hidden", "sr-only", "screen-reader-text", "visuallyhidden", "element-invisible"})
MAIN_CLASSES = frozenset({"article-body", "articlebody", "article__body", "entry-content", "post-content"})
#: A frame by its class alone that holds more than this share of the page's text is no frame.
FRAME_SHARE = 0.5

_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
#: Line and cell ends within a block, until it is put together.
_LINE, _CELL = "\x0b", "\x1c"


@dataclass(slots=True)
class Run:
    """A block as it stands on the page.

    Attributes:
        tag: of the nearest element that makes a block.
        linked: how many of its characters are within links.
        frame: in a menu, header, footer or the like outside the marked main part.
        beside: in such a thing within the main part, or in share buttons, related links, language lists.
        main: in the part that the page marks as its main one.
    """

    text: str
    tag: str
    linked: int
    frame: bool
    beside: bool
    main: bool
    suspect: int = -1


@dataclass(slots=True)
class _State:
    """What an open element hands down to those in it."""

    tag: str
    frame: bool = False
    beside: bool = False
    main: bool = False
    link: bool = False
    header: bool = False
    row: bool = False
    literal: bool = False
    suspect: int = -1


@dataclass(slots=True)
class _Buffer:
    """The block being read."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    def flush(self, state: _State) -> Iterator[Run]:
        if self.pieces:
            text = _put_together("".join(self.pieces), literal=state.literal)
            if text:
                yield Run(
                    text, state.tag, min(self.linked, len(text)), state.frame, state.beside, state.main, state.suspect
                )
            self.pieces, self.linked = [], 0

    def add(self, text: str, state: _State) -> None:
        if state.literal:
            text = text.replace("\n", _LINE)
        self.pieces.append(text)
        if state.link:
            self.linked += len(_SPACE.sub(" ", text))


def walk(root: etree._Element) -> list[Run]:
    """The blocks of a page in reading order, those not shown left out.

    Args:
        root: of the parsed page.
    """
    runs: list[Run] = []
    states = [_State("body")]
    #: For each element that only its class makes a frame: the one around it.
    suspects: list[int] = []
    buffer = _Buffer()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            outer = states[-1]
            if tag in DROPPED or _is_hidden(element):
                walker.skip_subtree()
                states.append(outer)
                continue
            state = _enter(element, outer, suspects)
            if tag in BLOCKS:
                if tag in ("td", "th") and outer.row:
                    buffer.pieces.append(_CELL)
                else:
                    runs.extend(buffer.flush(outer))
            elif tag == "br":
                if buffer.pieces and buffer.pieces[-1] == _LINE:
                    runs.extend(buffer.flush(outer))
                else:
                    buffer.pieces.append(_LINE)
            states.append(state)
            if element.text:
                buffer.add(element.text, state)
        else:
            state = states.pop()
            if tag in BLOCKS and not (tag in ("td", "th") and states[-1].row):
                runs.extend(buffer.flush(state))
            if element.tail and len(states) > 1 and (tag != "br" or not element.tail.isspace()):
                buffer.add(element.tail, states[-1])
    runs.extend(buffer.flush(states[-1]))
    _judge(runs, suspects)
    return runs


def _enter(element: etree._Element, outer: _State, suspects: list[int]) -> _State:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not element.attrib and tag not in BLOCKS:
        return outer
    state = _State(
        tag if tag in BLOCKS else outer.tag,
        outer.frame,
        outer.beside,
        outer.main,
        outer.link or (tag == "a" and element.get("href") is not None),
        outer.header or tag == "header",
        outer.row,
        outer.literal or tag == "pre",
        outer.suspect,
    )
    if tag in BLOCKS and tag not in ("td", "th"):
        state.row = tag == "tr" and _is_row(element)
    if tag in ("html", "body"):
        return state
    role = (element.get("role") or "").lower()
    classes = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not outer.frame and (
        tag in ("main", "article")
        or role in ("main", "article")
        or element.get("itemprop") == "articleBody"
        or not MAIN_CLASSES.isdisjoint(classes.lower().split())
    ):
        state.main = True
    words = {word.lower() for word in _WORDS.findall(classes)} if len(classes) > 1 else set()
    if tag in FRAME_TAGS or role in FRAME_ROLES or _is_site_header(element, outer):
        state.frame, state.beside = not outer.main, outer.beside or outer.main
    elif not BESIDE_WORDS.isdisjoint(words):
        state.beside = True
    elif not FRAME_WORDS.isdisjoint(words) and tag not in ("main", "article"):
        suspects.append(outer.suspect)
        state.suspect = len(suspects) - 1
    return state


def _judge(runs: list[Run], suspects: list[int]) -> None:
    """Make the suspected frames frames, unless the page's text is in them."""
    weights = [0] * len(suspects)
    for run in runs:
        if run.suspect >= 0:
            weights[run.suspect] += len(run.text)
    for index in range(len(suspects) - 1, -1, -1):
        if suspects[index] >= 0:
            weights[suspects[index]] += weights[index]
    limit = FRAME_SHARE * sum(len(run.text) for run in runs)
    guilty = [False] * len(suspects)
    for index, outer in enumerate(suspects):
        guilty[index] = weights[index] <= limit or (outer >= 0 and guilty[outer])
    for run in runs:
        if run.suspect >= 0 and guilty[run.suspect]:
            run.frame, run.beside = run.frame or not run.main, run.beside or run.main


def _is_hidden(element: etree._Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (style := attributes.get("style")) and _NOT_SHOWN.search(style):
        return True
    return not HIDDEN_CLASSES.isdisjoint((attributes.get("class") or "").split())


def _is_site_header(element: etree._Element, outer: _State) -> bool:
    return element.tag == "header" and not outer.header and not outer.main and element.find(".//h1") is None


def _is_row(row: etree._Element) -> bool:
    """Whether a table row's cells hold nothing but words, so that the row reads as one block."""
    return len(row) > 1 and not any(element.tag in WITHIN_CELLS for element in row.iterdescendants())


def _put_together(text: str, *, literal: bool) -> str:
    if not literal:
        text = _SPACE.sub(" ", text)
    if _CELL in text:
        text = " | ".join(cell for part in text.split(_CELL) if (cell := part.strip(" " + _LINE)))
    if _LINE in text:
        text = "\n".join(line.strip() for line in text.split(_LINE)).strip()
        if "\n\n" in text:
            text = re.sub(r"\n{2,}", "\n", text) if not literal else text
    return cleaned(text).strip()
