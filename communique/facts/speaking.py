"""Whether a verb is spoken here, and by whom: first person, inverted cues, imperatives, a state's own official."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.agents import PEOPLE
from communique.facts.frames import words_of
from communique.facts.saying_needs import as_before, has_what_it_needs
from communique.facts.site import Site
from communique.facts.unspoken import is_other_act
from communique.language.clauses import Phrase, Verb

_FIRST = frozenset(("i", "we", "me", "us"))
#: What leaves "I thank you" a bare courtesy.
_TRAILING = frozenset("you , . ! — – - and very so much god bless".split())
_SOME = frozenset(("some", "others", "many", "critics", "everyone", "nobody"))
_LONGEST_TRAIL = 8  # tokens of "to reporters at a briefing on Monday"
_OWN = frozenset(("my", "our", "the", "this"))
_OWN_HEADS = frozenset(
    "administration government country delegation nation state team people department agency".split()
)
_SPOKEN_AFTER = frozenset(
    "meet speak call talk use take continue go write telephone phone host convene travel participate attend join "
    "wish like gather address visit stop rush step proceed say report understand allege".split()
)
#: Verbs of speech that may still lie ahead: "is due to brief the Council".
_DUE = frozenset(("brief", "address", "announce", "inform", "report", "update"))


def first_person(site: Site, verb: Verb) -> bool:
    """Whether "I" or "we" speak, alone, with others ("Jane and I"), or as an imperative does."""
    for phrase in verb.subject if not verb.relative else ():
        if site.scene.letters[phrase.i] == "r" and site.lows[phrase.i] in _FIRST:
            return True
    return not verb.subject and not led(site, verb) and imperative(site, verb)


def is_speaker(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase can speak: an actor, or people of any trade."""
    return site.is_agent(phrase) or site.head(phrase) in PEOPLE or site.lows[phrase.i : phrase.j][-1] in _SOME


def parenthetic(site: Site, verb: Verb) -> bool:
    """ "…, engineers say; …", "Nobody touched them, he reports, except": a cue between or behind what is said."""
    letters = site.scene.letters
    if not verb.subject or verb.i != verb.main or verb.infinitive or verb.relative:
        return False
    at = verb.subject[0].i
    if at < 3 or letters[at - 1] != "," or verb.j - at > 12:
        return False
    told = verb.lemma in ("tell", "inform", "write", "assure", "remind")  # "…, an official told the agency."
    ends = verb.objects[0].j if verb.objects and told else verb.j
    closed = letters[verb.j : verb.j + 1] in ("", ",", ".", ";", ")") or letters[ends : ends + 1] in ("", ".", ";")
    return closed or _says_where(site, verb, at, ends)


def _says_where(site: Site, verb: Verb, at: int, ends: int) -> bool:
    """ "…, a source told the agency on Monday.", "…, the ministry said in a statement.": behind a whole sentence."""
    letters = site.scene.letters
    behind = letters[ends:].rstrip(".;")
    if verb.that >= 0 or not behind or len(behind) > _LONGEST_TRAIL or set(behind) - set("idjnpYyRm#P"):
        return False
    if behind[0] not in "iR" or letters[0] in "uw":
        return False
    return any(v.subject and v.main < at and v.form in "pev" and not v.relative for v in site.clauses.verbs)


def led(site: Site, verb: Verb) -> bool:
    """Whether a verb opens an item of a list whose lead names the speaker: "The Assembly: 1. condemned …"."""
    if not site.discourse.lead or verb.subject:
        return False
    opener = verb
    while opener.follows is not None:
        opener = opener.follows
    if opener is not verb and site.scene.letters[verb.i - 1] not in "c,":
        return False  # "…, as proposed by Kenya"
    return opener.form in "evfp" and not opener.modal and all(t in "#.()dR-',;" for t in site.scene.letters[: opener.i])


def inverted(site: Site, verb: Verb) -> list[Phrase]:
    """ "…," said his press secretary: the subject behind a verb of saying."""
    before = site.scene.letters[verb.i - 1 : verb.i]
    if verb.lemma in site.text.words.clausal and verb.lemma != "tell" and before in ("q", ",") and verb.objects:
        spoken = site.is_person(verb.objects[0]) or is_speaker(site, verb.objects[0])
        if verb.that < 0 and spoken and verb.i == verb.main:
            return verb.objects[:1]
    return []


