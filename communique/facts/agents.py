"""Mentions and words that can say and do things."""

from __future__ import annotations

#: Kinds of mention.
AGENT_KINDS = frozenset(
    (
        "person",
        "state",
        "organization",
        "body",
        "office",
        "group",
        "place",
        "name",
        "demonym",
        "adjective",
        "conference",
    )
)
#: Pronouns and what stands for one.
PERSONAL = frozenset("he him she her they them we us i me you who both himself herself themselves each".split())
#: Heads of phrases without a mention.
AGENT_NOUNS = frozenset(
    "ministries departments agencies sources side sides government governments administration ministry minister "
    "ministers leaders leader president officials official people regime delegation delegations source "
    "spokesperson spokesman spokeswoman party parties authorities counterpart counterparts pair two both "
    "interlocutors participants members council committee parliament community states countries country state "
    "nation nations allies partners organization organisation group critics experts diplomats diplomat newspaper "
    "paper media outlet site agency reporter reporters journalists students office ambassadors ambassador envoy "
    "envoys delegate delegates teams team troops forces army military police court doctors citizens lawmakers "
    "opposition commission secretariat alliance bloc union coordinators negotiators representatives businesses "
    "companies heads head chair presidency embassy mission institutions colleagues friends families women "
    "leadership kremlin palace cabinet troika signatories governors mayors senators congressmen premiers premier "
    "colleague guest host interlocutor negotiator mediator coordinator commissioner rapporteur speaker chairman "
    "chairwoman chairperson mayor governor senator predecessor successor dean director secretary representative "
    "delegate chancellor king queen emir crown prince monarch pope statement report communique communiqué "
    "declaration".split()
)
