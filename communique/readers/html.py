"""HTML: the page's own text as blocks, its menus and footers told from it, and what it says about itself.

The walk keeps every paragraph of the page's prose, which content extractors sometimes drop, and asks trafilatura
(Barbaresi 2021) which blocks are the page's own text only where the page does not mark its main part itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from communique.readers.blocks import Block, join_blocks
from communique.readers.decode import decode
from communique.readers.html_metadata import PageMetadata, page_metadata
from communique.readers.html_walk import Run, walk
from communique.readers.limits import HTML_DEPTH, MARKUP_TAGS, tags_reason
from communique.readers.source import Extract, ReadError

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: A marked main part counts from this share of the page's unframed text on.
MAIN_SHARE = 0.4
#: Share of a block's characters within links from which it is a link and not prose, and how many such blocks in a
#: row make a list of links.
LINK_SHARE = 0.8
LINK_RUN = 3
#: Words that make a block prose, to be kept whatever the extractor says.
PROSE_WORDS = 12
#: Larger pages than this, in characters, are not shown to trafilatura, whose time grows faster than their length.
TRAFILATURA_CHARACTERS = 300_000

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_PROSE_END = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]]*$")


def decode_html(data: bytes, name: str) -> str:
    """The markup of a page; its ``<meta charset>`` counts where it is not UTF-8.

    Raises:
        ReadError: if it is empty or binary.
    """
    declared = _META_CHARSET.search(data, 0, 4096) or _XML_ENCODING.match(data)
    return decode(data, name, declared=declared[1].decode("ascii", "replace") if declared else None)


def read_html(markup: str, name: str) -> Extract:
    """The extract of a page: its text as blocks, with title and boilerplate marked.

    Args:
        markup: the decoded page.
        name: of its source; used as the page's URL if it is one.

    Raises:
        ReadError: if tags are nested too deep to be read without loss, or no text is in it.
    """
    root = parse_html(markup, name)
    metadata = page_metadata(root, name)
    blocks = list(_blocks(root, markup, metadata))
    text, parts = join_blocks(blocks)
    if not text:
        raise ReadError(name, "holds no text outside its markup")
    heading = next((part for part in parts if part.role == "title"), None)
    title = metadata.title
    if title is None and heading:
        title = " ".join(text[heading.start : heading.end].split())
    return Extract(
        name,
        text,
        "text/html",
        title=title,
        published=metadata.published,
        publisher=metadata.publisher,
        url=metadata.url,
        language=metadata.language,
        translations=metadata.translations,
        blocks=parts,
    )


def parse_html(markup: str, name: str) -> etree._Element:
    """The tree of a page.

    Raises:
        ReadError: if there are more than ``MARKUP_TAGS``, or they are nested deeper than ``HTML_DEPTH``.
    """
    if markup.count("<") > MARKUP_TAGS:
        raise ReadError(name, tags_reason())
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadError(name, "holds no text outside its markup") from error
    last = parser.error_log[-1] if len(parser.error_log) else None
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        raise ReadError(name, f"has HTML tags nested more than {HTML_DEPTH:,} deep")
    return root


def _blocks(root: etree._Element, markup: str, metadata: PageMetadata) -> Iterator[Block]:
    runs = [run for run in walk(root) if run.text]
    open_runs = [run for run in runs if not run.frame]
    # A page that is all frame by its marks is a page marked wrongly.
    if sum(len(run.text) for run in open_runs) < 0.1 * sum(len(run.text) for run in runs):
        open_runs = runs
    body = _main(open_runs, markup)
    title = _title_run(open_runs, body, metadata.title)
    for run in open_runs:
        role = "title" if run is title else "body" if id(run) in body else "boilerplate"
        yield Block(run.text, role)


def _main(runs: list[Run], markup: str) -> set[int]:
    """Identities of the runs that are the page's own text."""
    candidates = [run for run in runs if not run.beside]
    marked = [run for run in candidates if run.main]
    if _weight(marked) < MAIN_SHARE * _weight(candidates) or not marked:
        marked = _by_trafilatura(candidates, markup)
    listed = _link_lists(runs)
    return {id(run) for run in marked if id(run) not in listed}


def _weight(runs: list[Run]) -> int:
    return sum(len(run.text) - run.linked for run in runs)


def _by_trafilatura(runs: list[Run], markup: str) -> list[Run]:
    """The runs that trafilatura finds, and between its first and last all prose that it lost; else all runs."""
    if len(markup) > TRAFILATURA_CHARACTERS:
        return runs
    import trafilatura  # here, for it takes a fifth of a second, which few pages need

    found = trafilatura.extract(
        markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False, fast=True
    )
    lines = {_squeezed(line) for line in (found or "").splitlines()}
    whole = _squeezed(found or "")
    hits = [
        i for i, run in enumerate(runs) if (key := _squeezed(run.text)) in lines or (len(key) > 40 and key in whole)
    ]
    if not hits:
        return runs
    first, last = hits[0], hits[-1]
    chosen = set(hits)
    return [
        run
        for i, run in enumerate(runs)
        if i in chosen
        or _is_prose(run)
        or (first < i < last and run.linked < LINK_SHARE * len(run.text))
        or run.tag == "h1"
    ]


def _is_prose(run: Run) -> bool:
    return (
        run.linked < 0.5 * len(run.text)
        and len(run.text.split()) >= PROSE_WORDS
        and _PROSE_END.search(run.text, max(0, len(run.text) - 8)) is not None
    )


def _squeezed(text: str) -> str:
    """Letters and digits alone: what two extractions of the same words have in common."""
    return "".join(c for c in text if c.isalnum())


def _link_lists(runs: list[Run]) -> set[int]:
    """Identities of the runs in lists of links: ``LINK_RUN`` or more in a row that are nearly all link."""
    listed: set[int] = set()
    row: list[Run] = []
    for run in [*runs, None]:
        if run is not None and run.tag != "h1" and run.linked >= LINK_SHARE * len(run.text):
            row.append(run)
            continue
        if len(row) >= LINK_RUN:
            listed.update(map(id, row))
        row = []
    return listed


def _title_run(runs: list[Run], body: set[int], title: str | None) -> Run | None:
    """The run that is the page's title: the heading that says it, else the only ``h1`` of its text."""
    wanted = _squeezed(title or "").casefold()
    headings = [run for run in runs if run.tag in HEADINGS]
    if wanted:
        for run in [*headings, *runs[:20]]:
            if _squeezed(run.text).casefold() == wanted:
                return run
        for run in headings:
            key = _squeezed(run.text).casefold()
            if len(key) > 12 and (key in wanted or wanted in key):
                return run
    first = [run for run in headings if run.tag == "h1" and (id(run) in body or not wanted)]
    return first[0] if len(first) == 1 else None