def imperative(site: Site, verb: Verb) -> bool:
    """ "Thank you for …" in a turn; "WELCOME the assumption …" in a declaration: the speaker or the signatories."""
    if not site.discourse.voice and not site.text.signatories:
        return False
    start = verb.i
    letters = site.scene.letters
    opening = start <= 2 or all(letter in "#.(),R'-cu" for letter in letters[:start])
    if (
        site.lows[verb.main : verb.main + 2] == ["thank", "you"]
        and letters[start - 1] in ",c-–—"
        and not verb.infinitive
    ):
        return True  # "To all of you, thank you for leading us"
    if opening and (site.lows[verb.main] in ("thank", "thanks") or (site.text.signatories and verb.form == "f")):
        return True
    if site.lows[0] == "please" and opening and verb.form == "f":
        return True
    return site.scene.sentence.words[verb.main].isupper() and len(site.lows[verb.main]) > 3 and not site.scene.heading


def wishes_to(verb: Verb) -> bool:
    """ "I would like to note", "let me note": what is wished for is done."""
    governor = verb.infinitive_after
    return (governor is not None and governor.lemma in ("like", "want", "wish", "let", "have")) or verb.modal == "must"


_RESUMED = frozenset(
    "thank urge call condemn welcome commend reaffirm congratulate express appeal stand reject deplore demand regret "
    "oppose affirm reiterate applaud salute extend offer".split()
)


def resumed(site: Site, verb: Verb) -> None:
    """ "I look forward to deepening our bonds and thank you", "We work to protect all, and urge": "I" and "we" resume.

    A base form behind "and" hangs on the infinitive before it, as "to act and support"; not where it performs. So does
    what is done "hereby" by "I, ANA MOE, President of …".
    """
    if "hereby" in site.lows[verb.i : verb.j]:
        solemn = [p for p in site.clauses.phrases.values() if p.i < verb.i and site.lows[p.i : p.j] in (["i"], ["we"])]
        if solemn:
            verb.subject = solemn[:1]
        return
    if (
        not (verb.infinitive and verb.form == "f" and verb.lemma in _RESUMED)
        or "T" in site.scene.letters[verb.i : verb.j]
    ):
        return
    if site.scene.letters[verb.i - 1] not in "c,":
        return
    for earlier in site.clauses.verbs:
        if earlier.i >= verb.i:
            return
        if earlier.infinitive or earlier.relative or earlier.form != "f" or earlier.modal or not earlier.subject:
            continue
        subject = earlier.subject[0]
        if site.scene.letters[subject.i] == "r" and site.lows[subject.i] in ("i", "we"):
            verb.subject, verb.infinitive, verb.infinitive_after, verb.follows = earlier.subject, False, None, earlier


def own_state(site: Site, verb: Verb) -> bool:
    """ "The United States stands with …", "my administration supports" in the words of its own official."""
    voice = site.discourse.voice
    if not voice or len(verb.subject) != 1:
        return False
    phrase = verb.subject[0]
    if site.head(phrase) in _OWN_HEADS and site.lows[phrase.i] in _OWN:
        return True
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or spot.kind != "state":
        return False
    return any(state.name == spot.name for state in site.discourse.states_of(voice)) or (
        site.text.home is not None and site.text.home[0] == spot.name
    )


def of_home(site: Site, verb: Verb) -> bool:
    """ "The Administration strongly supports H.R. 12", "The President opposes": the publisher's own, in the present."""
    home = site.text.home
    if verb.form != "v" or verb.modal or len(verb.subject) != 1 or not site.is_agent(verb.subject[0]):
        return False
    spot = site.scene.spot_to.get(verb.subject[0].j)
    fillers = tuple(site.fillers(verb.subject))
    if spot is not None and spot.kind == "state" and site.discourse.voice:
        return not site.discourse.states_of(site.discourse.voice) and home is None
    if home is None or (spot is not None and spot.kind == "state"):
        return False
    return [state.name for state in site.discourse.states_of(fillers)] == [home[0]]


