"""Meetings and calls that a noun tells: "held talks with …", "President A's call with …", "a meeting between …"."""

from __future__ import annotations

from communique.facts.companions import can_meet, members_of, together, with_shared_heads
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import words_of
from communique.facts.phones import by_phone
from communique.facts.settling import settle_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_GOING = frozenset(("be", "arrive", "travel", "come", "fly", "visit", "return", "gather", "sit", "join", "meet", "due"))
_ADVERBIAL = frozenset(
    "in during after following at before from over upon of throughout amid on ahead since alongside within for".split()
)
_ROUNDS = frozenset("round rounds series cycle session sessions number set marathon day days hours".split())
_PARTNERS = frozenset(("with", "between", "of", "by", "among", "and", "from", "to"))
_UNSURE = frozenset(("conversation", "conversations", "dialogue", "engagement", "discussions", "discussion"))
_MEALS = frozenset("lunch dinner breakfast luncheon banquet".split())
_COMPANY = frozenset(("accompany", "escort"))
_LEADING = frozenset(("lead", "head", "chair", "conduct"))
_NEXT = frozenset(("next", "another", "second", "further", "new"))
_TAKING_PLACE = frozenset(
    "hold take schedule plan last continue resume begin start postpone cancel reschedule "
    "expect foresee envisage set slate".split()
)
_CONSULTATIONS = frozenset(("consultation", "consultations", "coordination", "talks"))
_REFUSING = frozenset("rule refuse decline reject skip cancel postpone seek request".split())
_PRESS = frozenset(("press", "background"))
_ENABLING = frozenset("facilitate enable allow permit encourage require promote support".split())
_HEARING = frozenset("listening working strategy planning brainstorming working-level private".split())
_FOSTERING = frozenset(
    "strengthen enhance promote foster encourage support facilitate deepen intensify advance launch expand see favor "
    "favour welcome value maintain elevate broaden improve sustain".split()
)
_GRANTING = frozenset("grant give offer afford".split())


