"""Whose a post of a career is."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Verb
from communique.mentions.office_kinds import serves_a_state
from communique.mentions.posts import Post
from communique.model import Filler

#: Verbs whose object is whom they put into a post, or take out of one.
TAKING = frozenset(
    "name appoint nominate elect confirm promote designate reappoint inaugurate install dismiss remove sack "
    "oust announce select choose pick tap".split()
)


def body_of_post(site: Site, verb: Verb, who: list[Filler], post: Post, fallback: Filler | None) -> Filler | None:
    """The body that a post is in: by its own words, by its title, the one told before, the appointer's.

    Args:
        site: the sentence.
        verb: that tells of the post.
        who: the holder.
        post: with or without a body.
        fallback: the body told before it.
    """
    if post.body is not None:
        return Filler(post.body, post.body_id)
    for spot in site.scene.spots:
        office = spot.office
        if spot.kind == "office" and office is not None and post.i <= spot.i < post.j:
            if office.body is not None:
                return Filler(office.body, office.body_id)
            abroad = site.lows[post.j : post.j + 1] == ["in"]  # "Deputy Secretary for Trade in New York"
            owned = {"'s", "’s"} & set(site.lows[max(0, post.i - 1) : spot.i])  # "the campus's Chief Officer"
            if fallback is None and not abroad and not owned and serves_a_state(office.rank, office.role):
                owner = likeliest(site, verb, who)
                return Filler(*owner) if owner is not None else None
    return fallback or (_appointers(site, verb) if post.role[:1].isupper() else None)


def likeliest(site: Site, verb: Verb, who: list[Filler]) -> tuple[str, str | None] | None:
    """Whose a post is that the words leave open: the appointing state's or organ's, the holder's, the publisher's."""
    register = site.text.register
    states = {state.name for state in site.text.knowledge.states.values()}
    taking = verb.lemma in TAKING and not verb.passive
    if taking and not verb.subject and site.lows[verb.main] != "to":
        signing = [f for f in site.text.signatories if f.entity is not None]
        organ = signing[0] if len(signing) == 1 else site.text.organization
        if organ is not None:  # "APPOINTED … as Mediator", by whoever resolves
            return organ.name, organ.entity
    for maker in site.fillers(verb.subject[:1]) if taking else ():
        person = register.named(maker.name)
        if person is None and site.spot_kind(verb.subject[0]) in ("state", "organization", "body"):
            return maker.name, maker.entity
        if person is not None and person.serves is not None:
            return person.serves
    known = register.named(who[0].name)
    for held in known.held if known is not None else ():
        if held.phase == "holds" and held.body in states and held.body is not None:
            return held.body, held.body_id
    if site.text.home is not None:
        return site.text.home
    served = {(h.body, h.body_id) for p in register.persons for h in p.held if h.body in states and h.phase == "holds"}
    only = next(iter(served)) if len(served) == 1 else None
    return (only[0], only[1]) if only is not None and only[0] is not None else site.text.about


def _appointers(site: Site, verb: Verb) -> Filler | None:
    """ "Administrator B of the Agency named C as the Coordinating Officer": the post is the Agency's."""
    if verb.lemma not in ("name", "appoint", "designate", "select", "choose", "announce") or verb.passive:
        return None
    for maker in site.fillers(verb.subject[:1]):
        person = site.text.register.named(maker.name)
        if person is not None and person.serves is not None:
            return Filler(*person.serves)
        if person is None and verb.subject and site.spot_kind(verb.subject[0]) in ("organization", "body"):
            return Filler(maker.name, maker.entity)
    return None
