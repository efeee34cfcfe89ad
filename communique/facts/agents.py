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
#: Those who speak, and are quoted, beside the agents.
PEOPLE = frozenset(
    "relative relatives resident residents local locals student pupil pupils professor professors scientist witness "
    "witnesses survivor survivors analyst analysts lawyer owner contractor host hosts guest guests author authors "
    "writer editor columnist commentator neighbour neighbours neighbor neighbors parent parents mother father brother "
    "sister son daughter uncle aunt widow husband wife priest bishop imam rabbi teacher judge judges prosecutor "
    "prosecutors mediator mediators rapporteur inspector inspectors commissioner ombudsman watchdog charity ngo ngos "
    "coalition rebels militants insurgents junta democrats republicans senator congressman congresswoman candidate "
    "candidates aide aides adviser advisor advisors veteran veterans captain admiral colonel commander soldier pilot "
    "worker speaker panel investigators auditors economist voters activists protesters demonstrators farmer trader "
    "baker shopkeeper driver fisherman fishermen engineer doctor nurse historian expert researcher observer villager "
    "legislator lawmaker refugee refugees passenger patient patients employee employees employer organiser organizer "
    "director directors chairman chairwoman founder curator librarian artist child children boy girl man woman men "
    "youth elders elder chief chiefs tribunal regulator firm company magazine broadcaster portal tv delegate "
    "diplomat spokesmen clergy monarch eyewitnesses bystander hosts majority minority half advocate advocates "
    "navy gendarmerie coastguard embassy consulate signatories".split()
)
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
#: Those whom one meets, beside the agents and those who are quoted.
MET = PEOPLE | frozenset(
    "executive executives ceos ceo educators academics scholars scientists researchers entrepreneurs investors "
    "manufacturers farmers ranchers growers fishers firefighters nurses teachers physicians doctors clinicians pastors "
    "attorneys lawyers prosecutors justices lawmakers legislators councilmembers commissioners sheriffs "
    "innovators superintendents "
    "chancellors rectors presidents ministers deputies parliamentarians members staff staffers personnel workers "
    "laborers servicemembers soldiers sailors airmen marines servicewomen crews caregivers volunteers organizers "
    "organisers stakeholders constituents donors creditors lenders providers practitioners professionals specialists "
    "athletes artists actors musicians authors editors bankers economists engineers astronauts cadets graduates alumni "
    "fellows interns scouts hostages detainees prisoners exiles dissidents defectors migrants evacuees pilgrims "
    "widows orphans mothers fathers daughters sons relatives spouses kids teenagers seniors elders villagers "
    "shopkeepers owners operators landlords tenants homeowners developers builders chairs chairpersons secretaries "
    "directors principals trustees governors-general dignitaries notables premiers consuls attaches envoys agents "
    "inspectors observers peacekeepers monitors investigators generals commanders officers chiefs monarchs royals "
    "foundations tribes "
    "unions associations groups ngos charities churches congregations companies firms corporations banks".split()
)

#: What ends like a trade and is none.
THINGS_IN_ERS = frozenset(
    "numbers powers papers matters borders letters waters chapters orders barriers measures offers centers centres "
    "corners computers trailers containers vouchers disasters rivers quarters headquarters towers shoulders others "
    "answers winters summers transfers dangers wonders fibers fibres filters meters metres parameters registers "
    "newsletters flowers dollars boosters layers buffers drawers fingers servers tankers freighters cancers "
    "disorders posters banners covers starters thrusters routers boilers burners chargers heaters".split()
)
