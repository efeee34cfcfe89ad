"""What an HTML page's head, JSON-LD and links say about it: title, date, publisher, language, address, translations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from communique.readers.metadata import edtf_of, language_of, language_tag, one_line, publisher_of

#: Names (``name``, ``property`` or ``itemprop``) of meta elements, best first. The dates are of publication: a page's
#: time of change or of a visit is none, and a date guessed from an address or a footer is never taken.
TITLE_METAS = ("og:title", "twitter:title", "dcterms.title", "dc.title", "citation_title", "headline", "title")
DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date", "citation_date",
    "publication_date", "publish_date", "publish-date", "pubdate", "sailthru.date", "parsely-pub-date", "date",
)  # fmt: skip
PUBLISHER_METAS = ("dcterms.publisher", "dc.publisher", "citation_publisher", "og:site_name", "application-name")
LANGUAGE_METAS = ("dcterms.language", "dc.language", "content-language", "language", "og:locale", "inlanguage")
URL_METAS = ("og:url", "twitter:url", "citation_public_url", "dcterms.identifier")
#: Between a page's title and its site's name in ``<title>``.
TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ")
#: A ``<title>`` part must have this many words for the rest to be cut off as the site's name.
TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about itself, outside its text."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str | None
    translations: tuple[str, ...]


def page_metadata(root: etree._Element, name: str) -> PageMetadata:
    """What the page says about itself.

    Args:
        root: of the parsed page.
        name: of its source, which is its address if it is a URL and the page gives no other.
    """
    metas = _metas(root)
    data = _json_ld(root)
    url = _url(root, metas, name)
    return PageMetadata(
        title=_title(root, metas, data),
        published=_published(metas, data),
        publisher=publisher_of(url) or _publisher(metas, data),
        url=url,
        language=_language(root, metas, data),
        translations=_translations(root),
    )


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (meta.get(attribute) or "").strip().lower()
            if key and content and content.strip():
                found.setdefault(key, content.strip())
    return found


def _json_ld(root: etree._Element) -> dict[str, Any]:
    """Fields of the page's schema.org objects, those of articles first."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and script.text:
            try:
                objects.extend(_objects(json.loads(script.text)))
            except (ValueError, RecursionError):
                continue
    objects.sort(key=lambda item: "headline" not in item and "datePublished" not in item)
    merged: dict[str, Any] = {}
    for item in objects:
        for field in ("headline", "datePublished", "publisher", "inLanguage"):
            if field in item:
                merged.setdefault(field, item[field])
    return merged


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(root: etree._Element, metas: dict[str, str], data: dict[str, Any]) -> str | None:
    headline = data.get("headline")
    if isinstance(headline, str) and one_line(headline):
        return one_line(headline)
    found = one_line(_first(metas, TITLE_METAS))
    if found is None:
        element = next(root.iter("title"), None)
        found = one_line(element.text) if element is not None else None
    return without_site(found, metas.get("og:site_name")) if found else None


def without_site(title: str, site: str | None) -> str:
    """A page title without the name of its site before or after it."""
    for separator in TITLE_SEPARATORS:
        if separator in title:
            if site:
                for end in (f"{separator}{site}", f"{site}{separator}"):
                    if title.endswith(end) or title.startswith(end):
                        return title.replace(end, "").strip()
            head, _, tail = title.rpartition(separator)
            if separator in (" | ", " :: ", " » ") and len(head.split()) >= max(TITLE_WORDS, len(tail.split())):
                return head.split(separator)[0].strip() or title
    return title


def _published(metas: dict[str, str], data: dict[str, Any]) -> str | None:
    candidates = [metas[name] for name in DATE_METAS if name in metas]
    if isinstance(date := data.get("datePublished"), str):
        candidates.insert(1 if DATE_METAS[0] in metas else 0, date)
    return next((edtf for value in candidates if (edtf := edtf_of(value))), None)


def _publisher(metas: dict[str, str], data: dict[str, Any]) -> str | None:
    publisher = data.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    if isinstance(publisher, str) and one_line(publisher):
        return one_line(publisher)
    return one_line(_first(metas, PUBLISHER_METAS))


def _language(root: etree._Element, metas: dict[str, str], data: dict[str, Any]) -> str | None:
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    declared = [root.get("lang"), root.get("xml:lang"), root.get(xml_lang), *(metas.get(n) for n in LANGUAGE_METAS)]
    if isinstance(code := data.get("inLanguage"), str):
        declared.append(code)
    return next((code for value in declared if value and (code := language_of(value))), None)


def _url(root: etree._Element, metas: dict[str, str], name: str) -> str | None:
    base = name if "://" in name else ""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return _absolute(base, link.get("href") or "") or (base or None)
    for candidate in URL_METAS:
        if candidate in metas and (url := _absolute(base, metas[candidate])):
            return url
    return base or None


def _absolute(base: str, address: str) -> str | None:
    try:
        url = urljoin(base, address.strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def _translations(root: etree._Element) -> tuple[str, ...]:
    """Languages in which the page says it exists: ``hreflang`` of alternate links, or of links in the page."""
    links = [link for link in root.iter("link") if "alternate" in (link.get("rel") or "").lower().split()]
    codes = [link.get("hreflang") for link in links if link.get("hreflang")]
    if not codes:
        codes = [link.get("hreflang") for link in root.iter("a") if link.get("hreflang")]
    tags = (language_tag(code) for code in codes if code and code.lower() != "x-default")
    return tuple(dict.fromkeys(tag for tag in tags if tag))
