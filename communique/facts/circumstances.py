"""Where and when an event was that its own sentence does not place or date."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.finish import is_in, names_in, titles_of
from communique.facts.site import Site
from communique.facts.speaking import imperative, led
from communique.language.clauses import Verb
from communique.mentions.register import fold
from communique.mentions.scenes import Text
from communique.model import Filler, TimeRef

_DAY = len("2024-05-03")
_OF_THE_DAY = frozenset(("meeting", "call", "conference", "session"))
_DECIDED = frozenset(("instrument", "tenure"))
_NOT_OF_THE_DAY = frozenset(("news", "other", "treaty"))

_PREVIEWS = frozenset("preview previewing upcoming ahead".split())


def place_events(drafts: list[Draft], text: Text) -> None:
    """Where a meeting is, if its own sentence does not say: where the participants travel, or the dateline's town.

    Args:
        drafts: merged; those of meetings get a place.
        text: for its place and title.
    """
    titles = titles_of(text)
    visits: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.type == "visit" and draft.roles.get("destination") and draft.realis != "negated":
            visits.setdefault(draft.scene.start, []).append(draft)
    for draft in drafts:
        if draft.type != "meeting" or draft.place is not None:
            continue
        names = names_in(draft, "participant")
        for visit in visits.get(draft.scene.start, ()):
            if names & names_in(visit, "visitor") and visit.realis == draft.realis:
                draft.place = visit.roles["destination"][0]
        if draft.place is None and text.document.place and text.document.genre != "news" and is_in(draft, titles):
            draft.place = Filler(text.document.place)


def date_by_own_words(site: Site, verb: Verb, drafts: list[Draft]) -> None:
    """ "ADOPT the Plan and EXTEND the mandate", as the signatories of a text write: done on its day.

    Args:
        site: the sentence.
        verb: one that has told something.
        drafts: what it told; those without a time get one.
    """
    published = site.text.document.published or ""
    if len(published) != _DAY or "X" in published or verb.passive or verb.relative or verb.infinitive:
        return
    solemn = site.scene.sentence.words[verb.main].isupper() and led(site, verb)
    if not (solemn or (site.text.signatories and imperative(site, verb))):
        return
    start, end = site.span(verb.i, verb.j)
    for draft in drafts:
        if draft.type in _DECIDED and draft.realis == "actual" and draft.time is None:
            if any(a < end and start < b for a, b in draft.evidence):
                draft.time = TimeRef(published)


def date_events(drafts: list[Draft], text: Text) -> None:
    """A meeting, call or conference that a readout, transcript or declaration is named after was on its day.

    Args:
        drafts: merged; those without a time get one.
        text: for its date, title and genre.
    """
    published = text.document.published or ""
    if len(published) != _DAY or "X" in published or text.document.genre in _NOT_OF_THE_DAY:
        return
    if _PREVIEWS & set(fold(text.document.title or "").split()):
        return
    titles = titles_of(text)
    for draft in drafts:
        if draft.type in _OF_THE_DAY and draft.realis == "actual" and draft.time is None and is_in(draft, titles):
            draft.time = TimeRef(published)
