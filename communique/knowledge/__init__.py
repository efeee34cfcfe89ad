"""What the program knows of the world, as data: states, organizations, offices, places, groups, given names."""

from communique.knowledge.entries import (
    Body,
    FormerName,
    Group,
    Membership,
    Named,
    Organization,
    Place,
    State,
)
from communique.knowledge.errors import KnowledgeError
from communique.knowledge.load import load, overlays_from_environment
from communique.knowledge.offices import Head, Honorific, Offices, Portfolio, Title
from communique.knowledge.world import Knowledge

__all__ = [
    "Body",
    "FormerName",
    "Group",
    "Head",
    "Honorific",
    "Knowledge",
    "KnowledgeError",
    "Membership",
    "Named",
    "Offices",
    "Organization",
    "Place",
    "Portfolio",
    "State",
    "Title",
    "load",
    "overlays_from_environment",
]
