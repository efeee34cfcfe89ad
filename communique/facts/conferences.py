"""Conferences, summits and forums, and who attends them."""

from __future__ import annotations

from communique.facts import sessions
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.organs import is_organ
from communique.facts.settling import plan_if_ahead
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.model import Filler

_KINDS = frozenset(("press", "news", "climate", "international", "peace", "donor"))
#: What makes an assembly of a meeting that somebody attends.
_ASSEMBLED = frozenset(
    "ministerial summit trilateral quadrilateral plenary annual joint ministers leaders principals working technical "
    "preparatory organizational extraordinary intergovernmental interparliamentary".split()
)
_GATHERED = frozenset(
    ("organization", "state", "group", "body", "conference", "adjective", "office", "name", "instrument")
)


def attended(site: Site, phrase: Phrase) -> Draft | None:
    """ "attended an OSCE ministerial meeting", "addressed a conference on drought", "led a team to the G7 talks"."""
    verb = site.governor(phrase)
    if verb is None or verb.lemma not in words_of(site.frames.data["events"]["conference"]["join"]):
        return None
    if verb.lemma in ("hold", "organize", "organise", "host", "open") or not verb.subject:
        return None
    if not phrase.among([*verb.objects, *verb.pp("in", "to", "at", "for")]):
        return None
    i = phrase.i + (site.scene.letters[phrase.i] == "d")
    inside = [s for s in site.spots_in(i, phrase.j) if s.kind in _GATHERED]
    plain = site.head(phrase) in ("meeting", "meetings", "session", "sessions", "talks", "consultations", "discussions")
    about = [
        p
        for p in site.noun_pp(phrase, "on", "for", "of", "about", "concerning")
        if "m" not in site.scene.letters[p.i : p.j]  # "on 11 March" dates it
    ]
    if plain and not inside and not about and _ASSEMBLED.isdisjoint(site.lows[i : phrase.j]):
        return None
    j = about[-1].j if about and about[-1].j - phrase.i < 24 else phrase.j
    return from_spot(site, phrase, site.words(i, j), i, j)


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "the Astana summit", "the October summit in Bishkek", "the weekly press briefing": no capitals needed."""
    joined = attended(site, phrase)
    if joined is not None:
        return joined
    head = site.head(phrase)
    before = site.lows[phrase.j - 2] if phrase.j - 2 >= phrase.i else ""
    if head not in ("summit", "summits") and before not in _KINDS:
        return None
    modified = phrase.j - phrase.i > (2 if site.scene.letters[phrase.i] == "d" else 1)
    j = phrase.j
    for preposition, phrases in site.after(phrase)[:1]:
        if preposition in ("in", "with", "on", "between") and phrases and phrases[-1].j - phrase.i <= 10:
            if preposition != "in" or site.spot_kind(phrases[0]) == "place":
                j = phrases[-1].j
                modified = True
    of = site.noun_pp(phrase, "of")
    if of and is_organ(site, of[0]):
        return sessions.from_noun(site, phrase)
    if not modified or site.lows[phrase.i] in ("a", "an", "any", "no"):
        return None
    i = phrase.i + (site.scene.letters[phrase.i] == "d")
    possessor = site.possessor(phrase)
    if possessor is not None and possessor.j < phrase.j:
        i = possessor.j + (site.scene.letters[possessor.j] == "z")
    draft = from_spot(site, phrase, site.words(i, j), i, j)
    if possessor is not None and "participant" not in draft.roles:
        people = site.fillers([possessor])
        if people:
            draft.roles["participant"] = people
    return draft


def from_spot(site: Site, phrase: Phrase, name: Filler, i: int, j: int) -> Draft:
    """A conference, summit or forum by name, with who attends it."""
    draft = Draft("conference", site.scene, {"name": [name]}, [site.span(i, j)])
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None:
        joins = words_of(site.frames.data["events"]["conference"]["join"])
        if verb.lemma in joins or (verb.lemma == "take" and "part" in site.lows[verb.main : verb.main + 2]):
            beside = [] if verb.objects and site.is_person(verb.objects[0]) else verb.pp("with")
            people = site.fillers(p for p in (*site.slot(verb, "subject"), *beside) if site.is_agent(p))
            if people:
                draft.roles["participant"] = people
                draft.evidence = [(site.evidence(verb)[0], site.span(i, j)[1])]
                if draft.evidence[0][1] - draft.evidence[0][0] > 160 or draft.evidence[0][0] > draft.evidence[0][1]:
                    draft.evidence = [site.span(i, j)]
            draft.realis = site.realis(verb)
        elif (
            verb.lemma in ("be", "hold", "take", "convene", "happen")
            or phrase.among(verb.subject)
            or verb.infinitive
            or verb.modal in ("will", "shall")
        ):
            draft.realis = site.realis(verb)
    if draft.realis in ("negated", "hypothetical") and verb is not None and not phrase.among(verb.subject):
        draft.realis = "actual" if not verb.infinitive else "planned"
    draft.time = site.time_near(i, j, reach=8)
    draft.place = site.place_after(phrase) or (site.place_of(verb) if verb is not None else None)
    plan_if_ahead(site, draft)
    return draft
