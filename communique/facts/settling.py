"""When, where and how real a drafted event is."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb

_PRESENT = frozenset(("currently", "presently", "now", "today", "at present"))


def settle(site: Site, draft: Draft, verb: Verb) -> None:
    """Give a draft what stands with its verb."""
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.place = site.place_of(verb)
    plan_if_ahead(site, draft)


def plan_if_ahead(site: Site, draft: Draft) -> None:
    """What is dated after the document is planned, whatever the tense."""
    if draft.realis == "actual" and draft.time is not None and draft.time.edtf and site.is_future(draft.time.edtf):
        draft.realis = "planned"


def date_of_state(draft: Draft) -> None:
    """Who holds an office on the day of some event holds it before and after: such a day is not its time."""
    time = draft.time
    edtf = time.edtf if time is not None else None
    if time is not None and (time.text or "").lower() in _PRESENT:
        return
    if (
        draft.realis == "actual"
        and draft.value.get("phase") == "holds"
        and edtf is not None
        and "/" not in edtf
        and len(edtf) > len("2024-05")
    ):
        draft.time = None
