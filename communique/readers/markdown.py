"""Markdown with YAML front matter: the whole file is the text, so that offsets hold in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from communique.model import Part
from communique.readers.limits import FRONT_MATTER
from communique.readers.metadata import YAML_LOADER, edtf_of, language_of, language_tag, one_line, publisher_of
from communique.readers.source import Extract

#: The fields of front matter that are metadata, by the names that site generators and archives give them, best first.
DATE_FIELDS = ("date", "published", "published_time", "publish_date", "pubdate", "date_published", "issued")
URL_FIELDS = ("source_url", "url", "canonical_url", "canonical", "permalink", "link")
PUBLISHER_FIELDS = ("publisher", "site_name", "institution", "organization")
LANGUAGE_FIELDS = ("language", "lang", "locale")
TRANSLATION_FIELDS = ("translations", "languages")

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LINE_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?=[ \t])")
_UNDERLINE = re.compile(r"=+[ \t]*(?=\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Field:
    """A value of front matter and where in the file its raw characters stand, quotation marks left out."""

    value: str
    start: int
    end: int


def read_markdown(text: str, name: str) -> Extract:
    """The extract of a Markdown file.

    Title, date, URL, publisher and languages come from YAML front matter, the title else from a first heading. Where
    the title stands in the file there is a title block; its raw characters may differ from the title's value, which
    has YAML escapes decoded and fixed spaces as plain ones.

    Args:
        text: the decoded file.
        name: of its source.
    """
    body_start, fields = _front_matter(text)
    title = next(iter(fields.get("title", ())), None)
    if title is None:
        title = _heading(text, body_start)
    url = _first(fields, URL_FIELDS) or (name if "://" in name else None)
    dates = (edtf_of(found.value) for field in DATE_FIELDS for found in fields.get(field, ()))
    languages = (language_of(found.value) for field in LANGUAGE_FIELDS for found in fields.get(field, ()))
    translations = (language_tag(found.value) for field in TRANSLATION_FIELDS for found in fields.get(field, ()))
    return Extract(
        name,
        text,
        "text/markdown",
        title=one_line(title.value) if title else None,
        published=next((date for date in dates if date), None),
        publisher=_first(fields, PUBLISHER_FIELDS) or publisher_of(url),
        url=url,
        language=next((code for code in languages if code), None),
        translations=tuple(code for code in translations if code),
        blocks=(Part(title.start, title.end, "title"),) if title and title.start < title.end else (),
        body_start=body_start,
    )


def _first(fields: Mapping[str, tuple[Field, ...]], names: tuple[str, ...]) -> str | None:
    found = (one_line(field.value) for name in names for field in fields.get(name, ()))
    return next((value for value in found if value), None)


def _heading(text: str, start: int) -> Field | None:
    """The first line of the body if it is a first-level heading, ``# so`` or underlined with ``===``."""
    while text[start : start + 1].isspace():
        start += 1
    end = text.find("\n", start)
    line = (text[start:end] if end >= 0 else text[start:]).rstrip()
    if line.startswith(("# ", "#\t")):
        value = line[1:].strip().rstrip("#").rstrip()
    elif line and end >= 0 and _UNDERLINE.match(text, end + 1):
        value = line
    else:
        return None
    start = text.index(value, start)
    return Field(value, start, start + len(value))


def _front_matter(text: str) -> tuple[int, dict[str, tuple[Field, ...]]]:
    """Where the body begins, and the fields before it: scalars, or the scalars of a list, by lower-case name."""
    opening = _OPENING.match(text)
    if not opening:
        return 0, {}
    closing = _CLOSING.search(text, opening.end(), opening.end() + FRONT_MATTER)
    if not closing:
        return 0, {}
    block = text[opening.end() : closing.start()]
    fields: dict[str, tuple[Field, ...]] = {}
    try:
        scalars = list(_scalars(block, opening.end()))
    except yaml.YAMLError:
        # "title: Readout: the call" is no YAML but is how people write it: take what stands on single lines.
        at = opening.end()
        for line in block.splitlines(keepends=True):
            if (match := _LINE_FIELD.match(line)) and (value := line[match.end() :].strip()):
                start = at + line.index(value, match.end())
                if value[0] in "\"'" and value[-1] == value[0] and len(value) > 1:
                    start, value = start + 1, value[1:-1]
                fields.setdefault(match[1].lower(), (Field(value, start, start + len(value)),))
            at += len(line)
    else:
        for key, field in scalars:
            fields[key] = (*fields.get(key, ()), field)
    if not fields and block.strip():
        return 0, {}  # a text between two rules
    return closing.end(), fields


def _scalars(block: str, offset: int) -> Iterator[tuple[str, Field]]:
    """The scalars directly under the top mapping, and those of lists there.

    Parser events, not objects: aliases stay what they are, tags make nothing, and depth costs nothing.
    """
    depth = 0
    in_list = False
    key: str | None = None
    for event in yaml.parse(block, Loader=YAML_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            in_list = depth == 2 and isinstance(event, yaml.SequenceStartEvent)
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1:
                key, in_list = None, False
        elif isinstance(event, yaml.ScalarEvent) and depth == 1 and key is None:
            key = event.value.lower()
        elif isinstance(event, yaml.ScalarEvent) and key is not None and (depth == 1 or in_list):
            yield key, Field(event.value, *_raw_span(block, event, offset))
            key = key if in_list else None
        elif isinstance(event, yaml.AliasEvent) and depth == 1:
            key = None


def _raw_span(block: str, scalar: yaml.ScalarEvent, offset: int) -> tuple[int, int]:
    """The characters of a scalar within its marks: without quotation marks, or without ``>`` and ``|`` lines."""
    if scalar.start_mark is None or scalar.end_mark is None:
        return offset, offset
    start, end, style = scalar.start_mark.index, scalar.end_mark.index, scalar.style
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = block.find("\n", start, end) + 1 or end
    raw = block[start:end]
    return offset + start + len(raw) - len(raw.lstrip()), offset + start + len(raw.rstrip())
