"""Meetings, calls, sessions, conferences and ceremonies, from verbs and from nouns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.drafts import Draft
from communique.facts.frames import Frame
from communique.facts.site import Site
from communique.facts.statements import content_end
from communique.language.clauses import Phrase, Verb
from communique.language.tokens import plain
from communique.model import Filler

_PERSONAL = frozenset(("person", "office", "group", "demonym", "name"))
_PHONE = frozenset(("phone", "telephone", "call", "video", "videoconference"))
_NOT_PARTNERS = frozenset(("meeting", "meetings", "talks", "visit", "summit", "issues", "topics", "importance", "call"))
_GOING = frozenset(("be", "arrive", "travel", "come", "fly"))
_DURING = (["in"], ["during"], ["after"], ["following"], ["at"], ["before"])
_ORGAN_WORDS = frozenset(
    "council quad troika committee forum group assembly commission conference summit parliament congress senate "
    "dialogue "
    "mechanism board diet duma knesset rada majlis bundestag cabinet organ collegium quartet".split()
)
_ORGANS = frozenset("collegium collegiums commission committee council presidium bureau".split())
_SOLEMN = frozenset(("lay", "gather", "meet", "attend", "unveil", "open"))
_MARKING = frozenset(("mark", "celebrate", "commemorate", "honor", "honour", "observe"))
_TOPIC_OPENERS = frozenset("in detail views on about upon notes up through at".split())


def meeting_from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """A meeting or call that a verb tells: "met today with …", "received …", "telephoned …"."""
    options = frame.options
    if not _fits(site, verb, options):
        return None
    participants = _gather(site, verb, options["participant"])
    if len(participants) == 1 and options.get("mutual") and site.lows[verb.subject[0].i if verb.subject else 0] == "we":
        other = next((p for p in reversed(site.discourse.recent) if p.name != participants[0].name), None)
        if other is not None:
            participants = [*participants, Filler(other.name, other.entity)]  # "when we met in Lima in March"
    if len(participants) < 2 and not (options.get("mutual") and _plural_subject(site, verb)):
        return None
    if verb.relative and verb.passive and not verb.pp("by"):
        return None
    kind = frame.type
    if kind == "meeting" and verb.lemma in ("confer", "consult", "converse") and _phone_words(site, verb):
        return None
    if kind == "meeting" and options.get("or_call"):
        if _phone_words(site, verb):
            return None  # the frame of calls will have it
        kind = "call" if verb.lemma == "speak" else "meeting"
    if verb.lemma == "meet" and verb.objects and not any(site.is_agent(p) for p in verb.objects):
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.evidence(verb, subject=False)])
    _settle(site, draft, verb)
    draft.lemma = verb.lemma
    return draft


def event_from_noun(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """A meeting or call that a noun tells: "held talks with …", "President A's call with …", "a meeting between …"."""
    head = site.head(phrase)
    verb = site.governor(phrase) or site.subject_of(phrase)
    light = str(site.frames.data["events"]["meeting"]["light"]).split()
    participants: list[Filler] = []
    if kind == "meeting" and _PHONE & set(site.lows[phrase.i : phrase.j - 1]):
        kind = "call"  # "a telephone conversation", "video talks"
    possessor = site.possessor(phrase)
    for preposition, phrases in site.after(phrase):
        if preposition == "on" and head == "call":
            kind = "meeting"  # "a courtesy call on the Deputy President"
        if preposition in ("with", "between", "of", "by", "among", "and") or (preposition == "on" and head == "call"):
            agents = [p for p in phrases if site.is_agent(p)]
            if preposition == "of" and not all(site.is_person(p) or site.scene.spot_to.get(p.j) for p in phrases):
                continue
            participants.extend(f for f in site.fillers(agents) if all(f.name != o.name for o in participants))
    if not participants and verb is not None and any(p.at == phrase.at for p in verb.subject):
        between = [p for p in verb.pp("between", "with") if site.is_agent(p)]
        participants = site.fillers(between)  # "A meeting was held between A and B"
    if possessor is not None and site.is_agent(possessor):
        participants = [*site.fillers([possessor]), *participants]
    governed = verb is not None and verb.lemma in light and any(p.at == phrase.at for p in site.slot(verb, "object"))
    towards = verb is not None and verb.lemma in _GOING and any(p.at == phrase.at for p in verb.pp("for"))
    if verb is not None and (
        governed or towards or (verb.lemma in ("participate", "take", "engage") and verb.pp("in"))
    ):
        subjects = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
        participants = [*site.fillers(subjects), *participants]
    participants = _distinct(participants)
    if len(participants) == 1 and site.lows[phrase.i - 1 : phrase.i] in _DURING:
        later = next(
            (v for v in site.clauses.verbs if v.i > phrase.j and v.subject and v.subject[0].i > phrase.j), None
        )
        if later is not None:  # "In a phone call with R, Minister V expressed …"
            who = site.fillers(p for p in later.subject if site.is_person(p))
            participants = _distinct([*who, *participants])
    if len(participants) == 1 and kind == "meeting" and head == "call" and site.discourse.guests:
        participants = _distinct([*site.discourse.guests, *participants])
    if len(participants) < 2 and site.scene.role == "title":
        named = [Phrase(s.i, s.j, -1) for s in site.scene.spots if s.kind == "person"]
        if len(named) > 1:
            participants = site.fillers(named)
    if not participants or (len(participants) < 2 and not _groupish(participants[0])):
        return None
    if head in ("consultation", "consultations", "coordination", "talks") and site.lows[phrase.i - 1 : phrase.i] == [
        "in"
    ]:
        return None  # "in consultation with"
    if head in ("conversation", "dialogue", "engagement", "discussions", "discussion") and len(participants) < 2:
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.noun_evidence(phrase)])
    if governed and verb is not None:
        start = verb.i if site.scene.letters[verb.i] != "T" else verb.i + 1
        if start < phrase.i:
            draft.evidence = [(site.span(start, start + 1)[0], draft.evidence[0][1])]
    if verb is not None:
        _settle(site, draft, verb)
        draft.place = draft.place or site.place_after(phrase)
    else:
        draft.time = site.time_near(phrase.i, phrase.j)
        draft.place = site.place_after(phrase)
    if site.lows[phrase.i] == "no":
        draft.realis = "negated"
    if verb is not None and verb.negated and any(p.at == phrase.at for p in verb.subject):
        draft.realis = "negated"
    if draft.realis == "actual" and any(low in ("annual", "regular") for low in site.lows[phrase.i : phrase.j]):
        draft.realis = "habitual"
    return draft


def topics_from_verb(site: Site, verb: Verb) -> tuple[list[Filler], tuple[int, int], list[tuple[int, int]]] | None:
    """What "discussed …" gives: who, the evidence, the topics."""
    if verb.lemma == "exchange" and site.lows[verb.main + 1 : verb.main + 2] != ["views"]:
        return None
    if verb.lemma in ("raise", "address", "cover", "consider", "examine", "focus", "debate", "explore", "compare") and (
        verb.modal or verb.infinitive
    ):
        return None
    subjects = site.slot(verb, "subject")
    if not subjects or not all(
        site.is_agent(p) or site.head(p) in ("talks", "discussions", "meeting") for p in subjects
    ):
        return None
    who = site.fillers(p for p in subjects if site.is_agent(p))
    last = content_end(site, verb)
    start = verb.j
    while start < last and (site.lows[start] in _TOPIC_OPENERS or site.scene.letters[start] == "R"):
        start += 1
    if start >= last:
        return None
    with_phrases = verb.pp("with")
    if with_phrases and site.is_agent(with_phrases[0]):
        who = _distinct([*who, *site.fillers(p for p in with_phrases if site.is_agent(p))])
    return who, site.evidence(verb), [site.span(start, last)]


def session_from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """An organ meets: "the Council will meet", "the Commission held its third session", "convened a meeting of …"."""
    needs = frame.options.get("needs", "")
    if needs == "session-object":
        if not verb.objects or site.head(verb.objects[0]) not in (
            "session",
            "meeting",
            "sitting",
            "summit",
            "sessions",
        ):
            return None
    if needs == "" and any(not _is_organ(site, p) for p in verb.objects):
        return None  # "is assembling a task force"
    phrases = site.slot(verb, frame.options["body"][0])
    bodies = [p for p in phrases if _is_organ(site, p)]
    if not bodies:
        return None
    if needs == "" and verb.lemma == "meet" and (verb.objects and site.is_person(verb.objects[0])):
        return None
    draft = Draft("session", site.scene, {"body": site.fillers(bodies[:1])}, [site.evidence(verb)])
    draft.value = {"topics": (), "level": None}
    _settle(site, draft, verb)
    return draft


def session_from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "the regular meeting of the Council of National Coordinators", "the Council's next session"."""
    body: list[Phrase] = []
    possessor = site.possessor(phrase)
    if possessor is not None and _is_organ(site, possessor):
        body = [possessor]
    else:
        following = site.after(phrase)[:1]
        of = following[0][1] if following and following[0][0] == "of" else []
        if of and _is_organ(site, of[0]):
            body = of[:1]
        else:
            inside = [
                s
                for s in site.spots_in(phrase.i, phrase.j)
                if s.kind == "body" and _is_organ(site, Phrase(s.i, s.j, phrase.at))
            ]
            if inside:
                body = [Phrase(inside[-1].i, inside[-1].j, phrase.at)]
    bodies = site.fillers(body) or _plain_organ(site, phrase)
    if not bodies:
        return None
    draft = Draft("session", site.scene, {"body": bodies}, [site.noun_evidence(phrase)])
    draft.value = {"topics": (), "level": None}
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None:
        _settle(site, draft, verb)
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


