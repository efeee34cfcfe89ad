"""What every self-contained page stands on: templates that escape, and a policy that lets nothing in."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from communique.model import ALL_TYPES

if TYPE_CHECKING:
    from jinja2 import Environment

#: Underlines drawn at most below one stretch of text; what overlaps more deeply shares the lowest.
LANES = 4
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def showable(text: str) -> str:
    """``text`` with what may not stand in HTML, control characters and lone surrogates, as U+FFFD."""
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def type_class(fact_type: str) -> str:
    """The CSS class of a type of fact; ``other`` for a type that the record format does not know."""
    return fact_type if fact_type in ALL_TYPES else "other"


def page_head(title: str, *, style: str, script: str = "") -> str:
    """The page up to and with ``<body>``; its content security policy allows this style sheet and script alone."""
    return (
        environment()
        .get_template("page_head.html")
        .render(title=showable(title), style=style, style_hash=_hash(style), script_hash=_hash(script))
    )


@cache
def environment(package: str = "communique.views") -> Environment:
    """The templates of a package, those of the views among them.

    Args:
        package: dotted name of the package that has a folder ``templates``.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in dict.fromkeys((package, "communique.views"))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["lanes"] = range(LANES)
    made.globals["types"] = (*ALL_TYPES, "other")
    return made


@cache
def asset(name: str, package: str = "communique.views") -> str:
    """A style sheet or script of ours; a template too, but of trusted text only, so nothing in it is escaped."""
    return environment(package).get_template(name).render().strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
