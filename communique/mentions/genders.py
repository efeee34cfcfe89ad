"""Whether a given name is a woman's or a man's: a guess, used only to choose between persons of unknown gender."""

from __future__ import annotations

_WOMEN = frozenset(
    "agnes alice amal anjali ann anne annie antoinette astrid audrey avril beatrice bernadette berit birgit "
    "brigitte carmen caroline carol catherine charlotte chloe christine clare claire clementine danielle deborah "
    "diane dolores dorothy edith elaine eleanor elisabeth elizabeth ellen emily emine erin esther eunice eve fatou "
    "florence frances gail genevieve geneviève ginger grace greta gretchen gro gul hazel heather heidi helen hilary "
    "hillary hind ingeborg ingrid irene iris isabel isabelle jacqueline jane janet janice jasmin jeanne jen "
    "jennifer jessamine jill jo joan josephine joy joyce judith judy julie june karen karin karine kate katherine "
    "kathleen kim kirsten kristen kristin laurence leyla lilian lisbeth liv liz louise lucy mabel madeleine "
    "margaret margot marie marion marit martine mary maud may meg megan mercy michelle miriam mireille monique "
    "nadine nancy natalie nicole niamh noor nour odile olive pamela patience patty penelope penny phyllis rachel "
    "ragnhild rosemary roxanne ruth sahle samantha sally sarah sharon shirley signe sigrid simone siobhan solveig "
    "sophie stephanie susan suzanne sylvie thérèse therese ursule valerie veronique victoire vigdis vivian wendy "
    "yael yvonne zeinab zeynep zohreh".split()
)
_MEN = frozenset(
    "alexandre akira ali andre andré andrea musa isa yahya zakaria mustafa mustapha boris claude dave didier emile "
    "étienne eugene felipe george giuseppe guillaume henri ilya jake jamie joe jose josé joshua jude kofi koji "
    "kenji kuba lee levi louis luca luke maurice mike mika moussa naftali nikita nikola philippe pierre pope rene "
    "rené salvatore sasha serge shota sina steve taha théophile vance wale wayne xi yakubu zia hiroshi takashi "
    "satoshi yuki mahathi mehdi mohammadi ravi hari rishi sergei sergi andrei dmitri yuri giorgi levani irakli "
    "antti matti jani heikki lauri kari".split()
)


def likely_gender(name: str) -> str:
    """``f``, ``m`` or an empty string, by the given name or its ending.

    Args:
        name: of a person, given name first.
    """
    given = name.split()[0].lower()
    if given in _WOMEN:
        return "f"
    if given in _MEN:
        return "m"
    return "f" if given.endswith("a") else "m" if given[-1:] not in "aei" else ""
