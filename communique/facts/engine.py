"""From scenes to drafts: each verb and noun that opens a frame is handed to its fact type, in the order of reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from communique.facts import (
    act_nouns,
    actions,
    careers,
    ceremonies,
    commitments,
    conferences,
    delegations,
    futures,
    instrument_documents,
    instrument_nouns,
    instruments,
    labels,
    listed,
    meetings,
    observances,
    occasions,
    offices,
    performed,
    pledges,
    relief,
    sayings,
    sessions,
    statements,
    talks,
    tenures,
    visits,
)
from communique.facts.circumstances import date_by_own_words
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame, Frames, words_of
from communique.facts.framing import accept, add_attendees, add_companions, add_heads, framing_event, is_companions
from communique.facts.phones import by_phone
from communique.facts.quoting import Quote, attach, cue_of, most_in_mind, scenes_of
from communique.facts.settling import put_off, settle
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.language.quotes import find_quotes
from communique.mentions.references import Discourse
from communique.mentions.scenes import Scene, Text
from communique.model import Filler

_COPULAS = frozenset("is are was were be been am 'm ’m 're ’re stand stands remain remains".split())
_NO_VOICE = frozenset("moderator aide interpreter staff operator host mc announcer participant audience".split())
_ALWAYS_OPEN = frozenset(
    "according will would shall words view opinion congratulations thanks hearts prayers participants attendees".split()
)
#: Facts of one type on the same words in the same sentence are one, however many frames open there.
_REPEATED_BACK = 12
#: What a verb after "will" may tell besides a promise: "will conclude an arrangement" is both.
_ALSO_PROMISED = frozenset(("instrument",))
_VISITS_KEPT = 8
_OPENING_SCENES = 8  # within which a memorandum says whom it is for
_ADDRESSED_SCENES = 4
_COMPANIONS = frozenset(("accompany", "join", "attend", "chair", "co-chair"))
_EVENTS = frozenset(("meeting", "call", "visit", "session", "conference", "ceremony"))  # asked after is not told

_FROM_VERB: Mapping[str, Callable[[Site, Verb, Frame], Draft | None]] = {
    "meeting": meetings.from_verb,
    "call": meetings.from_verb,
    "session": sessions.from_verb,
    "ceremony": ceremonies.from_verb,
    "action": actions.from_verb,
    "statement": statements.from_verb,
}
_SEVERAL_FROM_VERB: Mapping[str, Callable[[Site, Verb, Frame], list[Draft]]] = {
    "tenure": tenures.from_verb,
    "instrument": instruments.from_verb,
    "commitment": commitments.from_verb,
    "visit": visits.from_verb,
}
_FROM_NOUN: Mapping[str, Callable[[Site, Phrase], Draft | None]] = {
    "ceremony": ceremonies.from_noun,
    "tenure": tenures.from_noun,
    "action": act_nouns.from_noun,
    "commitment": pledges.from_noun,
    "instrument": instrument_nouns.from_noun,
}


class Reader:
    """Reads the scenes of one text into drafts; keeps what a reader keeps in mind."""

    def __init__(self, text: Text, frames: Frames) -> None:
        self.text = text
        self.frames = frames
        self.discourse = Discourse(text)
        self.drafts: list[Draft] = []
        self._awaiting: tuple[int, list[Filler], list[Filler]] = (-1, [], [])  # companions of an event yet to be told
        self._speaking = {who[0].name: who[0] for who in text.speakers.values() if who}
        self._undertaken: dict[int, Draft] = {}  # promises of the sentence, by the token of what is to be done
        self._list: listed.OpenList | None = None
        self._changed: set[int] = set()  # offsets of events already told as postponed or cancelled
        self._sitting: list[Filler] = []  # the organ that sat last
        self._conference: Filler | None = None  # the conference last told of
        self._visits: list[Draft] = []
        self._written_to: tuple[Filler, ...] = ()

    def read(self) -> list[Draft]:
        """All drafts, in the order of reading."""
        self._open_pair()
        self._written_to = self._open_letter()
        self.discourse.addressee = self._written_to
        for number, scenes in self.text.by_part().items():
            part = self.text.document.parts[number]
            label = part.speaker.name.lower() if part.speaker is not None else ""
            if part.role in ("question", "dateline") or label in _NO_VOICE:
                for scene in scenes:
                    self.discourse.advance(scene, [])
                continue
            voice = self.text.speakers.get(number, ())
            self._address(voice)
            quotes = [] if voice else find_quotes(self.text.document.text, part.start, part.end)
            if quotes:
                self._read_quoting(scenes, quotes)
            else:
                for scene in scenes:
                    self._read_scene(scene, voice)
        return labels.without_headlines(self.drafts)

    def _read_quoting(self, scenes: Sequence[Scene], quotes: Sequence[Quote]) -> None:
        """First what the author says, then each quotation in the voice of the one who is quoted."""
        starts = [scene.start for scene in scenes]
        touched = {quote: scenes_of(quote, scenes, starts) for quote in quotes}
        quoted_in: dict[int, list[Quote]] = {}
        for quote, inside in touched.items():
            for scene in inside:
                quoted_in.setdefault(scene.start, []).append(quote)
        before = len(self.drafts)
        for scene in scenes:
            quoted = quoted_in.get(scene.start, ())
            self._read_scene(scene, (), lambda at, quoted=quoted: not _within(at, quoted))  # type: ignore[misc]
        cues: dict[int, list[Draft]] = {}
        for draft in self.drafts[before:]:
            if draft.type == "statement" and not draft.own_voice:
                cues.setdefault(draft.scene.start, []).append(draft)
        speaker: tuple[Filler, ...] = ()
        for quote in quotes:
            cue = cue_of(quote, touched[quote], cues) or self._labelled(quote, scenes, starts)
            if cue is not None:
                speaker = tuple(cue.roles["speaker"])
                attach(cue, quote, quotes)
            elif not speaker:
                continue
            first = len(self.drafts)
            for scene in touched[quote]:
                self._read_scene(scene, speaker, lambda at, quote=quote: _within(at, (quote,)), again=True)  # type: ignore[misc]
            # a quotation is one statement, its cue's
            self.drafts[first:] = [d for d in self.drafts[first:] if d.type != "statement"]

    def _labelled(self, quote: Quote, scenes: Sequence[Scene], starts: Sequence[int]) -> Draft | None:
        """The statement of a quotation whose cue is no verb: a label before it, a signature behind."""
        self.discourse.voice = ()
        opens = max(0, bisect_right(starts, quote[0]) - 1)
        closes = max(0, bisect_right(starts, quote[1]) - 1)
        label = labels.before_quotation(Site(scenes[opens], self.discourse, self.frames), quote)
        for scene in scenes[closes : closes + 2] if label is None else ():
            label = label or labels.behind_quotation(Site(scene, self.discourse, self.frames), quote)
        return label if self._keep(label) else None

    def _read_scene(
        self,
        scene: Scene,
        voice: tuple[Filler, ...],
        wanted: Callable[[int], bool] | None = None,
        *,
        again: bool = False,
    ) -> None:
        """Read one sentence.

        Args:
            scene: the sentence.
            voice: who "I" is.
            wanted: whether what stands at an offset is to be read; None: everything.
            again: the sentence was read before, for what stands outside its quotation.
        """
        self.discourse.voice = voice
        if self._list is not None and listed.is_over(scene, self._list):
            self._list = None
        if self._list is None and not self._opens_frame(scene):
            if not again:
                self.discourse.advance(scene, [])
            return
        site = Site(scene, self.discourse, self.frames)
        self._undertaken = {}
        if self._list is not None and not again:
            self._keep(listed.from_item(site, self._list))
        starts = scene.sentence.starts
        subjects: list[Filler] = []
        first = len(self.drafts)
        for verb in site.clauses.verbs:
            if wanted is not None and not wanted(starts[verb.main]):
                continue
            if verb.subject and not subjects and not verb.relative:
                subjects = self._in_mind(site, verb)
            before = len(self.drafts)
            self._verb(site, verb)
            date_by_own_words(site, verb, self.drafts[before:])
        for phrase in site.clauses.phrases.values():
            if (wanted is None or wanted(starts[phrase.i])) and starts[phrase.i] not in self._changed:
                before = len(self.drafts)
                self._noun(site, phrase)
                for draft in self.drafts[before:]:
                    draft.by_noun = draft.type != "statement"  # what is named in passing is so whoever names it
        if again:
            return
        self._keep_all(offices.from_sentence(site))
        self._keep(instrument_documents.of_itself(site))
        self._keep(instrument_documents.from_listed_bill(site))
        self._keep_all(instrument_documents.from_heading(site))
        self._list = listed.opened_list(site) or self._list
        self._keep(labels.from_headline(site))
        self._keep_occasion(occasions.from_title(site))
        for said in (*sayings.from_sentence(site), *performed.from_sentence(site)):
            if wanted is None or wanted(said.at):
                self._keep(said)
        self.discourse.advance(scene, most_in_mind(subjects, self.drafts[first:]))
        self.discourse.lead = labels.lead_of(site)

    def _opens_frame(self, scene: Scene) -> bool:
        """Whether any word of a sentence can open a frame: most sentences need no clauses found."""
        lows = scene.sentence.lows
        if lows[0] in instrument_documents.CLOSING or lows[-1] == ":" or "hereby" in lows or "hereunto" in lows:
            return True
        if scene.role == "title" and ":" in lows:
            return True
        if any(s.kind in ("conference", "instrument", "body") for s in scene.spots):
            return True
        verbs, lemmas, nouns = self.text.words.verbs, self.frames.lemmas, self.frames.nouns
        for low in lows:
            entry = verbs.get(low)
            if entry is not None and (entry[0] in lemmas or entry[0] in careers.APPOINTING):
                return True
            if low in nouns or low in _COPULAS or low in _ALWAYS_OPEN or low in offices.WORDS:
                return True
        return False

    def _in_mind(self, site: Site, verb: Verb) -> list[Filler]:
        """Who a verb's subject puts in mind: of "Neuberger's trip underscores" it is she."""
        owner = site.possessor(verb.subject[0])
        if owner is not None and not site.is_agent(verb.subject[0]):
            return site.fillers([owner])
        return site.fillers(verb.subject)

    # --- verbs and nouns ---------------------------------------------------------------------------------------

    def _verb(self, site: Site, verb: Verb) -> None:
        if verb.lemma in relief.VERBS and self._keep(relief.from_relief(site, verb)) and verb.lemma == "be":
            return
        if verb.lemma in ("be", "stand", "remain"):
            before = len(self.drafts)
            if self._keep(commitments.from_state(site, verb)):
                self._undertake(site, verb, self.drafts[before:])
                return
        if verb.lemma in careers.APPOINTING:
            self._keep_all(careers.from_career(site, verb))
        if verb.lemma == "be" or (verb.lemma == "expect" and verb.passive):
            self._keep(visits.visit_due(site, verb))
        if verb.lemma in ("be", "remain", "continue") or (verb.passive and not verb.relative):
            if self._keep(statements.from_state(site, verb) or sayings.from_message(site, verb)):
                return
        if verb.lemma == "be":
            return
        self._keep(meetings.from_telephone(site, verb))
        if verb.infinitive:
            self._keep(observances.from_call(site, verb))
        if verb.passive and verb.lemma in _COMPANIONS and verb.pp("by") and is_companions(site, verb):
            if not add_companions(site, verb, self.drafts) and not site.scene.heading:
                self._awaiting = (site.scene.start, site.fillers(verb.subject), site.fillers(verb.pp("by")))
            return
        if add_attendees(site, verb, self.drafts):
            self._changed.update(site.span(p.i, p.j)[0] for p in (*verb.objects[:1], *verb.pp("in")[:1]))
            return
        if verb.lemma == "accept" and accept(site, verb, self.drafts):
            return
        if verb.passive and not verb.relative and verb.lemma in ("lead", "head") and verb.pp("by"):
            if add_heads(site, verb, self.drafts):
                return
        before = len(self.drafts)
        if self._frames_of(site, verb) <= _ALSO_PROMISED or verb.modal == "shall":
            self._future(site, verb)
        self._undertake(site, verb, self.drafts[before:])

    def _future(self, site: Site, verb: Verb) -> None:
        """What a verb that opens no frame promises by its "will", "is to", or by one before it."""
        if verb.infinitive and self._keep(futures.from_be_to(site, verb)):
            return
        if self._keep(futures.from_coordinated(site, verb, self._undertaken)) or not verb.modal:
            return
        at = site.span(verb.i, verb.j)[0]
        report = next((d for d in self.drafts[-4:] if d.type == "statement" and _within(at, d.content)), None)
        sources = list(report.roles["speaker"]) if report is not None else list(self.discourse.voice)
        self._keep(futures.from_will(site, verb, reported=bool(sources)))
        self._keep(futures.from_passive(site, verb, sources))

    def _undertake(self, site: Site, verb: Verb, drafts: list[Draft]) -> None:
        """Remember which verb a promise is about, for those coordinated with it."""
        for draft in drafts:
            if draft.type == "commitment" and draft.value["action"] is not None:
                at = draft.value["action"].start
                for doing in site.clauses.verbs:
                    if site.span(doing.i, doing.j)[0] <= at <= site.span(doing.main, doing.j)[0]:
                        self._undertaken[doing.i] = draft

    def _frames_of(self, site: Site, verb: Verb) -> set[str]:
        """Open every frame of a verb and say which; one of lemma and particle shuts out those of the lemma alone."""
        if verb.lemma not in self.frames.lemmas:
            return set()
        taken: set[str] = set()
        for key in site.keys(verb):
            for frame in self.frames.verbs.get(key, ()):
                if frame.type not in taken and self._frame(site, verb, frame, key):
                    taken.add(frame.type)
            if taken and "-" in key:
                break
        return taken

    def _frame(self, site: Site, verb: Verb, frame: Frame, key: str) -> bool:
        if frame.type == "statement" and (commitments.is_commitment(site, verb) or actions.is_act(site, verb)):
            return False
        if frame.type == "topics":
            return self._topics(site, verb, key)
        if frame.type == "change":
            return self._change(site, verb, frame)
        if frame.type in _SEVERAL_FROM_VERB:
            return self._keep_all(_SEVERAL_FROM_VERB[frame.type](site, verb, frame))
        one = _FROM_VERB.get(frame.type)
        draft = one(site, verb, frame) if one is not None else None
        return self._keep_apart(site, draft)

    def _keep_apart(self, site: Site, draft: Draft | None) -> bool:
        """Keep a draft; of meetings with each of several people, one for each."""
        if draft is not None and draft.type in ("meeting", "call"):
            return self._keep_all(meetings.apart(site, draft))
        return self._keep(draft)

    def _topics(self, site: Site, verb: Verb, key: str) -> bool:
        """Topics belong to the event that frames them; without one, those who "discuss" have met."""
        found = meetings.topics_from_verb(site, verb)
        if found is None:
            return False
        who, evidence, topics = found
        spans = tuple(site.quote(*topic) for topic in topics)
        framing = framing_event(site, who, self.drafts)
        if framing is not None:
            framing.value["topics"] = (*framing.value.get("topics", ()), *spans)
            framing.evidence.append(evidence)
            return True
        talked = bool(verb.pp("with")) and site.is_agent(verb.pp("with")[0])  # "reviewed the talks with the King"
        if len(who) < 2 or not (talked or key in words_of(self.frames.data["events"]["meeting"]["discuss"])):
            return False
        kind = (
            "call" if by_phone(site, verb.j, len(site.lows), noun=True) else "meeting"
        )  # "… when they spoke by phone"
        draft = Draft(kind, site.scene, {"participant": who}, [evidence])
        settle(site, draft, verb)
        draft.value["topics"] = spans
        return self._keep(draft)

    def _change(self, site: Site, verb: Verb, frame: Frame) -> bool:
        """ "has postponed a state visit": the event, as postponed or cancelled."""
        changed = visits.change_of_event(site, verb, frame)
        if changed is None:
            return False
        realis, phrase = changed
        self._changed.add(site.span(phrase.i, phrase.j)[0])
        first = len(self.drafts)
        self._noun(site, phrase)
        for draft in self.drafts[first:]:
            draft.realis = realis
            start, end = draft.evidence[0]
            draft.evidence = [(min(start, site.span(verb.i, verb.j)[0]), end)]
            put_off(site, draft)
        return len(self.drafts) > first

    def _noun(self, site: Site, phrase: Phrase) -> None:
        if self._keep(sayings.from_noun(site, phrase)) and site.lows[phrase.i - 1 : phrase.i] == ["at"]:
            return
        kind = site.spot_kind(phrase)
        if kind == "conference" and not conferences.is_organ_acting(site, phrase):
            spot = site.scene.spot_to[phrase.j]
            for name in site.fillers([phrase])[:1]:
                self._keep(conferences.from_spot(site, phrase, name, spot.i, spot.j))
            return
        if kind == "instrument":
            self._keep(instrument_nouns.from_noun(site, phrase))
            return
        if kind in ("body", "organization"):
            self._keep(sessions.from_organ(site, phrase))
        if kind == "organization":
            self._keep(conferences.from_organization(site, phrase))
        self._keep(delegations.named_for(site, phrase))
        for opened in self.frames.nouns.get(site.head(phrase), ()):
            if opened in ("meeting", "call", "session"):
                gathering = self._gathering(site, phrase, opened)
                if self._keep_apart(site, gathering) and gathering is not None and gathering.type == "session":
                    self._keep_all(sessions.others_of(site, phrase, gathering))
            elif opened == "conference":
                self._keep(self._conferring(site, phrase))
            elif opened == "visit":
                self._keep(visits.from_noun(site, phrase, self._visits))
            elif opened in _FROM_NOUN:
                draft = _FROM_NOUN[opened](site, phrase)
                if draft is not None and not (opened == "action" and self._told_by_verb(draft)):
                    self._keep(draft)

    def _told_by_verb(self, act: Draft) -> bool:
        """Whether a verb has told the same act on the same words: "is announcing a grant to"."""
        who, (start, end) = _actor_names(act), act.evidence[0]
        return any(
            d.type == "action" and d.scene is act.scene and _actor_names(d) == who and s < end and start < e
            for d in self.drafts[-_REPEATED_BACK:]
            for s, e in d.evidence
        )

    def _gathering(self, site: Site, phrase: Phrase, opened: str) -> Draft | None:
        """A meeting, call or session told by a noun: of an organ it is a session."""
        span = site.span(phrase.i, phrase.j)
        if any(d.type == "session" and d.scene is site.scene and _covers(d, span) for d in self.drafts[-3:]):
            return None
        if opened == "call":
            return talks.from_noun(site, phrase, opened)
        if opened == "session" and site.head(phrase) in ("meeting", "meetings"):
            return None  # told as a meeting's noun
        if opened == "meeting" and sessions.is_with_persons(site, phrase):
            return talks.from_noun(site, phrase, opened)
        session = sessions.from_noun(site, phrase, self._sitting) or conferences.from_capitals(site, phrase)
        if opened == "session":
            return session or (talks.from_noun(site, phrase, "meeting") if talks.is_of_people(site, phrase) else None)
        return session or talks.from_noun(site, phrase, opened) or conferences.attended(site, phrase)

    def _conferring(self, site: Site, phrase: Phrase) -> Draft | None:
        """A conference told by a noun; by video it is a call."""
        if by_phone(site, phrase.i, phrase.j, noun=True) and "press" not in site.lows[phrase.i : phrase.j]:
            return talks.from_noun(site, phrase, "call")
        return conferences.from_noun(site, phrase, self._conference) or conferences.attended(site, phrase)

    def _keep_occasion(self, occasion: Draft | None) -> None:
        """What a title says its text was spoken at; one told by its noun already only gets who spoke."""
        if occasion is None:
            return
        told = [d for d in self.drafts if d.scene is occasion.scene and d.type in _EVENTS]
        same = next((d for d in told if _overlap(d, occasion.evidence[0])), None)
        role = "visitor" if occasion.type == "visit" else "participant"
        people = occasion.roles.get(role, [])
        if same is not None and same.type == occasion.type:
            same.roles[role] = distinct([*people, *same.roles.get(role, ())])
            same.time = same.time or occasion.time
        elif same is None or (same.type == "meeting" and occasion.type == "ceremony"):
            if same is not None:
                self.drafts.remove(same)  # "at State Dinner"
            if occasion.type != "meeting" or len(people) > 1:
                self._keep(occasion)

    # --- keeping -----------------------------------------------------------------------------------------------

    def _keep(self, draft: Draft | None) -> bool:
        if draft is None or (draft.type in _EVENTS and draft.scene.sentence.words[-1] == "?"):
            return False
        for earlier in reversed(self.drafts[-_REPEATED_BACK:]):
            if earlier.type == draft.type and earlier.scene is draft.scene and earlier.evidence[0] == draft.evidence[0]:
                if draft.type in ("tenure", "instrument") and draft.roles != earlier.roles:
                    continue
                return False
        self.drafts.append(draft)
        self._remember(draft)
        self._join_awaiting(draft)
        return True

    def _join_awaiting(self, draft: Draft) -> None:
        """ "Minister V, accompanied by Ambassador F, met …": who was told before the event is told."""
        sentence, subjects, people = self._awaiting
        role = {"visit": "visitor", "meeting": "participant"}.get(draft.type)
        if role is None or sentence != draft.scene.start:
            return
        if {f.name for f in subjects} & {m.name for m in draft.roles[role]}:
            draft.join(role, people)

    def _keep_all(self, drafts: Iterable[Draft]) -> bool:
        kept = [self._keep(draft) for draft in drafts]  # all are kept, not only up to the first
        return any(kept)

    def _remember(self, draft: Draft) -> None:
        if draft.type == "visit":
            self.discourse.guests = tuple(draft.roles["visitor"][:3])
            self._visits = [*self._visits[-_VISITS_KEPT:], draft]
        elif draft.type == "instrument":
            self.discourse.instruments.append(draft.roles["instrument"][0])
        elif draft.type == "session":
            self._sitting = draft.roles["body"][:1]
        elif draft.type == "conference":
            self._conference = draft.roles["name"][0]
        elif draft.type in ("meeting", "call") and draft.realis != "negated":
            people = draft.roles["participant"]
            if len(people) >= 2:
                self.discourse.pair = tuple(people[:4])

    def _open_pair(self) -> None:
        """Before anything is told, "the leaders" are the persons of the title."""
        for scene in self.text.scenes:
            if scene.role == "title":
                people = list(scene.persons.values())
                if len(people) >= 2:
                    self.discourse.pair = tuple(Filler(p.name, p.entity) for p in people[:3])
                    return

    def _open_letter(self) -> tuple[Filler, ...]:
        """Whom "you" means in a memorandum: the offices under "Memorandum for"."""
        for n, scene in enumerate(self.text.scenes[:_OPENING_SCENES]):
            if scene.sentence.lows[:2] == ["memorandum", "for"]:
                offices: list[Filler] = []
                for each in self.text.scenes[n : n + _ADDRESSED_SCENES]:
                    site = Site(each, self.discourse, self.frames)
                    here = [Phrase(s.i, s.j, -1) for s in each.spots if s.kind in ("office", "person")]
                    if not here or each.sentence.words[-1] in (".", ":"):
                        break
                    offices.extend(site.fillers(here))
                return tuple(offices[:_ADDRESSED_SCENES])
        return ()

    def _address(self, voice: tuple[Filler, ...]) -> None:
        """ "You" in a turn is the other one who speaks."""
        if not voice or self._written_to:
            return
        two = len(self._speaking) == 2
        self.discourse.addressee = tuple(f for name, f in self._speaking.items() if two and name != voice[0].name)


def _actor_names(draft: Draft) -> set[str]:
    return {filler.name for filler in draft.roles.get("actor", ())}


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _overlap(draft: Draft, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in draft.evidence)


def _covers(draft: Draft, span: tuple[int, int]) -> bool:
    return any(start <= span[0] and span[1] <= end + 1 for start, end in draft.evidence)