def _plain_organ(site: Site, phrase: Phrase) -> list[Filler]:
    """ "a joint collegium meeting", "a meeting between the collegiums": an organ without capitals."""
    for k in range(phrase.i, phrase.j - 1):
        if site.lows[k] in _ORGANS:
            i = phrase.i + (site.scene.letters[phrase.i] == "d")
            return [_words(site, i, k + 1)]
    verb = site.subject_of(phrase) or site.governor(phrase)
    held_between = verb.pp("between", "of") if verb is not None and verb.passive else []
    for group in (site.noun_pp(phrase, "of", "between"), held_between):
        if group and group[0].j - group[0].i > 0 and site.head(group[0]) in _ORGANS:
            i = group[0].i + (site.scene.letters[group[0].i] == "d")
            return [_words(site, i, site.span_end(group[0], 12))]
    return []


def _words(site: Site, i: int, j: int) -> Filler:
    start, end = site.span(i, j)
    quoted = site.text.document.text[start:end]
    return Filler(plain(quoted), None, start, end, quoted)


def conference_from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "the Astana summit", "the October summit in Bishkek", "the weekly press briefing": no capitals needed."""
    head = site.head(phrase)
    before = site.lows[phrase.j - 2] if phrase.j - 2 >= phrase.i else ""
    if head in ("briefing", "conference") and before not in (
        "press",
        "news",
        "climate",
        "international",
        "peace",
        "donor",
    ):
        return None
    modified = phrase.j - phrase.i > (2 if site.scene.letters[phrase.i] == "d" else 1)
    j = phrase.j
    for preposition, phrases in site.after(phrase)[:1]:
        if preposition in ("in", "with", "on", "between") and phrases and phrases[-1].j - phrase.i <= 10:
            if preposition != "in" or site.spot_kind(phrases[0]) == "place":
                j = phrases[-1].j
                modified = True
    of = site.noun_pp(phrase, "of")
    if of and _is_organ(site, of[0]):
        return session_from_noun(site, phrase)
    if not modified or site.lows[phrase.i] in ("a", "an", "any", "no"):
        return None
    i = phrase.i + (site.scene.letters[phrase.i] == "d")
    possessor = site.possessor(phrase)
    if possessor is not None and possessor.j < phrase.j:
        i = possessor.j + (site.scene.letters[possessor.j] == "z")
    draft = conference_from_spot(site, phrase, _words(site, i, j), i, j)
    if possessor is not None and "participant" not in draft.roles:
        people = site.fillers([possessor])
        if people:
            draft.roles["participant"] = people
    return draft


def conference_from_spot(site: Site, phrase: Phrase, name: Filler, i: int, j: int) -> Draft:
    """A conference, summit or forum by name, with who attends it."""
    draft = Draft("conference", site.scene, {"name": [name]}, [site.span(i, j)])
    draft.value = {"topics": ()}
    verb = site.governor(phrase) or site.subject_of(phrase)
    if verb is not None:
        joins = str(site.frames.data["events"]["conference"]["join"]).split()
        if verb.lemma in joins or (verb.lemma == "take" and "part" in site.lows[verb.main : verb.main + 2]):
            people = site.fillers(p for p in site.slot(verb, "subject") if site.is_agent(p))
            if people:
                draft.roles["participant"] = people
                draft.evidence = [(site.evidence(verb)[0], site.span(i, j)[1])]
                if draft.evidence[0][1] - draft.evidence[0][0] > 160 or draft.evidence[0][0] > draft.evidence[0][1]:
                    draft.evidence = [site.span(i, j)]
            draft.realis = site.realis(verb)
        elif (
            verb.lemma in ("be", "hold", "take", "convene", "happen")
            or any(p.at == phrase.at for p in verb.subject)
            or verb.infinitive
            or verb.modal in ("will", "shall")
        ):
            draft.realis = site.realis(verb)
    if (
        draft.realis in ("negated", "hypothetical")
        and verb is not None
        and not any(p.at == phrase.at for p in verb.subject)
    ):
        draft.realis = "actual" if not verb.infinitive else "planned"
    draft.time = site.time_near(i, j, reach=8)
    draft.place = site.place_after(phrase) or (site.place_of(verb) if verb is not None else None)
    if draft.realis == "actual" and draft.time is not None and draft.time.edtf and site.is_future(draft.time.edtf):
        draft.realis = "planned"
    return draft


def ceremony_from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "laid a wreath at …", "presented his credentials", "inaugurated …"."""
    if verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _SOLEMN:
        return None  # "laid a wreath to mark the anniversary": its occasion
    needs = str(frame.options.get("needs", "")).split()
    objects = site.slot(verb, "object")
    if needs:
        near = set(site.lows[verb.i : verb.end + 1])
        if not near & set(needs):
            return None
    elif not objects:
        return None
    if verb.passive and verb.lemma in ("present", "award", "decorate", "swear"):
        who = [p for p in verb.subject if site.is_person(p)]
    else:
        who = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    given = verb.objects[:2] if verb.lemma in ("award", "present") and not verb.passive else []
    if len(given) == 2 and site.is_person(given[0]):
        who = [*who, given[0]]  # "awarded Ambassador X the Order of Merit"
    elif verb.lemma == "present":
        who += [p for p in verb.pp("to") if site.is_person(p)]
    people = site.fillers(who)
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": people}, [site.evidence(verb)])
    occasion = verb.objects[:1] or verb.pp("with", "for")[:1]
    if len(given) == 2 and site.is_person(given[0]):
        occasion = given[1:]
    if verb.lemma in _SOLEMN:
        marking = [v for v in site.clauses.verbs if v.infinitive_after is verb and v.lemma in _MARKING]
        occasion = marking[0].objects[:1] if marking else occasion
        if not marking and verb.lemma == "lay":
            occasion = []
    if occasion:
        group = occasion[0]
        of = site.noun_pp(group, "of")
        start, end = site.span(group.i, of[-1].j if of and of[-1].j - group.i < 14 else group.j)
        quoted = site.text.document.text[start:end]
        draft.roles["occasion"] = [Filler(plain(quoted), None, start, end, quoted)]
    _settle(site, draft, verb)
    return draft


