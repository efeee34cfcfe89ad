"""Ceremonies: wreaths, credentials, openings, and their occasions."""

from __future__ import annotations

from collections.abc import KeysView

from communique.facts import delegations
from communique.facts.companions import together
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame, words_of
from communique.facts.invitations import invited_to
from communique.facts.observances import is_asked
from communique.facts.settling import settle, settle_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_SOLEMN = frozenset(("lay", "gather", "meet", "attend", "unveil", "open"))
_MARKING = frozenset(("mark", "celebrate", "commemorate", "honor", "honour", "observe"))
_PASSIVE_HONOURED = frozenset("present award decorate swear honor honour confer bestow invest".split())
_BIOGRAPHIC = frozenset("receive honor honour award decorate bestow confer".split())
_NAMED_DAYS = frozenset(("Day", "Week", "Month", "Year"))
_DAYS = frozenset(("day", "days"))
_NOBODY = frozenset("it this that which year month week day today what there".split())
_PRIVATE = frozenset(("wedding", "birthday"))
_LITURGY = frozenset("memorial funeral prayer thanksgiving remembrance church requiem commemorative interfaith".split())
_WATCHING = frozenset(("attend", "witness"))
_NEAR = 8
_OBSERVANCES = frozenset(("observance", "observances"))
_MONTH = len("2024-05")
_WITHOUT_OBJECT = frozenset(("swear", "award", "decorate", "honor", "honour", "invest", "present", "open"))
#: What is inaugurated or unveiled without a ceremony.
_ABSTRACT = frozenset(
    "action actions plan plans proposal proposals dialogue era phase chapter partnership process cooperation "
    "initiative initiatives programme program strategy policy policies budget package reform reforms measures steps "
    "framework agenda details legislation bill vision roadmap blueprint series effort efforts report "
    "commitments guidance".split()
)
_FROM = frozenset(("from", "of", "by"))
_SHARED = frozenset("open inaugurate unveil cut break lay dedicate".split())
_HOSTS = frozenset("host hostess colleague counterpart guest".split())
_MEALS = frozenset("dinner lunch luncheon banquet breakfast".split())
_FESTIVE = frozenset("state gala honoring honouring honor honour official welcome farewell".split())
_OWN_DAY = frozenset("inauguration swearing-in investiture coronation enthronement".split())
_OPENINGS = frozenset(("opening", "unveiling", "inauguration", "signing"))
_LONGEST_OCCASION = 14


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "laid a wreath at …", "presented his credentials", "inaugurated …"."""
    if verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _SOLEMN:
        return None  # "laid a wreath to mark the anniversary": its occasion
    needs = words_of(frame.options.get("needs", ""))
    objects = site.slot(verb, "object")
    if not _is_solemn(site, verb, needs, objects):
        return None
    if verb.passive and verb.lemma in _PASSIVE_HONOURED:
        who = [p for p in verb.subject if site.is_person(p)] + [p for p in verb.pp("by") if site.is_agent(p)]
    else:
        who = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    given = verb.objects[:2] if verb.lemma in ("award", "present", "decorate") and not verb.passive else []
    if len(given) == 2 and site.is_person(given[0]):
        who = [*who, given[0]]  # "awarded Ambassador X the Order of Merit"
    elif verb.lemma in ("present", "award", "bestow", "confer"):
        who += [p for p in verb.pp("to", "on", "upon") if site.is_person(p)]
    elif verb.lemma == "decorate" and objects and not verb.passive:
        who += [p for p in objects if site.is_person(p)]
    if verb.lemma in _SHARED and not verb.passive:
        beside = verb.pp("with", "alongside")
        who += [p for p in beside if site.spot_kind(p) in ("person", "office") or site.head(p) in _HOSTS]
    people = together(site, who)
    if verb.lemma in ("receive", "accept"):
        people = distinct([*people, *_givers(site, verb)])
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": people}, [site.evidence(verb)])
    occasion = objects[:1] if verb.lemma not in _PASSIVE_HONOURED or not verb.passive else verb.objects[:1]
    occasion = occasion or verb.pp("with", "for")[:1]
    if len(given) == 2 and site.is_person(given[0]):
        occasion = given[1:]
    if verb.lemma in _SOLEMN:
        marking = [v for v in site.clauses.verbs if v.infinitive_after is verb and v.lemma in _MARKING]
        occasion = marking[0].objects[:1] if marking else occasion
        if not marking and verb.lemma == "lay":
            occasion = []
    if occasion:
        draft.roles["occasion"] = [_occasion(site, occasion[0])]
    settle(site, draft, verb)
    told = verb.passive and verb.lemma not in ("honor", "honour", "receive") and draft.realis in ("actual", "habitual")
    if verb.lemma in _BIOGRAPHIC and (told or len(people) < 2) and _is_vague(draft):
        return None  # "received the Dissertation of the Year Award": a life told
    if verb.lemma == "present" and verb.passive and len(people) < 2 and _is_vague(draft):
        return None  # "in 2012 she was presented with the Medal of Merit"
    if verb.lemma == "swear" and len(people) < 2 and draft.realis == "actual" and _is_long_ago(site, draft):
        return None  # "was sworn in as Deputy Auditor on 3 March 2012": where a career stood
    return draft


def _is_vague(draft: Draft) -> bool:
    """Whether no month is told."""
    return draft.time is None or len(draft.time.edtf or "") < _MONTH


def _is_long_ago(site: Site, draft: Draft) -> bool:
    """Whether it was in an earlier year, and not in the months before the text."""
    dated = site.text.document.published
    return draft.time is not None and dated is not None and int(dated[:4]) - int((draft.time.edtf or dated)[:4]) > 1


def _is_solemn(site: Site, verb: Verb, needs: KeysView[str], objects: list[Phrase]) -> bool:
    """Whether a verb of many uses tells of a ceremony here, by its object or what it is done with."""
    if not objects and verb.lemma not in _WITHOUT_OBJECT:
        return False
    if verb.lemma == "break":
        return objects[0].j - objects[0].i == 1 and site.head(objects[0]) in needs  # not "new ground"
    if verb.lemma in ("unveil", "inaugurate"):
        return _ABSTRACT.isdisjoint(site.lows[objects[0].i : objects[0].j])
    if verb.lemma in _MARKING and not _is_marked(
        site, verb, (objects or [Phrase(verb.main, min(verb.j + 4, len(site.lows)), -1)])[0]
    ):
        return False
    if objects and verb.lemma in _MARKING | {"pay"} and "with" not in dict(verb.pps):
        return not needs.isdisjoint(site.lows[objects[0].i : objects[0].j + 1])
    stretches = [(verb.main + 1, verb.end + 1), *((p.i, p.j) for p in objects)]
    return any(not needs.isdisjoint(site.lows[i:j]) for i, j in stretches)


def _is_marked(site: Site, verb: Verb, marked: Phrase) -> bool:
    """Whether somebody marks an occasion: "it marks the anniversary", "celebrated her wedding" tell of none."""
    if any(site.head(p) in _NOBODY for p in verb.subject) or _PRIVATE & set(site.lows[verb.main : marked.j + 2]):
        return False
    if site.head(marked) in _DAYS:
        return site.scene.sentence.words[marked.j - 1][:1].isupper() or _DAYS.isdisjoint(site.lows[marked.j - 1 :][:1])
    return True


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "attended the opening ceremony", "the funeral of President K", "hosted a state banquet in honour of …"."""
    head = site.head(phrase)
    after = site.after(phrase)
    if head in _MEALS and not _FESTIVE & set(site.lows[phrase.i : phrase.j + 2]):
        return None
    if head == "wedding" and "anniversary" in site.lows[phrase.i : phrase.j + 1]:
        return None
    if head == "service" and _LITURGY.isdisjoint(site.lows[phrase.i : phrase.j]):
        return None
    verb = site.governor(phrase) or site.subject_of(phrase)
    attended = verb is not None and verb.lemma == "attend"
    if head in _OBSERVANCES | {"ceremonies"} and verb is not None and is_asked(verb):
        return None  # "I call upon all to take part in ceremonies": an observance
    if head in _OPENINGS and not attended and not any(preposition == "of" for preposition, _ in after):
        return None
    people: list[Filler] = []
    possessor = site.possessor(phrase)
    if possessor is not None and site.is_person(possessor):
        people = site.fillers([possessor])
    for preposition, phrases in after:
        if preposition == "by" or (preposition == "of" and head in _OWN_DAY):
            people.extend(together(site, [p for p in phrases if site.is_person(p)]))
    if verb is not None:
        people = _attending(site, verb, phrase) or people
        if phrase.among(verb.subject) and not people:
            later = (v for v in site.clauses.verbs if v.lemma in ("attend", "witness") and v.i > phrase.j)
            people = together(site, next((v.pp("by") for v in later), []))
    if not people:
        near = (v for v in site.clauses.verbs if v.lemma in _WATCHING and phrase.j <= v.i <= phrase.j + _NEAR)
        people = together(site, [p for v in near for p in v.pp("by") if site.is_agent(p)])
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": distinct(people)}, [site.noun_evidence(phrase)])
    if verb is not None and phrase.among([*site.slot(verb, "object"), *verb.pp("in", "at")]):
        start, end = site.evidence(verb)
        if start < draft.evidence[0][0] and draft.evidence[0][0] - start < 80:
            draft.evidence = [(start, max(end, draft.evidence[0][1]))]
    draft.roles["occasion"] = [_occasion(site, phrase)]
    settle_noun(site, draft, phrase, verb)
    if verb is not None and delegations.attending(site, verb) and draft.realis == "actual":
        draft.realis = "planned"
    if verb is not None and verb.infinitive:
        draft.realis = invited_to(site, verb)[1] or draft.realis
    return draft


