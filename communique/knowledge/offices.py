"""The forms of political office in English: modifiers, titles with their rank, portfolios, honorifics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

RANKS = (
    "head_of_state",
    "head_of_government",
    "royal",
    "minister",
    "deputy",
    "ambassador",
    "spokesperson",
    "organization_head",
    "legislator",
    "official",
    "military",
    "religious",
    "judge",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A title that stands before a name or after one ("President", "Secretary General").

    Attributes:
        title: canonical form, in the case in which it stands before a name.
        rank: one of ``RANKS``.
        plural: plural form, or None where there is none.
        aliases: other forms of the same title, with their plurals.
        state: key of the only state that has the office ("Taoiseach" -> ``IE``), or None.
        organization: key of the only organization that has it, or None.
        portfolio: slug of the portfolio that the title itself implies, or None.
    """

    key: str
    title: str
    rank: str
    plural: str | None = None
    aliases: tuple[tuple[str, str | None], ...] = ()
    state: str | None = None
    organization: str | None = None
    portfolio: str | None = None


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What a minister is for.

    Attributes:
        names: after "of" or "for" ("Foreign Affairs", "External Affairs").
        attributive: before "Minister" ("Foreign", "External Affairs").
    """

    key: str
    names: tuple[str, ...]
    attributive: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What one written form of a title means.

    Attributes:
        form: as written before a name ("Minister for Foreign Affairs").
        title: canonical form ("Foreign Minister").
        rank: one of ``RANKS``.
        plural: whether several persons bear it ("foreign ministers").
        portfolio: slug of the portfolio, or None.
        state, organization: key of the only one that has the office, or None.
    """

    form: str
    title: str
    rank: str
    plural: bool = False
    portfolio: str | None = None
    state: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address that is no office: "Mr", "Dr", "Her Majesty"."""

    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class Offices:
    """Everything about titles.

    Attributes:
        modifiers: form ("Deputy", "former") -> kind: ``subordinate``, ``acting``, ``outgoing``, ``past``, ``present``,
            ``future`` or ``standing``. Forms that follow a title begin with a hyphen ("-elect").
        heads: titles by slug.
        portfolios: portfolios by slug.
        portfolio_heads: titles that take a portfolio before them or after "of" or "for", with their rank.
        short: what follows "the" in a reference without a name ("minister", "head of state") -> ranks it may mean.
        honorifics: form ("Mr.") -> honorific.
        styles: what may follow a name ("Jr.", "III", "KCMG").
        organs: "Foreign Ministry", "parliament" -> level of the body, for "the Belarusian Foreign Ministry".
        titles: every written form, in lower case -> its meaning, portfolios expanded. The longest match is the best.
        longest: number of words of the longest key of ``titles``.
    """

    modifiers: Mapping[str, str]
    heads: Mapping[str, Head]
    portfolios: Mapping[str, Portfolio]
    portfolio_heads: Mapping[str, str]
    short: Mapping[str, tuple[str, ...]]
    honorifics: Mapping[str, Honorific]
    styles: frozenset[str]
    organs: Mapping[str, str]
    titles: Mapping[str, Title]
    longest: int


def written_forms(
    heads: Mapping[str, Head], portfolios: Mapping[str, Portfolio], portfolio_heads: Mapping[str, tuple[str, str]]
) -> Mapping[str, Title]:
    """Every form in which a title is written, in lower case, with its meaning.

    Args:
        heads: titles by slug; they win over forms built from a portfolio ("Secretary of State").
        portfolios: portfolios by slug.
        portfolio_heads: title that takes a portfolio ("Minister") -> its plural and rank.
    """
    forms: dict[str, Title] = {}
    for head in heads.values():
        for form, plural in ((head.title, head.plural), *head.aliases):
            for written, many in ((form, False), (plural, True)):
                if written:
                    forms.setdefault(
                        written.lower(),
                        Title(written, head.title, head.rank, many, head.portfolio, head.state, head.organization),
                    )
    for portfolio in portfolios.values():
        for title, (plural, rank) in portfolio_heads.items():
            canonical = f"{portfolio.attributive[0]} {title}"
            for word, many in ((title, False), (plural, True)):
                for written in _with_portfolio(word, portfolio, many):
                    forms.setdefault(written.lower(), Title(written, canonical, rank, many, portfolio.key))
    return forms


def _with_portfolio(word: str, portfolio: Portfolio, many: bool) -> Iterator[str]:
    for attributive in portfolio.attributive:
        yield f"{attributive} {word}"
    # Several persons share a portfolio only under its common names.
    for name in portfolio.names[:3] if many else portfolio.names:
        yield f"{word} of {name}"
        yield f"{word} for {name}"