def _fits(site: Site, verb: Verb, options: Mapping[str, Any]) -> bool:
    needs = options.get("needs")
    if needs is None:
        return True
    if needs == "with":
        return bool(verb.pp("with")) and site.is_agent(verb.pp("with")[0])
    if needs == "last":  # "the two leaders, who last spoke on February 3"
        return "last" in site.lows[max(0, verb.i - 1) : verb.main] and not verb.pp("with")
    if needs == "phone":
        return _phone_words(site, verb)
    if needs == "person-object":
        objects = site.slot(verb, "object")
        if not objects or not site.is_person(objects[0]) or site.spot_kind(objects[0]) == "name":
            return False
        if verb.lemma == "call" and (verb.that >= 0 or (len(verb.objects) > 1 and not site.is_person(verb.objects[1]))):
            return False
        if (
            verb.lemma == "call"
            and verb.main + 1 < len(site.lows)
            and site.lows[verb.main + 1] in ("on", "for", "upon")
        ):
            return False
        if verb.lemma == "call" and not verb.passive:  # "called him a friend", "called them out" name or blame
            after = verb.objects[-1].j
            return after >= len(site.lows) or (
                site.scene.letters[after] not in "qdjnpY" and site.lows[after] not in ("out", "by", "names")
            )
        return site.scene.letters[verb.j] not in "q" if verb.j < len(site.lows) else True
    if needs == "person-on":
        on = verb.pp("on", "upon")
        if not on or not site.is_person(on[0]):
            return False
        following = site.lows[on[-1].j : on[-1].j + 2]
        return "to" not in following and "for" not in following
    if needs == "each-other":
        return "each" in site.lows[verb.main : verb.main + 3]
    return True


