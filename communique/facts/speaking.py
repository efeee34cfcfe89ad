"""Whether a verb is spoken here, and by whom: first person, inverted cues, imperatives, a state's own official."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.frames import words_of
from communique.facts.instrument_names import kind_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_FIRST = frozenset(("i", "we", "me", "us"))
_OWN = frozenset(("my", "our"))
_OWN_HEADS = frozenset(
    "administration government country delegation nation state team people department agency".split()
)
_WITHOUT_SAYING = frozenset("refuse decline fail forget omit hesitate try threaten".split())
#: "declared a state of emergency" is an act, no statement.
_DECLARED = frozenset(
    "emergency disaster holiday winner war victory independence mourning persona bankruptcy ceasefire truce".split()
)
_SPOKEN_AFTER = frozenset(
    "meet speak call talk use take continue go write telephone phone host convene travel participate attend join "
    "gather address visit stop rush step proceed say report understand allege".split()
)
#: Verbs of speech that may still lie ahead: "is due to brief the Council".
_DUE = frozenset(("brief", "address", "announce", "inform", "report", "update"))


def first_person(site: Site, verb: Verb) -> bool:
    """Whether "I" or "we" speak, alone, with others ("Jane and I"), or as an imperative does."""
    for phrase in verb.subject:
        if site.scene.letters[phrase.i] == "r" and site.lows[phrase.i] in _FIRST:
            return True
    return not verb.subject and not led(site, verb) and imperative(site, verb)


def led(site: Site, verb: Verb) -> bool:
    """Whether a verb opens an item of a list whose lead names the speaker: "The Assembly: 1. condemned …"."""
    if not site.discourse.lead or verb.subject:
        return False
    opener = verb
    while opener.follows is not None:
        opener = opener.follows
    return opener.form in "evfp" and not opener.modal and all(t in "#.()dR-',;" for t in site.scene.letters[: opener.i])


def inverted(site: Site, verb: Verb) -> list[Phrase]:
    """ "…," said his press secretary: the subject behind a verb of saying."""
    before = site.scene.letters[verb.i - 1 : verb.i]
    if verb.lemma in site.text.words.clausal and verb.lemma != "tell" and before in ("q", ",") and verb.objects:
        if verb.that < 0 and site.is_person(verb.objects[0]) and verb.i == verb.main:
            return verb.objects[:1]
    return []


def imperative(site: Site, verb: Verb) -> bool:
    """ "Thank you for …" in a turn; "WELCOME the assumption …" in a declaration: the speaker or the signatories."""
    if not site.discourse.voice and not site.text.signatories:
        return False
    start = verb.i
    opening = start <= 2 or all(letter in "#.(),R'-c" for letter in site.scene.letters[:start])
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

    A base form behind "and" hangs on the infinitive before it, as "to act and support"; not where it performs.
    """
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
    if not _has_what_it_needs(site, verb, options):
        return False
    if options.get("told") and first and not wishes_to(verb):
        return False  # "as I said": talk about talk; "I would like to note" performs it
    if options.get("prepared") and first and site.scene.role in ("turn", "answer"):
        return False  # thinking aloud
    if (options.get("prepared") or options.get("performative")) and first and _is_aside(site, verb):
        return False
    if verb.form == "g" and verb.i == verb.main and verb.that < 0 and _of_state(site, verb):
        if options.get("stance") in ("neutral", "support"):
            return False  # "the Agency issued a guide, explaining the rules"
    if verb.relative and verb.passive and verb.lemma in ("request", "ask", "describe", "invite"):
        return False  # "an agency requested by the state"
    if options.get("weak") and verb.that < 0 and "q" not in letters[max(0, verb.i - 8) : verb.j + 8]:
        return False
    if options.get("to_only") and letters[verb.j : verb.j + 1] != "T":
        return False
    if verb.lemma == "wish" and letters[verb.j : verb.j + 1] == "T":
        return False  # "I wish to thank"
    if verb.lemma == "declare" and _DECLARED & set(lows[verb.j : verb.j + 12]):
        return False
    if verb.lemma == "propose" and any(kind_of(site, p) for p in site.slot(verb, "object")):
        return False  # a stage of the instrument
    if verb.lemma in ("thank", "thanks") and lows[verb.j : verb.j + 1] == ["you"]:
        following = lows[verb.j : verb.j + 16]
        if not {"for", "to", "that"} & set(following) or {"attention", "listening"} & set(following[:4]):
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
    return first or not site.conditional(verb)


