"""When, where and how real a drafted event is."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb


def settle(site: Site, draft: Draft, verb: Verb) -> None:
    """Gives a draft what stands with its verb; what is dated after the document is planned."""
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.place = site.place_of(verb)
    if draft.realis == "actual" and draft.time is not None and draft.time.edtf and site.is_future(draft.time.edtf):
        draft.realis = "planned"