def is_spoken(site: Site, verb: Verb, options: Mapping[str, Any], *, first: bool) -> bool:
    """Whether what a frame needs is there, and the verb is neither a question, an act nor a promise to speak.

    Args:
        site: the sentence.
        verb: with a frame of type ``statement``.
        options: of its frame.
        first: whether "I" or "we" speak.
    """
    letters, lows = site.scene.letters, site.lows
    if letters[-1] == "?" or lows[-1] == "?":
        return False
    if first and verb.form == "g" and verb.i == verb.main and verb.i > 1:
        return False  # "we will stay, supporting those who": what one does, not what one says
    if not has_what_it_needs(site, verb, options, first=first):
        return False
    if (
        options.get("told")
        and first
        and not (
            wishes_to(verb) or _tells_somebody(site, verb) or _repeats(site, verb) or "hereby" in lows[: verb.i + 1]
        )
    ):
        return False  # "I said so": talk about talk; "I would like to note" performs it
    if options.get("control") and first and verb.lemma == "ask" and _of_own_house(site, verb):
        return False  # "I have asked the Secretary to lead the review": an order given
    if options.get("prepared") and first and site.scene.role in ("turn", "answer"):
        return False  # thinking aloud
    if (options.get("prepared") or options.get("performative")) and first and _is_aside(site, verb):
        return False
    if verb.form == "g" and verb.i == verb.main and verb.that < 0 and "q" not in letters[verb.j : verb.j + 4]:
        if (options.get("stance") == "neutral" and not _says_so(site, verb)) or (
            options.get("stance") == "support" and _of_state(site, verb)
        ):
            return False  # "the Agency issued a guide, explaining the rules"
    if is_other_act(site, verb, options, first=first):
        return False
    if (
        options.get("weak")
        and verb.that < 0
        and not parenthetic(site, verb)
        and not (as_before(site, verb) or _will_not_say(verb))
        and "q" not in letters[max(0, verb.i - 8) : verb.j + 8]
    ):
        return False
    if options.get("to_only") and letters[verb.j : verb.j + 1] != "T":
        return False
    if options.get("performative") and not first and (verb.infinitive or verb.form in ("e", "p", "g")):
        return False  # "the Government supported discrimination", "is supporting families"
    if verb.lemma in ("thank", "thanks") and lows[verb.j : verb.j + 1] == ["you"]:
        following = lows[verb.j : verb.j + 16]
        if verb.subject and not first:
            return False  # "She sent a note, thank you, and left"
        told = bool(verb.subject) and len(set(following) - _TRAILING) > 0  # "I thank you all"
        if not (told or {"for", "to", "that"} & set(following)) or {"attention", "listening"} & set(following[:4]):
            return False  # "Thank you." closes a turn
    if (
        options.get("control")
        and verb.lemma == "call"
        and not {"to", "for", "not"} & set(lows[verb.j + 1 : verb.j + 24])
    ):
        return False  # "called on the Prime Minister": a visit
    if verb.lemma in ("recognize", "recognise") and _recognition(site, verb):
        return False
    if verb.modal in ("will", "shall", "'ll", "’ll") and verb.lemma != "like":
        promised = first or own_state(site, verb) or verb.lemma in ("brief", "report", "inform", "notify", "update")
        if promised:
            return False  # an undertaking to speak
    return first or parenthetic(site, verb) or not site.conditional(verb)


def _will_not_say(verb: Verb) -> bool:
    """ "He would not speculate"."""
    return verb.negated and verb.modal in ("would", "will") and verb.lemma in ("speculate", "elaborate", "respond")


def _of_own_house(site: Site, verb: Verb) -> bool:
    """Whether those who were asked are the speaker's own officials: "our Special Envoy", a minister of the state."""
    if verb.form == "v" or not verb.objects:
        return False
    phrase = verb.objects[0]
    if site.lows[phrase.i] in ("my", "our") and site.is_agent(phrase):
        return True
    if site.spot_kind(phrase) not in ("person", "office"):
        return False
    asked = {state.name for state in site.discourse.states_of(tuple(site.fillers([phrase])))}
    return bool(asked & {state.name for state in site.discourse.states_of(site.discourse.voice)})


def _tells_somebody(site: Site, verb: Verb) -> bool:
    """ "I have told the Administrator that", "we note with concern"."""
    if verb.lemma in ("note", "observe", "recall") and site.lows[verb.j : verb.j + 1] == ["with"]:
        return True
    told = verb.objects[0] if verb.objects else None
    return verb.lemma == "tell" and told is not None and site.scene.letters[told.i] not in "r" and site.is_person(told)