def _is_aside(site: Site, verb: Verb) -> bool:
    """ "as we celebrate", "what we support": no clause of its own."""
    if not verb.subject:
        return False
    before = site.scene.letters[verb.subject[0].i - 1 : verb.subject[0].i]
    return verb.subject[0].i > 0 and before in ("u", "w") and site.lows[verb.subject[0].i - 1] not in ("but", "that")


def _of_state(site: Site, verb: Verb) -> bool:
    return bool(verb.subject) and site.spot_kind(verb.subject[0]) in ("state", "organization", "body", "conference")


def _has_what_it_needs(site: Site, verb: Verb, options: Mapping[str, Any]) -> bool:
    letters, needs = site.scene.letters, options.get("needs")
    quoted = "q" in letters[verb.i : verb.i + 30]
    if needs == "as":  # "regards the budget as "an instrument of pressure""
        return quoted and bool(verb.pp("as"))
    if needs == "that":
        return verb.that >= 0 or "q" in letters[max(0, verb.i - 3) : verb.j + 3]
    if needs == "called":
        return _is_called(site, verb)
    if needs == "as-before":  # "As Minister Brandt put it, …"
        return bool(verb.subject) and site.lows[verb.subject[0].i - 1] == "as"
    if needs == "agent-object":
        return any(site.is_agent(p) and site.spot_kind(p) != "place" for p in site.slot(verb, "object"))
    if needs == "saying":
        return any(v.infinitive_after is verb and not v.passive and v.lemma in _UNSAID for v in site.clauses.verbs)
    return True


_UNSAID = frozenset(
    "comment say answer name identify confirm discuss disclose elaborate specify speculate respond reveal tell deny "
    "explain give provide reply".split()
)


def _is_called(site: Site, verb: Verb) -> bool:
    """ "calls the road a present", "called it “a gift”": an object, and what it is called."""
    if verb.passive:
        return False
    if not verb.objects:
        return site.scene.letters[verb.j : verb.j + 1] == "q" and "what" in site.lows[: verb.i]
    if len(verb.objects) > 1 and verb.objects[1].at == verb.objects[0].at + 1:
        return site.scene.letters[verb.objects[1].i] in "dj"
    letters, last = site.scene.letters, verb.objects[-1].j
    if letters[last : last + 1] == "q" or "q" in letters[verb.j : verb.objects[0].i]:
        return True
    following = verb.objects[-1].at + 1
    if letters[last : last + 1] == "u" and site.lows[last] == "as":
        return True
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    if kinds[following : following + 1] == "N" and letters[bounds[following][0]] in "dj":
        return letters[bounds[following][1] - 1] != "m"
    return (
        letters[last - 1] == "j" and verb.lemma in ("call", "deem") and last - verb.j > 1
    )  # "called the plan useless"


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


def speaks_on(site: Site, verb: Verb, *, first: bool) -> bool:
    """Whether an infinitive reports speech: "spoke to underscore", "would like to thank", not "failed to welcome"."""
    governor = verb.infinitive_after
    if governor is None:
        return False
    if first:
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
        )
    if governor.negated:
        return False
    if governor.lemma in site.frames.planned and verb.lemma in _DUE:
        return True
    if governor.lemma in ("say", "report", "understand", "believe", "allege"):
        return governor.passive
    return governor.lemma in _SPOKEN_AFTER


def is_refusal(verb: Verb) -> bool:
    """Whether a verb governs speech that did not come: "refused to say"."""
    governor = verb.infinitive_after
    return governor is not None and governor.lemma in _WITHOUT_SAYING


def owned(site: Site, phrase: Phrase) -> bool:
    """ "my", "our" before a noun."""
    return site.lows[phrase.i] in words_of("my our")
