"""Checks knowledge files against ``data/schema.yaml``, with errors that name file, entry and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import yaml

from communique.knowledge.errors import KnowledgeError
from communique.knowledge.sections import DATA

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?"
_DATE = re.compile(_DAY)
_SINCE_UNTIL = re.compile(rf"({_DAY})?(/({_DAY}|\.\.)?)?")


@cache
def schema() -> Mapping[str, Any]:
    """The schema: section -> ``about`` and either ``fields`` or ``entry``."""
    loaded: Mapping[str, Any] = yaml.load(
        (DATA / "schema.yaml").read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return loaded


def check_file(file: str, content: object, *, complete: bool) -> dict[str, dict[str, Any]]:
    """The sections of a knowledge file, checked.

    Args:
        file: name to put in errors.
        content: what the YAML of the file says.
        complete: whether entries must have every required field; those of an overlay may add to built-in ones.

    Returns:
        ``content`` itself; null sections and entries stay null (an overlay removes what it sets to null).

    Raises:
        KnowledgeError: at the first thing that is not as the schema says.
    """
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise KnowledgeError(file, f"a knowledge file is a mapping of sections, not {_kind(content)}")
    for section, entries in content.items():
        rule = schema().get(section) if section != "body" else None
        if rule is None:
            known = ", ".join(s for s in schema() if s != "body")
            raise KnowledgeError(file, f"no section {section!r}; there are {known}")
        if not isinstance(entries, dict):
            raise KnowledgeError(file, f"section {section} is a mapping of entries, not {_kind(entries)}")
        for key, entry in entries.items():
            if not isinstance(key, str):
                raise KnowledgeError(
                    file, f"key {key!r} of section {section} is {_kind(key)}; quote it", entry=str(key)
                )
            if entry is None:
                continue
            if "entry" in rule:
                _check_value(file, key, None, rule["entry"], entry, complete)
            else:
                check_entry(file, key, entry, rule["fields"], complete=complete)
    return content


def check_entry(file: str, key: str, entry: object, fields: Mapping[str, Any], *, complete: bool) -> None:
    """Check one entry.

    Args:
        file: name to put in errors.
        key: the entry's key.
        entry: what the file says of it.
        fields: the rules of its section.
        complete: whether required fields must be there.

    Raises:
        KnowledgeError: at the first field that is not as its rule says.
    """
    if not isinstance(entry, dict):
        raise KnowledgeError(file, f"an entry is a mapping of fields, not {_kind(entry)}", entry=key)
    for field, value in entry.items():
        rule = fields.get(field)
        if rule is None:
            raise KnowledgeError(file, f"no such field; there are {', '.join(fields)}", entry=key, field=str(field))
        if value is None and not rule.get("required"):
            continue
        _check_value(file, key, field, rule["type"], value, complete)
        if "one_of" in rule and value not in rule["one_of"]:
            raise KnowledgeError(file, f"{value!r} is none of {', '.join(rule['one_of'])}", entry=key, field=field)
        if "pattern" in rule and not re.fullmatch(rule["pattern"], value):
            raise KnowledgeError(file, f"{value!r} does not look like {rule['pattern']}", entry=key, field=field)
    if complete:
        for field, rule in fields.items():
            if rule.get("required") and field not in entry:
                raise KnowledgeError(file, "is missing", entry=key, field=field)


def _check_value(file: str, key: str, field: str | None, type_: str, value: object, complete: bool) -> None:
    def fail(reason: str) -> KnowledgeError:
        return KnowledgeError(file, reason, entry=key, field=field)

    if type_ == "text":
        _check_text(value, fail)
    elif type_ == "texts":
        if not isinstance(value, list):
            raise fail(f"a list of texts is wanted, not {_kind(value)}")
        seen = set()
        for item in value:
            _check_text(item, fail)
            if item in seen:
                raise fail(f"{item!r} stands there twice")
            seen.add(item)
    elif type_ == "members" and isinstance(value, list):
        for item in value:
            _check_text(item, fail)
    elif not isinstance(value, dict):
        raise fail(f"a mapping is wanted, not {_kind(value)}")
    elif type_ == "bodies":
        for slug, body in value.items():
            if body is not None:
                check_entry(file, f"{key}/{slug}", body, schema()["body"]["fields"], complete=complete)
    else:
        for name, item in value.items():
            _check_text(name, fail)
            if type_ == "members":
                _check_intervals(name, item, fail)
            elif item is not None:
                _check_text(item, fail)
                if type_ == "dated" and not _DATE.fullmatch(item):
                    raise fail(f"{item!r} of {name!r} is no EDTF date")


def _check_text(value: object, fail: Callable[[str], KnowledgeError]) -> None:
    if not isinstance(value, str):
        raise fail(f"{value!r} is {_kind(value)}, not text; quote it")
    if not value or value != " ".join(value.split()):
        raise fail(f"{value!r} is empty or has spaces too many")


def _check_intervals(member: str, value: object, fail: Callable[[str], KnowledgeError]) -> None:
    for interval in value if isinstance(value, list) else [value]:
        if interval is None:
            continue
        if not isinstance(interval, str) or not _SINCE_UNTIL.fullmatch(interval):
            raise fail(f"{interval!r} of {member} is no EDTF date or interval; quote it")


def _kind(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return "nothing" if value is None else names.get(type(value), f"a {type(value).__name__}")