def _attending(site: Site, verb: Verb, phrase: Phrase) -> list[Filler]:
    """Who "attended", "hosted", "took part in", "spoke at" it, or those it "was attended by"."""
    joins = words_of(site.frames.data["events"]["ceremony"]["join"])
    part = verb.lemma == "take" and "part" in site.lows[verb.main : verb.main + 2]
    if verb.lemma not in joins and not part:
        return []
    if not phrase.among([*site.slot(verb, "object"), *verb.pp("in"), *verb.pp("at"), *verb.pp("over")]):
        return []
    if verb.infinitive:
        guests, realis = invited_to(site, verb)
        if realis:
            return together(site, guests)
        sent = delegations.attending(site, verb)
        if sent:
            return [*_honoured(site, phrase), *sent]
    return together(site, [p for p in site.slot(verb, "subject") if site.is_agent(p)])


def _honoured(site: Site, phrase: Phrase) -> list[Filler]:
    """Whose inauguration, coronation or the like it is."""
    if site.head(phrase) not in _OWN_DAY:
        return []
    return together(site, [p for p in site.noun_pp(phrase, "of") if site.is_person(p)])


def _givers(site: Site, verb: Verb) -> list[Filler]:
    """Whose credentials are received: "of Ambassador H", "from the newly appointed Ambassador of Norway, P"."""
    following = next((v.i for v in site.clauses.verbs if v.i > verb.end and not v.relative), len(site.lows))
    named = [s for s in site.scene.spots if s.kind == "person" and verb.j <= s.i < following]
    if named and not _FROM.isdisjoint(site.lows[verb.main : named[0].i]):  # not "received the John Frost Award"
        return site.fillers(Phrase(s.i, s.j, -1) for s in named)
    phrases = [p for preposition, group in verb.pps if preposition in ("of", "from") for p in group]
    return site.fillers(p for p in phrases if site.spot_kind(p) == "office")


def _occasion(site: Site, phrase: Phrase) -> Filler:
    of = site.noun_pp(phrase, "of")
    end = of[-1].j if of and of[-1].j - phrase.i < _LONGEST_OCCASION else phrase.j
    words = site.scene.sentence.words
    if end < len(words) and words[end] in _NAMED_DAYS:
        end += 1  # "Independence Day"
    return site.words(phrase.i, end)