def _repeats(site: Site, verb: Verb) -> bool:
    """ "As I have often said, the middle class built this country": what opens so is said again."""
    if not verb.subject or verb.lemma not in ("say", "note", "state", "mention", "tell"):
        return False
    at = verb.subject[0].i
    comma = next((k for k in range(verb.j, min(verb.j + 12, len(site.lows))) if site.scene.letters[k] in ",:"), -1)
    opened = at in (1, 2) and site.lows[at - 1] == "as" and site.lows[at - 2 : at - 1] in ([], ["so"], ["and"], ["but"])
    return opened and 0 < comma < len(site.lows) - 3


def _is_aside(site: Site, verb: Verb) -> bool:
    """ "as we celebrate", "what we support": no clause of its own."""
    if not verb.subject:
        return False
    before = site.scene.letters[verb.subject[0].i - 1 : verb.subject[0].i]
    if site.lows[verb.subject[0].i - 1] == "why" and site.lows[0] in ("that", "this", "that's", "that’s", "which"):
        return False  # "That is why I strongly support the Act"
    return verb.subject[0].i > 0 and before in ("u", "w") and site.lows[verb.subject[0].i - 1] not in ("but", "that")


def _says_so(site: Site, verb: Verb) -> bool:
    """ "The Minister raised the vote, saying it was unfair": a clause of its own behind the gerund."""
    if verb.lemma != "say" or site.scene.letters[verb.i - 1] != "," or not verb.subject:
        return False
    return site.is_person(verb.subject[0]) and any(v.i > verb.j and v.subject for v in site.clauses.verbs)


def _of_state(site: Site, verb: Verb) -> bool:
    return bool(verb.subject) and site.spot_kind(verb.subject[0]) in ("state", "organization", "body", "conference")


def _recognition(site: Site, verb: Verb) -> bool:
    """ "Tonga recognises the Republic of Kosovo": an act of one state on another, not praise of a role."""
    subject = site.scene.spot_to.get(verb.subject[-1].j) if verb.subject else None
    state = subject is not None and subject.kind in ("state", "organization")
    if not (state or (verb.subject and site.head(verb.subject[-1]) in ("state", "states"))) or verb.that >= 0:
        return False
    if not verb.objects:
        return verb.relative
    object_spot = site.scene.spot_to.get(verb.objects[0].j)
    return object_spot is not None or site.head(verb.objects[0]) in (
        "government",
        "junta",
        "republic",
        "state",
        "authorities",
    )


def words_of_feeling(site: Site, governor: Verb, verb: Verb) -> bool:
    """Whether an adjective of feeling stands between "be" and an infinitive: "proud to stand with"."""
    states = site.frames.data["statement"]["states"].values()
    between = set(site.lows[governor.main + 1 : verb.i])
    return verb.i - governor.main < 7 and any(between & words_of(words) for words in states)


def speaks_on(site: Site, verb: Verb, *, first: bool) -> bool:
    """Whether an infinitive reports speech: "spoke to underscore", "would like to thank", not "failed to welcome"."""
    governor = verb.infinitive_after
    if governor is None:
        return False
    if first:
        if governor.lemma == "be" and words_of_feeling(site, governor, verb):
            return False  # "I am proud to stand with you", told by its adjective; "I was proud to stand with you"
        if governor.lemma == "have" and site.lows[verb.i - 1] in ("nothing", "more", "something"):
            return False
        return governor.lemma in (
            "like",
            "want",
            "be",
            "have",
            "wish",
            "begin",
            "let",
            "start",
            "take",
            "continue",
            "join",
            "write",
            "allow",
            "permit",
        )
    if governor.negated:
        return False
    if governor.lemma == "have" and governor.objects:
        return site.head(governor.objects[0]) in ("honour", "honor", "pleasure", "privilege")
    if governor.lemma == "call" and governor.pp("on", "upon"):
        return False  # "I call upon all to observe this day"
    if governor.lemma in site.frames.planned and verb.lemma in _DUE:
        return True
    if governor.lemma in ("say", "report", "understand", "believe", "allege"):
        return governor.passive
    return governor.lemma in _SPOKEN_AFTER
