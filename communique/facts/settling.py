"""When, where and how real a drafted event is."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb


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
