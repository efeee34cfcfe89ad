"""Conferences, summits and forums, and who attends them."""

from __future__ import annotations

from collections.abc import KeysView

from communique.facts import sessions
from communique.facts.companions import together
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import words_of
from communique.facts.organs import is_organ
from communique.facts.settling import plan_if_ahead, realis_of_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler, TimeRef

_POSTS = frozenset("chair chairmanship presidency membership secretariat vice-chair".split())
_PRESS = frozenset(("press", "news", "media"))
_KINDS = frozenset("climate international peace donor donors pledging ministerial annual review security".split())
_BRIEFINGS = frozenset(("briefing", "conference", "conferences", "availability"))
_ALWAYS = frozenset(("summit", "summits"))
_HELD = frozenset("be hold take convene happen open begin start conclude host organize organise co-host".split())
_GATHERED = frozenset(("conference", "forum", "summit", "symposium"))
_COMING = frozenset("be travel come arrive fly gather meet".split())
_WAS_HELD = frozenset("held hosted convened opened concluded organized organised".split())
_TO_HELD = 6  # tokens of "on climate in Nairobi" up to "held"
_TRAVELLING = frozenset("travel fly go depart leave journey head arrive".split())
_ATTENDING = frozenset("attend join address invite".split())
_MEETING = frozenset("meet gather convene speak hold".split())
_MARGINS = (["margins"], ["sidelines"], ["margin"], ["sideline"])
_THAT_DAY = frozenset(("date", "relative"))
_SPEAKING_AT = frozenset("speak deliver present represent".split())
#: What makes a conference of a meeting that somebody attends.
_ASSEMBLED = frozenset(
    "ministerial summit trilateral quadrilateral plenary annual joint ministers leaders principals working technical "
    "preparatory organizational extraordinary intergovernmental interparliamentary".split()
)
_NAMING = frozenset(
    ("organization", "state", "group", "body", "conference", "adjective", "office", "name", "instrument")
)
_NAMED_BY = ("in", "with", "on", "between", "for", "of")
_LONGEST_NAME = 12
_LONG_EVIDENCE = 160
#: What makes no name of "the historic summit", "this very important conference".
_GENERIC = frozenset(
    "whole entire historic important successful great good productive very first last next recent big multilateral "
    "upcoming forthcoming standalone in-person virtual "
    "full crucial critical special key major wonderful this same entire".split()
)
_ROUNDS = frozenset(("round", "rounds"))
_GATHERINGS = frozenset(("meeting", "meetings", "gathering"))
_INSIDE_NAMES = frozenset(("'", "’", "-", "–", "of", "and", "on", "for", "'s", "’s"))


def from_noun(site: Site, phrase: Phrase, told: Filler | None = None) -> Draft | None:
    """ "the Astana summit", "the October summit in Bishkek", "the weekly press briefing": no capitals needed.

    Args:
        site: the sentence.
        phrase: "summit", "conference" or the like.
        told: the conference last told of, for a bare "the summit".
    """
    head = site.head(phrase)
    of = site.noun_pp(phrase, "of")
    if of and is_organ(site, of[0]):
        return sessions.from_noun(site, phrase)
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None and verb.passive and verb.lemma == "attend" and not verb.pp("by"):
        verb = None
    before = site.lows[phrase.j - 2] if phrase.j - 2 >= phrase.i else ""
    press = head in _BRIEFINGS and (before in _PRESS or bool(_PRESS & set(site.lows[phrase.i : phrase.j])))
    if _is_legislature(site, phrase):
        return None
    modifiers = site.lows[phrase.i + (site.scene.letters[phrase.i] == "d") : phrase.j - 1]
    bare = _GENERIC.issuperset(modifiers)
    joined = verb is not None and bool(_joining(site, verb, phrase) or verb.lemma in _shun(site))
    if bare and told is not None and head in told.name.lower().split() and site.scene.letters[phrase.i] == "d":
        return _told_again(site, phrase, verb, told) if verb is not None else None
    if head in ("briefing", "availability") and not press and not site.scene.heading:
        return None
    if head == "conference" and not press and before not in _KINDS and not joined and not _is_held(phrase, verb):
        return None
    if head not in _ALWAYS and not press and not joined and not _is_held(phrase, verb):
        return None
    j, modified = _name_end(site, phrase, press=press)
    modified = modified or not bare
    indefinite = site.lows[phrase.i] in ("a", "an", "any", "no")
    if not modified or (indefinite and not joined and not press and not _is_held(phrase, verb)):
        return None
    i = phrase.i + (site.scene.letters[phrase.i] == "d")
    if site.lows[i] in _POSTS:
        return None  # "takes the chair of the Forum"
    possessor = site.possessor(phrase)
    if possessor is not None and possessor.j < phrase.j:
        i = possessor.j + (site.scene.letters[possessor.j] == "z")
    draft = from_spot(site, phrase, site.words(i, j), i, j)
    people = site.fillers([possessor]) if possessor is not None and site.is_agent(possessor) else []
    if people:
        draft.roles["participant"] = distinct([*draft.roles.get("participant", ()), *people])
    if press and not draft.roles.get("participant") and indefinite:
        return None
    return draft


