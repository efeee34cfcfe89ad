"""From scenes to drafts: each verb and noun that opens a frame is handed to its fact type, in the order of reading."""

from __future__ import annotations

from communique.facts import actions, commitments, events, instruments, statements, tenures, visits
from communique.facts.frames import Frames
from communique.facts.site import Draft, Site
from communique.language.clauses import Phrase, Verb
from communique.language.quotes import find_quotes
from communique.mentions.references import Discourse
from communique.mentions.scenes import Scene, Text
from communique.model import Filler

_EVENT_TYPES = frozenset(("meeting", "call", "session", "conference", "visit"))
_PAIRING = frozenset(("meeting", "call"))
_COPULAS = frozenset(("is", "are", "was", "were", "be", "been", "am", "'m", "’m", "'re", "’re", "stand", "stands", "remain"))
_FRAMING = 120  # drafts back to look for the event that topics belong to
_NO_VOICE = frozenset("moderator aide interpreter staff operator host mc announcer participant audience".split())


class Reader:
    """Reads the scenes of one text into drafts; keeps what a reader keeps in mind."""

    def __init__(self, text: Text, frames: Frames) -> None:
        self.text = text
        self.frames = frames
        self.discourse = Discourse(text)
        self.drafts: list[Draft] = []
        self._told: set[int] = set()

    def read(self) -> list[Draft]:
        """All drafts, in text order."""
        by_part: dict[int, list[Scene]] = {}
        for scene in self.text.scenes:
            by_part.setdefault(scene.part, []).append(scene)
        self._open_pair()
        for number, scenes in by_part.items():
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
                    self._read_scene(scene, voice, None, False)
        return self.drafts

    # --- one part ----------------------------------------------------------------------------------------------

    def _read_quoting(self, scenes: list[Scene], quotes: list[tuple[int, int]]) -> None:
        """First what the author says, then each quotation in the voice of the one who is quoted."""
        before = len(self.drafts)
        for scene in scenes:
            self._read_scene(scene, (), quotes, False)
        cues = [d for d in self.drafts[before:] if d.type == "statement" and not d.own_voice]
        speaker: tuple[Filler, ...] = ()
        for quote in quotes:
            cue = _cue_of(quote, cues, scenes)
            if cue is not None:
                speaker = tuple(cue.roles["speaker"])
                _attach(cue, quote)
            elif not speaker:
                continue
            inside = [s for s in scenes if s.start < quote[1] and s.end > quote[0]]
            first_new = len(self.drafts)
            for scene in inside:
                self._read_scene(scene, speaker, [quote], True)
            for draft in self.drafts[first_new:]:
                if draft.type == "statement":
                    draft.confidence = 0.0  # a quotation is one statement, its cue's
            self.drafts[first_new:] = [d for d in self.drafts[first_new:] if d.confidence]

    def _read_scene(
        self, scene: Scene, voice: tuple[Filler, ...], quotes: list[tuple[int, int]] | None, inside: bool
    ) -> None:
        words = self.frames
        lows = scene.sentence.lows
        self.discourse.voice = voice
        verbs_known = self.text.words.verbs
        opens = False
        for low in lows:
            entry = verbs_known.get(low)
            if (entry is not None and (entry[0] in words.lemmas or entry[0] in tenures.APPOINTING)) or low in _COPULAS or low in words.nouns:
                opens = True
                break
        has_names = any(s.kind in ("conference", "instrument", "body") for s in scene.spots)
        if (
            not opens
            and not has_names
            and "according" not in lows
            and lows[0] != "done"
            and "will" not in lows
            and "would" not in lows
        ):
            self.discourse.advance(scene, [])
            return
        site = Site(scene, self.discourse, self.frames)
        subjects: list[Filler] = []
        starts = scene.sentence.starts

        def wanted(token: int) -> bool:
            if quotes is None:
                return True
            at = starts[token]
            return any(a <= at < b for a, b in quotes) == inside

        if not scene.heading or scene.role == "title" or scene.sentence.words[0].isupper() or True:
            for verb in site.clauses.verbs:
                if not wanted(verb.main):
                    continue
                if verb.subject and not subjects and not verb.relative:
                    owner = site.possessor(verb.subject[0])  # "Neuberger's trip underscores": she is in mind
                    named = owner is not None and not site.is_agent(verb.subject[0])
                    subjects = site.fillers([owner] if named and owner is not None else verb.subject)
                self._verb(site, verb, voice)
        for phrase in site.clauses.phrases.values():
            if wanted(phrase.i) and starts[phrase.i] not in self._told:
                self._noun(site, phrase)
        if lows[0] == "done" and not inside:
            self._keep(instruments.from_done(site))
        if "according" in lows and not inside:
            at = lows.index("according")
            if lows[at + 1 : at + 2] == ["to"]:
                self._keep(statements.from_according(site, at))
        if not inside:
            self.discourse.advance(scene, subjects)

    # --- verbs and nouns ---------------------------------------------------------------------------------------

    def _verb(self, site: Site, verb: Verb, voice: tuple[Filler, ...]) -> None:
        frames = self.frames.verbs
        if verb.lemma in ("be", "stand", "remain"):
            if self._keep(commitments.from_state(site, verb)):
                return
            if verb.lemma == "be":
                if voice:
                    self._keep(statements.from_state(site, verb))
                self._keep(visits.visit_due(site, verb))
                self._keep(tenures.from_appointment(site, verb))
                return
        if verb.lemma == "expect" and verb.passive:
            self._keep(visits.visit_due(site, verb))
        if verb.lemma in tenures.APPOINTING:
            self._keep(tenures.from_appointment(site, verb))
        if voice and verb.passive and not verb.relative and self._keep(statements.from_state(site, verb)):
            return
        taken: set[str] = set()
        if verb.lemma in self.frames.lemmas:
            for key in site.keys(verb):
                for frame in frames.get(key, ()):
                    if frame.type in taken:
                        continue
                    if self._frame(site, verb, frame, key):
                        taken.add(frame.type)
                if taken and "-" in key:
                    break
        if not taken and verb.infinitive:
            self._keep(commitments.from_be_to(site, verb))
        if verb.passive and verb.lemma in ("accompany", "join", "attend") and verb.pp("by"):
            self._companions(site, verb)
            return
        if not taken and verb.modal:
            reported = any(
                d.type == "statement" and any(a <= site.span(verb.i, verb.j)[0] < b for a, b in d.content)
                for d in self.drafts[-4:]
            )
            self._keep(commitments.from_will(site, verb, reported=reported or bool(voice)))

    def _frame(self, site: Site, verb: Verb, frame: object, key: str) -> bool:
        kind = frame.type  # type: ignore[attr-defined]
        if kind == "statement":
            if verb.lemma in ("agree", "promise", "pledge") and self._is_commitment(site, verb):
                return False
            return self._keep(statements.from_verb(site, verb, frame, key))  # type: ignore[arg-type]
        if kind in ("meeting", "call"):
            return self._keep(events.meeting_from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "visit":
            return self._keep(visits.visit_from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "session":
            return self._keep(events.session_from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "ceremony":
            return self._keep(events.ceremony_from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "topics":
            found = events.topics_from_verb(site, verb, key)
            if found is not None:
                return self._topics(site, verb, key, *found)
            return False
        if kind == "tenure":
            return self._keep_all(tenures.from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "instrument":
            return self._keep_all(instruments.from_verb(site, verb, frame, key))  # type: ignore[arg-type]
        if kind == "commitment":
            return self._keep_all(commitments.from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "action":
            return self._keep(actions.from_verb(site, verb, frame))  # type: ignore[arg-type]
        if kind == "change":
            changed = visits.change_of_event(site, verb, frame)  # type: ignore[arg-type]
            if changed is not None:
                realis, phrase = changed
                self._told.add(site.span(phrase.i, phrase.j)[0])
                before = len(self.drafts)
                self._noun(site, phrase)
                for draft in self.drafts[before:]:
                    draft.realis = realis
                    start, end = draft.evidence[0]
                    draft.evidence = [(min(start, site.span(verb.i, verb.j)[0]), end)]
                    draft.lemma = "change"
        return False

    def _is_commitment(self, site: Site, verb: Verb) -> bool:
        if verb.lemma == "agree":
            following = site.scene.letters[verb.main + 1 : verb.main + 3]
            if following.startswith("T") or following.startswith("RT"):
                return True
            return verb.that >= 0 and "M" in site.scene.letters[verb.that : verb.that + 10]
        return True

    def _noun(self, site: Site, phrase: Phrase) -> None:
        scene = site.scene
        if site.lows[phrase.i - 1 : phrase.i] == ["at"] and self._keep(statements.from_request(site, phrase)):
            return
        spot = scene.spot_to.get(phrase.j)
        if spot is not None and spot.kind == "conference" and spot.i >= phrase.i:
            name = site.fillers([phrase])
            if name:
                self._keep(events.conference_from_spot(site, phrase, name[0], spot.i, spot.j))
            return
        if spot is not None and spot.kind == "instrument" and spot.i >= phrase.i:
            self._keep(instruments.from_noun(site, phrase))
            return
        for kind in self.frames.nouns.get(site.head(phrase), ()):
            if kind in ("meeting", "call"):
                if any(
                    d.type == "session" and d.scene is scene and _inside(d, site.span(phrase.i, phrase.j))
                    for d in self.drafts[-3:]
                ):
                    continue
                draft = events.session_from_noun(site, phrase) if kind == "meeting" else None
                self._keep(draft or events.event_from_noun(site, phrase, kind))
            elif kind == "conference":
                self._keep(events.conference_from_noun(site, phrase))
            elif kind == "session":
                if site.head(phrase) not in ("meeting", "meetings"):
                    self._keep(events.session_from_noun(site, phrase))
            elif kind == "visit":
                self._keep(visits.visit_from_noun(site, phrase))
            elif kind == "tenure":
                self._keep(tenures.from_noun(site, phrase))
            elif kind == "action":
                self._keep(actions.from_noun(site, phrase))
            elif kind == "instrument":
                self._keep(instruments.from_noun(site, phrase))

    def _companions(self, site: Site, verb: Verb) -> None:
        """ "He was joined by …", "The meeting was attended by …": more participants of the visit and meeting last told."""
        people = site.fillers(p for p in verb.pp("by") if site.is_agent(p))
        subjects = {f.name for f in site.fillers(verb.subject)}
        evidence = site.evidence(verb, subject=True)
        for draft in reversed(self.drafts[-30:]):
            role = {"visit": "visitor", "meeting": "participant", "session": "participant", "call": "participant"}.get(
                draft.type
            )
            if role is None or draft.scene.part + 6 < site.scene.part:
                continue
            members = draft.roles.setdefault(role, [])
            if verb.lemma != "attend" and not subjects & {m.name for m in members}:
                continue
            members.extend(p for p in people if all(p.name != m.name for m in members))
            draft.evidence.append(evidence)
            if draft.type != "meeting" or verb.lemma == "attend":
                return

    def _topics(
        self,
        site: Site,
        verb: Verb,
        key: str,
        who: list[Filler],
        evidence: tuple[int, int],
        topics: list[tuple[int, int]],
    ) -> bool:
        """Topics belong to the event that frames them; without one, those who discuss have met."""
        names = {f.name for f in who}
        alone = key in str(self.frames.data["events"]["meeting"]["discuss"]).split()
        realis = site.realis(verb)
        bodies = {s.name for s in self.discourse.states_of(tuple(who))}
        framing = None
        for draft in reversed(self.drafts[-_FRAMING:]):
            if draft.type not in ("meeting", "call", "conference", "session"):
                continue
            if draft.scene.part != site.scene.part and draft.type in ("conference", "session") and names:
                continue
            members = {f.name for f in draft.roles.get("participant", ())}
            if (
                not names
                or names <= members
                or len(names & members) >= 2
                or (members and members <= names)
                or (
                    len(bodies) > 1
                    and bodies == {s.name for s in self.discourse.states_of(tuple(draft.roles.get("participant", ())))}
                )
            ):
                framing = draft
                break
        spans = tuple(site.quote(*t) for t in topics)
        if framing is not None:
            framing.value["topics"] = (*framing.value.get("topics", ()), *spans)
            framing.evidence.append(evidence)
            return True
        if len(who) < 2 or not alone:
            return False
        draft = Draft("meeting", site.scene, {"participant": who}, [evidence], realis)
        draft.value["topics"] = spans
        return self._keep(draft)

    # --- keeping -----------------------------------------------------------------------------------------------

    def _keep(self, draft: Draft | None) -> bool:
        if draft is None:
            return False
        for earlier in reversed(self.drafts[-12:]):
            if earlier.type == draft.type and earlier.scene is draft.scene and earlier.evidence[0] == draft.evidence[0]:
                if draft.type in ("tenure", "instrument") and draft.roles != earlier.roles:
                    continue
                return False
        self.drafts.append(draft)
        if draft.type == "visit":
            self.discourse.guests = tuple(draft.roles["visitor"][:3])
        if draft.type == "instrument":
            self.discourse.instruments.append(draft.roles["instrument"][0])
        if draft.type in _PAIRING and draft.realis != "negated":
            people = draft.roles["participant"]
            if len(people) >= 2:
                self.discourse.pair = tuple(people[:4])
        return True

    def _keep_all(self, drafts: list[Draft]) -> bool:
        kept = False
        for draft in drafts:
            kept = self._keep(draft) or kept
        return kept

    def _open_pair(self) -> None:
        """Before anything is told, "the leaders" are the persons of the title."""
        for scene in self.text.scenes:
            if scene.role == "title":
                people = [scene.persons[s.i] for s in scene.spots if s.i in scene.persons]
                if len(people) >= 2:
                    self.discourse.pair = tuple(Filler(p.name, p.entity) for p in people[:3])
                    return

    def _address(self, voice: tuple[Filler, ...]) -> None:
        """ "You" in a turn is the other one who speaks."""
        if not voice:
            return
        others = {f[0].name: f[0] for f in self.text.speakers.values() if f and f[0].name != voice[0].name}
        self.discourse.addressee = tuple(others.values()) if len(others) == 1 else ()


def _inside(draft: Draft, span: tuple[int, int]) -> bool:
    return any(start <= span[0] and span[1] <= end + 1 for start, end in draft.evidence)


def _cue_of(quote: tuple[int, int], cues: list[Draft], scenes: list[Scene]) -> Draft | None:
    """The statement that reports a quotation: in the sentence where it opens or closes, else none."""
    best, distance = None, 10**9
    for cue in cues:
        sentence = (cue.scene.start, cue.scene.end)
        touches = sentence[0] <= quote[0] < sentence[1] or sentence[0] <= quote[1] <= sentence[1] + 2
        if not touches:
            continue
        start, end = cue.evidence[0]
        away = 0 if start <= quote[0] <= end else min(abs(start - quote[1]), abs(quote[0] - end))
        if away < distance:
            best, distance = cue, away
    return best


def _attach(cue: Draft, quote: tuple[int, int]) -> None:
    outside = [c for c in cue.content if not (quote[0] - 2 <= c[0] and c[1] <= quote[1] + 2)]
    mixed = any(c[0] < quote[0] - 3 and quote[1] <= c[1] + 3 for c in outside)
    cue.value["form"] = "mixed" if mixed or (outside and cue.value["form"] != "direct") else "direct"
    if not any(c[0] <= quote[0] and quote[1] <= c[1] + 3 for c in cue.content):
        cue.content = [c for c in outside if c[0] < quote[0] or cue.value["form"] == "mixed"]
        if cue.value["form"] == "direct":
            cue.content = [c for c in cue.content if c in cue.content and _is_quote(cue, c)]
        cue.content.append(quote)


def _is_quote(cue: Draft, span: tuple[int, int]) -> bool:
    return span != cue.content[0] if cue.content else True
