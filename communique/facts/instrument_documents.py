"""Documents that are an instrument themselves and say so: "Done at …", "it is hereby ordered", bills signed."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.instrument_names import short_title
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.language.tokens import plain
from communique.mentions.things import thing_words
from communique.model import Filler, TimeRef

#: The words with which a document signs itself: "Done at …".
CLOSING = frozenset(("done", "issued", "adopted", "signed", "given"))
_PERFORMED = frozenset(("ordered", "decreed"))
_PERFORMING = frozenset("order determine delegate make waive certify".split())
_ORDERING = ("executive order", "memorandum", "presidential determination", "determination")
_AFTER_CLOSING = frozenset(("at", "in", "this", "on", "by"))
_DECLARED = frozenset(("declaration", "resolution", "statement", "communiqué"))
_HEAD, _HEAD_LINES, _LONGEST_LINE = 800, 8, 14
_TITLE_REACH = 9


def of_itself(site: Site) -> Draft | None:
    """The document itself, signed or adopted: in its closing formula, or by an order that it gives.

    "Done at Lima on 4 May 2021, in two copies"; "Issued this 18th day of January in Entebbe"; "it is
    hereby ordered as follows"; "in witness of which I set my hand hereunto this second day of May".
    """
    lows = site.lows
    if lows[0] in CLOSING and lows[1:2] and lows[1] in _AFTER_CLOSING:
        return _closed(site)
    for k in range(len(lows) - 1):
        if lows[k] == "hereby" and lows[k + 1] in _PERFORMED:
            return _ordered(site, max(0, k - 2), min(len(lows), k + 4))
        if lows[k] == "hereby" and lows[k + 1] in _PERFORMING and _orders(site):
            return _ordered(site, max(0, k - 1), min(len(lows), k + 5))
        if lows[k] == "hereunto" and "hand" in lows[k : k + 5]:
            return _ordered(site, max(0, k - 2), min(len(lows), k + 9))
    return None


def _orders(site: Site) -> bool:
    """Whether the document is an order by its title: "Memorandum on the Delegation of Authority"."""
    return (site.text.document.title or "").lower().startswith(_ORDERING)


def _heading_of(site: Site) -> tuple[str, str] | None:
    """The document's title and instrument kind: its title, or a line of its head where that names only the house."""
    document = site.text.document
    head = document.text[:_HEAD].splitlines()[:_HEAD_LINES]
    for line in (document.title or "", *head):
        words = line.split()
        kind = _kind(line)
        if kind is not None and (line == document.title or (len(words) < _LONGEST_LINE and words[0][0].isupper())):
            return line, kind
    return None


def _kind(title: str) -> str | None:
    heads = thing_words().heads
    return next((heads[w][1] for w in plain(title).lower().split() if heads.get(w, ("", ""))[0] == "instrument"), None)


def _closed(site: Site) -> Draft | None:
    heading = _heading_of(site)
    if heading is None or (site.lows[0] != "done" and any(v.form != "e" for v in site.clauses.verbs)):
        return None
    title, kind = heading
    draft = _own(site, short_title(title), kind, (0, min(9, len(site.lows))))
    draft.value["status"] = "adopted" if kind in _DECLARED and site.lows[0] != "signed" else "signed"
    draft.time = site.time_near(0, 4)
    place = next((s for s in site.scene.spots if s.kind in ("place", "state")), None)
    if place is not None:
        draft.place = site.fillers([Phrase(place.i, place.j, -1)], place=True)[0]
    return draft


def _ordered(site: Site, i: int, j: int) -> Draft | None:
    heading, published = _heading_of(site), site.text.document.published
    if heading is None:
        return None
    title, kind = heading
    draft = _own(site, plain(title), "law" if kind == "agreement" else kind, (i, j))
    if published:
        draft.time = TimeRef(published, None, None, None)
    return draft


def _own(site: Site, name: str, kind: str, tokens: tuple[int, int]) -> Draft:
    draft = Draft("instrument", site.scene, {"instrument": [Filler(name)]}, [site.span(*tokens)])
    draft.value = {"kind": "agreement" if kind == "treaty" else kind, "status": "signed", "validity": None}
    if site.text.home is not None:
        draft.roles["party"] = [Filler(*site.text.home)]
    return draft


def from_heading(site: Site) -> list[Draft]:
    """Stages that a title in capitals tells; the tagger sees no verb there: "Oduya Approves Flood Declaration"."""
    scene = site.scene
    if scene.role != "title":
        return []
    listed = _lists_bills(site.text.document.title or "")
    statuses: dict[str, str] = site.frames.data["acts"]["instrument"]["status"]
    verbs = site.text.words.verbs
    drafts = []
    for spot in scene.spots:
        if spot.kind != "instrument" or (listed and spot.name[-1].isdigit()):
            continue  # the text below lists the bills
        for k in range(spot.i - 1, max(-1, spot.i - _TITLE_REACH), -1):
            lemma, form = verbs.get(site.lows[k], ("", ""))
            if lemma and (form in "vfeg") and k > 0 and site.lows[k - 1] not in ("of", "on", "the", "a"):
                status = next((s for s, listed in statuses.items() if lemma in words_of(listed)), None)
                if status is not None:
                    name = site.fillers([Phrase(spot.i, spot.j, -1)])
                    drafts.append(_titled(site, name[0], spot.sense or "other", status, (k, spot.j), form))
                    break
    return drafts


def _titled(site: Site, name: Filler, kind: str, status: str, tokens: tuple[int, int], form: str) -> Draft:
    draft = Draft("instrument", site.scene, {"instrument": [name]}, [site.span(*tokens)])
    draft.value = {"kind": "agreement" if kind == "treaty" else kind, "status": status, "validity": None}
    if tokens[0] and site.lows[tokens[0] - 1] in ("to", "will"):
        draft.realis = "planned"
    return draft


def _lists_bills(title: str) -> bool:
    """Whether a title says that bills were signed, which the text then lists: "Bills Signed: H.R. 55 and S. 14"."""
    words = set(title.lower().replace(":", " ").split())
    told = {"bill", "bills", "resolution", "resolutions", "legislation"} & words
    return bool(told) and bool({"signed", "signs", "signing"} & words)


def is_listed_bill(site: Site) -> bool:
    """Whether a sentence is a bill's entry in a list of those signed: what the bill provides for is no event."""
    spot = site.scene.spot_at.get(0)
    if spot is None or spot.kind != "instrument" or site.scene.role == "title" or not spot.name[-1].isdigit():
        return False
    return _lists_bills(site.text.document.title or "")


def from_listed_bill(site: Site) -> Draft | None:
    """A bill by its number at the head of a sentence, in a document whose title says that bills were signed."""
    spot = site.scene.spot_at.get(0)
    if spot is None or not is_listed_bill(site):
        return None
    draft = _own(site, spot.name, "law", (0, min(len(site.lows), spot.j + 9)))
    start, end = site.span(spot.i, spot.j)
    draft.roles["instrument"] = [Filler(spot.name, None, start, end, site.text.document.text[start:end])]
    if site.text.document.published:
        draft.time = TimeRef(site.text.document.published, None, None, None)
    return draft