def from_spot(site: Site, phrase: Phrase, name: Filler, i: int, j: int) -> Draft:
    """A conference, summit or forum by name, with who attends it."""
    draft = Draft("conference", site.scene, {"name": [name]}, [site.span(i, j)])
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None:
        people = _joining(site, verb, phrase)
        if people and not (verb.objects and site.is_person(verb.objects[0])):
            people = distinct([*people, *together(site, [p for p in verb.pp("with") if site.is_agent(p)])])
        shunned = _is_shunned(site, verb, phrase)
        if people or shunned:
            people = people or together(site, [p for p in site.slot(verb, "subject") if site.is_agent(p)])
            draft.roles["participant"] = people
            draft.evidence = [(site.evidence(verb)[0], site.span(i, j)[1])]
            if draft.evidence[0][1] - draft.evidence[0][0] > _LONG_EVIDENCE or (
                draft.evidence[0][0] > draft.evidence[0][1]
            ):
                draft.evidence = [site.span(i, j)]
            draft.realis = "negated" if shunned and site.realis(verb) != "negated" else site.realis(verb)
        else:
            draft.realis = realis_of_noun(site, phrase, verb)
            if verb.infinitive or verb.modal in ("will", "shall"):
                draft.realis = site.realis(verb)
        if draft.realis in ("negated", "hypothetical") and not shunned and not people:
            if not phrase.among(verb.subject):
                draft.realis = "actual" if not verb.infinitive else "planned"
        if draft.realis == "proposed" and not phrase.among(site.slot(verb, "object")):
            draft.realis = "planned"  # "invited him to the summit": the summit stands
    else:
        draft.realis = realis_of_noun(site, phrase, None)
    if _PRESS & set(name.name.lower().split()):
        possessor = site.possessor(phrase)
        people = site.fillers([possessor]) if possessor is not None and site.is_agent(possessor) else []
        people = distinct([*draft.roles.get("participant", ()), *people, *_who_speaks(site, phrase)])
        if people:
            draft.roles["participant"] = people
        draft.realis = "actual" if draft.realis == "habitual" else draft.realis
    draft.time = site.time_near(i, j, reach=8)
    beyond = verb is not None and (verb.infinitive or phrase.among(verb.pp("for")))
    if beyond and draft.time is not None and (draft.time.start or 0) < site.span(i, j)[0]:
        draft.time = None  # "will fly to Rome on 5 May to attend the summit": the day of the flight
    if draft.time is None and draft.realis == "actual" and site.lows[phrase.i - 2 : phrase.i - 1] in _MARGINS:
        draft.time = _day_of_those_beside(site, phrase)
    draft.place = site.place_after(phrase) or (site.place_of(verb) if verb is not None else None)
    held = next((v for v in site.clauses.verbs if phrase.j <= v.i <= phrase.j + _TO_HELD), None)
    if draft.realis == "planned" and held is not None and _was_held(site, held):
        draft.realis = "actual"  # "thanked them for inviting it to the summit held in September"
        draft.time = site.behind(draft.time) if draft.time is not None else None
    plan_if_ahead(site, draft)
    if draft.time is not None and _dates_another(site, draft.time.start or 0, site.span(i, j)[0]):
        draft.time = None
    return draft


def _was_held(site: Site, verb: Verb) -> bool:
    """Whether a participle tells that the conference before it took place: "held in May", not "to be held"."""
    return verb.relative and verb.passive and verb.i == verb.main and site.lows[verb.i] in _WAS_HELD


