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
    "yael yvonne zeinab zeynep zohreh "
    "abigail adele adrianne adrienne agnès aileen aisling alison allison alondra amber amina amy annabel april "
    "ardith arlene ashley aubrey barb bernice bess beth bethany bettie betty beverly blanche bonnie brandi brenda "
    "bridget brittany brooke caitlin candace candice carmel carolyn carrie cassie cathy celeste charlene charmaine "
    "chelsea cheryl chloé christen christi cindy colleen connie constance consuelo cori corinne courtney crystal "
    "cynthia daisy daphne darlene dawn deanne deb debbie deirdre denise dolly doreen doris eileen elise ellie elsie "
    "emmy ernestine estelle ethel evelyn faith fay felicity fern gabrielle gayle geraldine gertrude gillian gladys "
    "glenys gwen gwendolyn gwyneth harriet hattie helene hong-mei hope imogen ines inez inés isobel ivy jacklyn "
    "janelle janine jasmine jean jeanette jeanine jennie jenny jess jessie jewel jocelyn jodi jodie jolene josie "
    "juliet kari kathryn kathy katie kay kayleigh keri kimberly kirstin kristi kyrsten lael latisha laurel lauren "
    "laurie leanne leigh lesley lillian lily lindsay lindsey ling linsey lois lori lorraine lou lourdes lucille "
    "luisa luz lyn lynda lynette lynn lynne madison mae mallory mandy marcy margery marguerite marian marianne "
    "maribel marilyn marisol marjorie marlene maureen maxine mei melanie mercedes meredith michèle mildred "
    "millicent mindy misty mitzi molly muriel nan nanette nasrin neera nell nichole nikki noelle norah noreen opal "
    "parveen patsy patti paulette pauline pearl peg peggy phoebe pilar polly priscilla prudence queenie rae raquel "
    "renee rhoda rochelle rocío roisin ros rosalie rosalind rosalyn rose rosemarie rosie roslyn roz ruby sandy "
    "scarlett shalanda shannon shari sharlene shawna shelby shelley shelly sheri sherri sherry sheryl shirin sibyl "
    "siobhán skylar soledad sue susannah suzette sybil tami tammy taryn terri tess tiffany toni tori tracey tracy "
    "tricia trudy uzra valarie vickie vicky violet whitney wilhelmina winifred xiu yasmin yvette zoe zoé".split()
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