def _gather(site: Site, verb: Verb, slots: list[str]) -> list[Filler]:
    participants: list[Filler] = []
    for slot in slots:
        phrases = [p for p in site.slot(verb, slot) if site.is_agent(p) and site.head(p) not in _NOT_PARTNERS]
        participants.extend(f for f in site.fillers(phrases) if all(f.name != o.name for o in participants))
    return _distinct(participants)


def _distinct(fillers: list[Filler]) -> list[Filler]:
    out: list[Filler] = []
    for filler in fillers:
        if all(filler.name != other.name for other in out):
            out.append(filler)
    return out


def _groupish(filler: Filler) -> bool:
    words = filler.name.split()
    if len(words) < 2 or filler.entity is not None:
        return False
    return filler.name[-1] == "s" or (words[0].endswith("s") and " and " in filler.name)


def _plural_subject(site: Site, verb: Verb) -> bool:
    if len(verb.subject) != 1:
        return len(verb.subject) > 1
    phrase = verb.subject[0]
    last = site.head(phrase)
    if site.scene.letters[phrase.i] == "r":
        return last in ("they", "we")
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.kind not in ("group", "demonym", "office"):
        return False
    return last.endswith("s") and site.is_person(phrase)


def _phone_words(site: Site, verb: Verb) -> bool:
    return any(low in _PHONE for low in site.lows[verb.i : verb.end + 4])


def _is_organ(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or spot.i < phrase.i:
        return spot is None and site.head(phrase) in _ORGANS
    if spot.kind == "body":
        return any(word in _ORGAN_WORDS or word in _ORGANS for word in spot.name.lower().split())
    return (
        spot.kind == "organization"
        and spot.sense in ("name", "alias")
        and any(word in ("council", "quad", "troika", "committee", "forum") for word in spot.name.lower().split())
    )


def _settle(site: Site, draft: Draft, verb: Verb) -> None:
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.place = site.place_of(verb)
    if draft.realis == "actual" and draft.time is not None and draft.time.edtf and site.is_future(draft.time.edtf):
        draft.realis = "planned"