def _dates_another(site: Site, time: int, name: int) -> bool:
    """ "On 28 June, he will travel to Madrid for the summit", "will go on 23 October and attend the summit"."""
    starts = site.scene.sentence.starts
    between = [v for v in site.clauses.verbs if time < starts[v.main] < name]
    opening = time <= starts[min(2, len(starts) - 1)]
    return any(v.lemma in _TRAVELLING or (not opening and v.lemma in _ATTENDING) for v in between)


def _day_of_those_beside(site: Site, phrase: Phrase) -> TimeRef | None:
    """ "met today on the margins of the summit": the summit is on."""
    met = next((v for v in reversed(site.clauses.verbs) if v.main < phrase.i and v.lemma in _MEETING), None)
    time = site.time_near(met.i, max(met.j, met.end), kinds=_THAT_DAY) if met is not None else None
    return time if time is not None and time.edtf == site.text.document.published else None


def is_organ_acting(site: Site, phrase: Phrase) -> bool:
    """ "The Conference considered the report": an organ that does something, not an event."""
    verb = site.subject_of(phrase)
    spot = site.scene.spot_to[phrase.j]
    return spot.j - spot.i == 1 and verb is not None and not verb.passive and verb.lemma not in _HELD


def from_organization(site: Site, phrase: Phrase) -> Draft | None:
    """ "attended the Munich Security Conference": one that the knowledge files list as an organization."""
    spot = site.scene.spot_to[phrase.j]
    if not _GATHERED & set(spot.name.lower().split()):
        return None
    verb = site.governor(phrase)
    before = site.lows[max(0, phrase.i - 1) : phrase.i]
    invited = verb is not None and verb.lemma == "invite" and phrase.among(verb.pp("to"))
    joined = (
        verb is not None and bool(_joining(site, verb, phrase)) and phrase.among([*verb.objects, *verb.pp("in", "at")])
    )
    if not (invited or joined or _is_held(phrase, verb) or before in (["during"], ["at"])):
        return None
    (name,) = site.fillers([phrase])[:1]
    return from_spot(site, phrase, name, spot.i, spot.j)


def from_capitals(site: Site, phrase: Phrase) -> Draft | None:
    """ "the G20 Foreign Ministers' Meeting", "the Pacific Ministerial Meeting": a conference by its capitals."""
    words = site.scene.sentence.words
    last = phrase.j - 1
    after = site.scene.letters[phrase.j : phrase.j + 1]
    if (after and after in "drYpnj") or site.lows[phrase.i : phrase.i + 1] == ["for"]:
        return None  # "an Initiative for Meeting the Needs"
    if site.scene.heading or site.head(phrase) not in _GATHERINGS or not words[last][0].isupper():
        return None
    i = last
    while i > 0 and last - i < _LONGEST_NAME:
        word = words[i - 1]
        if not (word[0].isupper() or word[0].isdigit() or word in _INSIDE_NAMES or word in "()"):
            break
        i -= 1
    while i < last and (words[i] in _INSIDE_NAMES or words[i] in "()" or site.lows[i] in ("the", "a", "an")):
        i += 1
    capitals = [w for w in words[i:last] if w[0].isupper()]
    possessed = any(s.kind in ("person", "body") for s in site.spots_in(i, last))
    if len(capitals) < 2 or possessed or i == 0:
        return None
    return from_spot(site, phrase, site.words(i, phrase.j), i, phrase.j)


def attended(site: Site, phrase: Phrase) -> Draft | None:
    """ "attended an OSCE ministerial meeting", "addressed a meeting on drought", "led a team to the G7 talks"."""
    verb = site.governor(phrase)
    if _is_legislature(site, phrase):
        return None
    if verb is None or not verb.subject or verb.lemma in _HELD or site.head(phrase) in _ROUNDS:
        return None
    if verb.lemma not in words_of(site.frames.data["events"]["conference"]["join"]):
        return None
    if not phrase.among([*verb.objects, *verb.pp("in", "to", "at", "for")]):
        return None
    i = phrase.i + (site.scene.letters[phrase.i] == "d")
    inside = [s for s in site.spots_in(i, phrase.j) if s.kind in _NAMING]
    about = [
        p
        for p in site.noun_pp(phrase, "on", "for", "of", "about", "concerning")
        if "m" not in site.scene.letters[p.i : p.j]  # "on 11 March" dates it
    ]
    if not inside and not about and _ASSEMBLED.isdisjoint(site.lows[i : phrase.j]):
        return None
    j = about[-1].j if about and about[-1].j - phrase.i < 2 * _LONGEST_NAME else phrase.j
    return from_spot(site, phrase, site.words(i, j), i, j)