def from_noun(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """A meeting or call that a noun tells.

    Args:
        site: the sentence.
        phrase: the noun.
        kind: ``meeting`` or ``call``, as the frames have it.
    """
    head = site.head(phrase)
    if head in ("round", "rounds") and site.lows[phrase.j : phrase.j + 1] == ["of"]:
        return None  # its talks tell it
    outer = _round_of(site, phrase)
    verb = site.governor(outer) or site.subject_of(outer)
    if verb is not None and head in _MEALS and verb.lemma == "discuss":
        return None
    if not _PRESS.isdisjoint(site.lows[phrase.i : phrase.j]):
        return None  # "a press call"
    if site.lows[phrase.j : phrase.j + 2] == ["to", "action"]:
        return None
    if (
        head in _UNSURE | _CONSULTATIONS | {"negotiations"}
        and verb is not None
        and _is_wished(verb)
        and not site.noun_pp(phrase, "with")
    ):
        return None  # "agreed to continue their consultations", "strengthen the dialogue between officials"
    if head == "meetings" and verb is not None and verb.lemma in _ENABLING:
        return None
    if kind == "meeting" and by_phone(site, max(0, phrase.i - 2), phrase.j, noun=True):
        kind = "call"  # "a telephone conversation", "video talks"
    kind, participants = _named_with(site, phrase, kind)
    named = bool(participants)
    governed = verb is not None and _governs(site, verb, outer, len(participants))
    if verb is not None and verb.lemma == "attend" and verb.passive and not named:
        return None  # "The meeting was attended by …" adds to the one told before
    if participants:
        participants = [*participants, *_leading(site, outer)]
    if not participants and verb is not None and verb.lemma == "follow" and outer.among(verb.pp("by")):
        participants = list(site.discourse.pair)  # "The call was followed by a working dinner"
    if not participants and verb is not None and outer.among(verb.subject) and verb.lemma in _TAKING_PLACE | {"be"}:
        participants = together(site, [p for p in verb.pp("between", "with", "among") if site.is_agent(p)])
    if verb is not None and verb.lemma in _GRANTING and head in ("audience", "audiences"):
        participants = [*participants, *together(site, [p for p in verb.pp("to") if site.is_person(p)])]
    if verb is not None and governed:
        subjects = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
        if verb.lemma == "join" and verb.passive:
            subjects = [*(p for p in verb.subject if site.is_agent(p)), *subjects]
        participants = [*together(site, subjects), *participants]
    if not participants and verb is not None and _speaks_of_told(site, outer, verb):
        participants = list(site.discourse.pair)
    if named and verb is not None and verb.lemma in _COMPANY and outer.among(verb.pp("to", "for", "in", "at")):
        participants = [*together(site, [p for p in (*verb.subject, *verb.objects) if site.is_agent(p)]), *participants]
    participants = distinct(participants)
    if (named and len(participants) == 1) or (not participants and not _definite(site, outer)):
        participants = distinct([*_who_else(site, outer, verb), *participants])
    if len(participants) == 1 and kind == "meeting" and head == "call" and site.discourse.guests:
        participants = distinct([*site.discourse.guests, *participants])
    if len(participants) < 2 and site.scene.role == "title":
        titled = [Phrase(s.i, s.j, -1) for s in site.scene.spots if s.kind == "person"]
        if len(titled) > 1:
            participants = site.fillers(titled)
    if not participants or (len(participants) < 2 and not is_group(participants[0])):
        return None
    if named and len(participants) == 1 and site.scene.role != "title" and site.noun_pp(phrase, "with"):
        return None  # "delicate negotiations with foreign countries": of whom?
    before = site.lows[phrase.i - 1 : phrase.i]
    if head in _CONSULTATIONS and (before == ["in"] or (head == "consultation" and before in (["through"], ["after"]))):
        return None  # "in consultation with"
    if head == "calls" and len(participants) < 2 and "from" in site.lows[phrase.j : phrase.j + 1]:
        return None  # "responded to emergency calls from families"
    if head == "exchange" and site.lows[outer.j : outer.j + 2] != ["of", "views"]:
        return None
    if head in _UNSURE and (len(participants) < 2 or not (named or governed)):
        return None
    if head == "discussion" and not (governed and site.noun_pp(phrase, "with")):
        return None  # "a detailed discussion by the leaders"
    draft = Draft(kind, site.scene, {"participant": participants}, [site.noun_evidence(outer)])
    if governed and verb is not None and phrase.among(site.slot(verb, "object")):
        start = verb.i if site.scene.letters[verb.i] != "T" else verb.i + 1
        if start < phrase.i:
            draft.evidence = [(site.span(start, start + 1)[0], draft.evidence[0][1])]
    settle_noun(site, draft, outer, verb)
    return draft


def is_of_people(site: Site, phrase: Phrase) -> bool:
    """Whether a session is no organ's: "listening sessions with veterans", "a working session with Minister R"."""
    return not _HEARING.isdisjoint(site.lows[phrase.i : phrase.j]) and bool(site.noun_pp(phrase, "with"))


def _named_with(site: Site, phrase: Phrase, kind: str) -> tuple[str, list[Filler]]:
    """The kind and those whom the noun's own words name: "A's meeting with B", "talks between A and B", "A-B talks"."""
    head, call = site.head(phrase), site.head(phrase) in ("call", "calls")
    participants: list[Filler] = []
    taken = False
    following = site.after(phrase)
    for n, (preposition, phrases) in enumerate(following):
        if preposition == "of" and n and site.spot_kind(following[n - 1][1][-1]) not in ("place", "state"):
            continue  # "a conversation in the context of a court"
        if preposition in ("on", "upon") and call and any(site.is_person(p) for p in phrases) and not taken:
            kind = "meeting"  # "a courtesy call on the Deputy President"
        elif preposition == "for" and head in _MEALS:
            phrases = [p for p in phrases if site.is_person(p)]  # "hosted a dinner for the Prime Minister"
        elif preposition not in _PARTNERS or (preposition in ("from", "to") and not (call or head == "audience")):
            continue
        elif preposition == "of" and (
            taken or not all(can_meet(site, p) or site.scene.spot_to.get(p.j) for p in phrases)
        ):
            continue  # "with the delegation of Norway"
        phrases = with_shared_heads(site, phrases)
        agents = [p for p in phrases if (can_meet(site, p) if preposition in ("with", "of") else site.is_agent(p))]
        participants.extend(together(site, agents))
        taken = taken or bool(agents)
    possessor = site.possessor(phrase)
    if possessor is not None and site.lows[possessor.i] == "our" and not participants:
        participants = _both_who_speak(site)
    elif possessor is not None and site.is_agent(possessor):
        participants = [*_before_and(site, phrase), *site.fillers([possessor]), *participants]
    elif site.scene.role == "title" and (owner := _bare_owner(site, phrase)):
        participants = [*_before_and(site, owner[0]), *site.fillers(owner), *participants]
    elif not participants:
        inside = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in ("state", "adjective", "person")]
        if len({s.name for s in inside}) > 1:  # "U.S.-Russia talks"
            participants = site.fillers(Phrase(s.i, s.j, -1) for s in inside)
    return kind, participants


def _both_who_speak(site: Site) -> list[Filler]:
    """ "In our meeting just now": those who speak in turn."""
    voice, other = site.discourse.voice, site.discourse.addressee
    return [Filler(f.name, f.entity) for f in (*voice, *other)] if len(voice) == 1 and other else []


def _before_and(site: Site, phrase: Phrase) -> list[Filler]:
    """Of a title's "President A and Minister B’s Meeting" A too."""
    out: list[Phrase] = []
    k = phrase.i
    while site.scene.role == "title" and k > 1 and site.lows[k - 1] in ("and", ","):
        spot = site.scene.spot_to.get(k - 1 if site.lows[k - 2] != "," else k - 2)
        if spot is None or spot.kind not in ("person", "office"):
            break
        out.insert(0, Phrase(spot.i, spot.j, -1))
        k = spot.i
    return site.fillers(out)


