"""Sessions of organs: councils, committees and commissions that meet."""

from __future__ import annotations

from dataclasses import replace

from communique.facts.drafts import Draft
from communique.facts.frames import Frame
from communique.facts.organs import is_organ, plain_organ
from communique.facts.settling import settle
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """An organ meets: "the Council will meet", "the Commission held its third session", "convened a meeting of …"."""
    needs = frame.options.get("needs", "")
    if needs == "attended":
        return _attended(site, verb)
    if needs == "session-object":
        if not verb.objects or site.head(verb.objects[0]) not in (
            "session",
            "meeting",
            "sitting",
            "summit",
            "sessions",
        ):
            return None
    if needs == "" and any(not is_organ(site, p) for p in verb.objects):
        return None  # "is assembling a task force"
    phrases = site.slot(verb, frame.options["body"][0])
    bodies = [p for p in phrases if is_organ(site, p)]
    if not bodies:
        return None
    if needs == "" and verb.lemma == "meet" and (verb.objects and site.is_person(verb.objects[0])):
        return None
    draft = Draft("session", site.scene, {"body": site.fillers(bodies[:1])}, [site.evidence(verb)])
    draft.value = {"topics": (), "level": None}
    settle(site, draft, verb)
    return draft


def _attended(site: Site, verb: Verb) -> Draft | None:
    """ "attended the General Assembly", "took part in the North Atlantic Council"."""
    phrases = site.slot(verb, "object") or verb.pp("in")
    bodies = [p for p in phrases if is_organ(site, p) and site.head(p) not in ("forum", "conference", "summit")]
    people = site.fillers(p for p in site.slot(verb, "subject") if site.is_agent(p))
    if not bodies or not people:
        return None
    roles = {"body": site.fillers(bodies[:1]), "participant": people}
    draft = Draft("session", site.scene, roles, [site.evidence(verb, subject=False)])
    draft.value = {"topics": (), "level": None}
    settle(site, draft, verb)
    return draft


def others_of(site: Site, phrase: Phrase, session: Draft) -> list[Draft]:
    """The other organs of "meetings of the Assembly, the Council and the Commission": each has its own session."""
    of = site.noun_pp(phrase, "of")
    if not site.head(phrase).endswith("s") or len(of) < 2 or not all(is_organ(site, p) for p in of):
        return []
    return [
        replace(session, roles={**session.roles, "body": site.fillers([p])}, evidence=[site.span(p.i, p.j)])
        for p in of[1:]
    ]


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "the regular meeting of the Council of National Coordinators", "the Council's next session"."""
    body: list[Phrase] = []
    possessor = site.possessor(phrase)
    if possessor is not None and is_organ(site, possessor):
        body = [possessor]
    else:
        following = site.after(phrase)[:1]
        of = following[0][1] if following and following[0][0] == "of" else []
        if of and is_organ(site, of[0]):
            body = of[:1]
        else:
            inside = [
                s
                for s in site.spots_in(phrase.i, phrase.j)
                if s.kind == "body" and is_organ(site, Phrase(s.i, s.j, phrase.at))
            ]
            if inside:
                body = [Phrase(inside[-1].i, inside[-1].j, phrase.at)]
    bodies = site.fillers(body) or plain_organ(site, phrase)
    if not bodies:
        return None
    draft = Draft("session", site.scene, {"body": bodies}, [site.noun_evidence(phrase)])
    draft.value = {"topics": (), "level": None}
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None:
        settle(site, draft, verb)
        if verb.lemma in ("attend", "join", "participate", "chair", "lead", "convene", "take") and verb.subject:
            people = [p for p in site.slot(verb, "subject") if site.is_person(p)]
            draft.roles["participant"] = site.fillers(people)
            if verb.lemma in ("chair", "lead"):
                draft.roles["chair"] = site.fillers(people)
    else:
        draft.time = site.time_near(phrase.i, phrase.j)
        draft.place = site.place_after(phrase)
    draft.roles = {role: fillers for role, fillers in draft.roles.items() if fillers}
    return draft