def _is_legislature(site: Site, phrase: Phrase) -> bool:
    """ "Members of Congress": no gathering."""
    before = site.lows[phrase.j - 2] if phrase.j - 2 >= phrase.i else ""
    return site.head(phrase) == "congress" and before in ("of", "in", "the", "u.s.", "")


def _told_again(site: Site, phrase: Phrase, verb: Verb, told: Filler) -> Draft | None:
    start, end = site.span(phrase.i, phrase.j)
    again = Filler(told.name, told.entity, start, end, site.text.document.text[start:end])
    draft = from_spot(site, phrase, again, phrase.i, phrase.j)
    changing = verb.lemma in site.frames.postponed | site.frames.cancelled
    return draft if draft.roles.get("participant") or changing or _is_held(phrase, verb) else None


def _joining(site: Site, verb: Verb, phrase: Phrase) -> list[Filler]:
    """Who attends: the subject of "attended", "took part in", "spoke at", or those it "was attended by"."""
    joins = words_of(site.frames.data["events"]["conference"]["join"])
    part = verb.lemma == "take" and "part" in site.lows[verb.main : verb.main + 2]
    place = verb.lemma == "take" and not part
    if verb.lemma in _COMING and phrase.among(verb.pp("for")):
        return together(site, [p for p in site.slot(verb, "subject") if site.is_person(p)])
    told = verb.lemma == "tell" and phrase.among(verb.objects)  # "told a press conference that …"
    if (verb.lemma not in joins and not part and not told) or place:
        return []
    if verb.lemma in _SPEAKING_AT and not phrase.among([*verb.pp("at"), *verb.pp("in"), *verb.pp("to")]):
        return []
    return together(site, [p for p in site.slot(verb, "subject") if site.is_agent(p) and not phrase.among([p])])


def _shun(site: Site) -> KeysView[str]:
    return words_of(site.frames.data["events"]["conference"]["shun"])


def _is_shunned(site: Site, verb: Verb, phrase: Phrase) -> bool:
    """ "skipped the summit", "would stay away from the summit"."""
    if verb.lemma == "stay" and "away" in site.lows[verb.main : verb.main + 2]:
        return phrase.among(verb.pp("from"))
    return verb.lemma in _shun(site) and phrase.among(verb.objects)


def _is_held(phrase: Phrase, verb: Verb | None) -> bool:
    return verb is not None and verb.lemma in _HELD and (phrase.among(verb.subject) or phrase.among(verb.objects))


def _name_end(site: Site, phrase: Phrase, *, press: bool) -> tuple[int, bool]:
    """Token at which a name without capitals ends, and whether something after the noun makes it one."""
    if press:
        return phrase.j, False
    for preposition, phrases in site.after(phrase)[:1]:
        if preposition in _NAMED_BY and phrases and phrases[-1].j - phrase.i <= _LONGEST_NAME:
            kind = site.spot_kind(phrases[0])
            if "m" in site.scene.letters[phrases[-1].i : phrases[-1].j]:
                continue  # "the summit on Friday"
            if preposition == "in" and kind != "place":
                continue
            if preposition == "of" and kind not in ("organization", "group"):
                continue
            return phrases[-1].j, True
    return phrase.j, False


def _who_speaks(site: Site, phrase: Phrase) -> list[Filler]:
    """ "A joint press conference with R", "… by A and B"; "At a press conference with R, Minister V said": V too."""
    named: list[Filler] = []
    for preposition, phrases in site.after(phrase):
        if preposition in ("with", "by", "of", "between"):
            named.extend(together(site, [p for p in phrases if site.is_person(p)]))
    if site.lows[max(0, phrase.i - 1) : phrase.i] in (["at"], ["during"], ["in"], ["after"], ["following"]):
        verbs = [v for v in site.clauses.verbs if v.subject and not v.relative and not phrase.among(v.subject)]
        verbs.sort(key=lambda v: abs(v.i - phrase.i))
        people = next((found for v in verbs if (found := [p for p in v.subject if site.is_person(p)])), [])
        named = [*together(site, people), *named]
    return named
