"""What has been told so far, and what a reader keeps in mind of it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.facts import meetings
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.mentions.references import Discourse
from communique.model import Filler

#: Events: when one is asked after, it is not told.
EVENTS = frozenset(("meeting", "call", "visit", "session", "conference", "ceremony"))
#: Facts of one type on the same words in the same sentence are one, however many frames open there.
REPEATED_BACK = 12
_VISITS_KEPT = 8


class Told:
    """The drafts of one text in the order of reading.

    Attributes:
        discourse: who is in mind.
        drafts: what was told.
        awaiting: sentence, those who are accompanied and their companions, of an event that is yet to be told.
        undertaken: promises of the sentence, by the token of what is to be done.
        changed: offsets of events already told as postponed or cancelled.
        sitting: the organ that sat last.
        conference: the one last told of.
        visits: the last ones.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.drafts: list[Draft] = []
        self.awaiting: tuple[int, list[Filler], list[Filler]] = (-1, [], [])
        self.undertaken: dict[int, Draft] = {}
        self.changed: set[int] = set()
        self.sitting: list[Filler] = []
        self.conference: Filler | None = None
        self.visits: list[Draft] = []

    def keep(self, draft: Draft | None) -> bool:
        """Add a draft and say whether it was new."""
        if draft is None or (draft.type in EVENTS and draft.scene.sentence.words[-1] == "?"):
            return False
        for earlier in reversed(self.drafts[-REPEATED_BACK:]):
            if earlier.type == draft.type and earlier.scene is draft.scene and earlier.evidence[0] == draft.evidence[0]:
                if draft.type in ("tenure", "instrument") and draft.roles != earlier.roles:
                    continue
                return False
        self.drafts.append(draft)
        self._remember(draft)
        self._join_awaiting(draft)
        return True

    def keep_all(self, drafts: Iterable[Draft]) -> bool:
        """Add drafts and say whether any was new."""
        kept = [self.keep(draft) for draft in drafts]  # all are kept, not only up to the first
        return any(kept)

    def keep_apart(self, site: Site, draft: Draft | None) -> bool:
        """Keep a draft; of meetings with each of several people, one for each."""
        if draft is not None and draft.type in ("meeting", "call"):
            return self.keep_all(meetings.apart(site, draft))
        return self.keep(draft)

    def _join_awaiting(self, draft: Draft) -> None:
        """ "Minister V, accompanied by Ambassador F, met …": who was told before the event is told."""
        sentence, subjects, people = self.awaiting
        role = {"visit": "visitor", "meeting": "participant"}.get(draft.type)
        if role is None or sentence != draft.scene.start:
            return
        if {f.name for f in subjects} & {m.name for m in draft.roles[role]}:
            draft.join(role, people)

    def _remember(self, draft: Draft) -> None:
        if draft.type == "visit":
            self.discourse.guests = tuple(draft.roles["visitor"][:3])
            self.visits = [*self.visits[-_VISITS_KEPT:], draft]
        elif draft.type == "instrument":
            self.discourse.instruments.append(draft.roles["instrument"][0])
        elif draft.type == "session":
            self.sitting = draft.roles["body"][:1]
        elif draft.type == "conference":
            self.conference = draft.roles["name"][0]
        elif draft.type in ("meeting", "call") and draft.realis != "negated":
            people = draft.roles["participant"]
            if len(people) >= 2:
                self.discourse.pair = tuple(people[:4])
