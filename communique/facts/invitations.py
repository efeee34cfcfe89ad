"""Who is invited, and whether the invitation is accepted."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_INVITING = frozenset("extend convey issue renew reiterate send hand deliver offer make receive have repeat".split())


def invited_to(site: Site, verb: Verb) -> tuple[list[Phrase], str]:
    """ "Extended an invitation to King H to visit": the King, proposed; "accepted an invitation to visit": planned."""
    lows = site.lows
    for k in range(verb.i - 1, max(-1, verb.i - 16), -1):
        if lows[k] not in ("invitation", "invitations"):
            continue
        inviting = next((v for v in reversed(site.clauses.verbs) if v.j <= k), None)
        noun = next((p for p in site.clauses.phrases.values() if p.i <= k < p.j), None)
        if inviting is None or noun is None:
            return [], ""
        subjects = [p for p in site.slot(inviting, "subject") if site.is_person(p)]
        if inviting.lemma == "accept":
            if inviting.passive:
                return [], ""
            return subjects, "negated" if inviting.negated else "planned"
        guests = [p for p in (site.noun_pp(noun, "to", "for") or inviting.pp("to", "for")) if site.is_person(p)]
        if inviting.lemma in _INVITING and not inviting.passive:
            return (subjects if inviting.lemma in ("receive", "have") else guests or inviting.objects[:1]), "proposed"
        return guests or subjects, "proposed"
    return [], ""