def _bare_owner(site: Site, phrase: Phrase) -> list[Phrase]:
    """Of a title's "Readout of President A Meeting with …" A."""
    head = phrase.j - 1
    while head > phrase.i and site.scene.spot_to.get(head) is None and head > phrase.j - 4:
        head -= 1
    spot = site.scene.spot_to.get(head)
    if spot is None or spot.kind not in ("person", "office") or phrase.j - 4 > spot.j:
        return []
    return [Phrase(spot.i, spot.j, -1)]


def _speaks_of_told(site: Site, phrase: Phrase, verb: Verb) -> bool:
    """ "The meeting took place in Oslo", "the next round will be held in June": of those who met before."""
    if len(site.discourse.pair) < 2 or not (_definite(site, phrase) or _NEXT & set(site.lows[phrase.i : phrase.j])):
        return False
    return verb.lemma in _TAKING_PLACE and (phrase.among(verb.subject) or phrase.among(verb.objects))


def _leading(site: Site, phrase: Phrase) -> list[Filler]:
    """ "Negotiations between A and B led by Secretary R and Commissioner D": R and D too."""
    following = next((v for v in site.clauses.verbs if v.i > phrase.j), None)
    if following is None or following.lemma not in _LEADING or not following.passive or not following.relative:
        return []
    return together(site, [p for p in following.pp("by") if site.is_person(p)])


def _is_wished(verb: Verb) -> bool:
    """Whether a verb only wishes for talk or makes it better."""
    return verb.lemma in _FOSTERING or (verb.infinitive and verb.lemma in ("continue", "maintain", "keep"))


def _definite(site: Site, phrase: Phrase) -> bool:
    return site.scene.letters[phrase.i] == "d" and site.lows[phrase.i] not in ("a", "an")


def _governs(site: Site, verb: Verb, phrase: Phrase, named: int) -> bool:
    """Whether the verb's subject takes part: "held talks", "came for talks", "took part in talks"."""
    light = words_of(site.frames.data["events"]["meeting"]["light"])
    if verb.lemma in light and phrase.among([*site.slot(verb, "object"), *verb.pp("up"), *verb.pp("off")]):
        return True
    if verb.lemma in _GOING and phrase.among([*verb.pp("for"), *verb.pp("to")]):
        return True
    if verb.lemma in ("participate", "take", "engage") and phrase.among(verb.pp("in")):
        return True
    if verb.lemma == "join" and phrase.among(verb.pp("for", "in", "at")):
        return True
    wishing = (
        verb.lemma in _REFUSING
        or verb.lemma in site.frames.planned | site.frames.proposed
        or verb.lemma in ("look", "call")
    )
    return (
        wishing
        and not verb.passive
        and named < 2
        and phrase.among([*site.slot(verb, "object"), *verb.pp("for", "to"), *verb.pp("out")])
    )


def _who_else(site: Site, phrase: Phrase, verb: Verb | None) -> list[Filler]:
    """ "In a phone call with R, Minister V expressed …", "Minister V, in talks with R, stressed …": Minister V."""
    if site.lows[phrase.i - 1 : phrase.i] and site.lows[phrase.i - 1] in _ADVERBIAL:
        verbs = [v for v in site.clauses.verbs if v.subject and not v.relative]
        later = [v for v in verbs if v.i > phrase.j and v.subject[0].i > phrase.j]
        around = [v for v in verbs if v.subject[0].j <= phrase.i]
        near = [v for v in (verb, *later[:1], *reversed(around)) if v is not None]
        for candidate in near:
            people = [p for p in candidate.subject if site.is_person(p) and not phrase.among([p])]
            if people:
                return together(site, people)
    if verb is None:
        kept = phrase.i <= 4 and not site.scene.heading
        # "10:00 Meeting with …" in a programme
        return members_of(site.text) or (site.keeper(phrase) if kept else _entered(site, phrase))
    return []


def _entered(site: Site, phrase: Phrase) -> list[Filler]:
    """Of a diary's "Accra: Foreign Minister R on a two-day visit; lunch with President K" R."""
    if site.clauses.verbs or site.head(phrase) in ("call", "calls") or not site.noun_pp(phrase, "with"):
        return []
    first = next((s for s in site.scene.spots if s.kind == "person" and s.j <= phrase.i), None)
    return site.fillers([Phrase(first.i, first.j, -1)]) if first is not None else []


def _round_of(site: Site, phrase: Phrase) -> Phrase:
    """ "The third round of talks": the round, which governs and is governed in the place of its talks."""
    kinds, at = site.clauses.kinds, phrase.at
    if at >= 2 and kinds[at - 2 : at] == "Ni" and site.lows[phrase.i - 1] == "of":
        before = site.clauses.phrases[at - 2]
        if site.head(before) in _ROUNDS:
            return before
    return phrase


def is_group(filler: Filler) -> bool:
    """Whether a description means several: "the ministers of the six states"."""
    words = filler.name.split()
    if len(words) < 2 or filler.entity is not None or filler.start is None:
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[0] if "and" in words else words[-1]
    return head[-1] == "s" or words[-1][-1] == "s"
