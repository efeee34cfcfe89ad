"""Reads knowledge files: the built-in ones, and users' overlays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from communique.knowledge.errors import KnowledgeError
from communique.knowledge.schema import check_file, schema
from communique.knowledge.sections import DATA, Sections, laid_over


def read_builtin_files() -> Sections:
    """The built-in knowledge from its YAML files, checked.

    Raises:
        KnowledgeError: if a file is not as the schema says, or two files hold the same entry.
    """
    whole: Sections = {section: {} for section in schema() if section != "body"}
    for path in sorted(DATA.glob("*.yaml")):
        if path.name == "schema.yaml":
            continue
        for section, entries in check_file(path.name, read_yaml(path), complete=True).items():
            for key, entry in entries.items():
                if key in whole[section]:
                    raise KnowledgeError(path.name, f"section {section} has it already", entry=key)
                whole[section][key] = entry
    return whole


def read_overlay(path: Path) -> Sections:
    """What an overlay says: a YAML file, or all ``*.yaml`` and ``*.yml`` files of a folder in order of name.

    Args:
        path: file or folder.

    Raises:
        KnowledgeError: if it cannot be read or is not as the schema says.
    """
    files = sorted(p for p in path.iterdir() if p.suffix in {".yaml", ".yml"}) if path.is_dir() else [path]
    whole: Sections = {}
    for file in files:
        whole = laid_over(whole, check_file(str(file), read_yaml(file), complete=False))
    return whole


def read_yaml(path: Path) -> object:
    """The content of a YAML file; duplicate keys are an error.

    Args:
        path: the file.

    Raises:
        KnowledgeError: if the file cannot be read or is no YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(str(path), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(str(path), f"is not UTF-8 at byte {error.start}") from error
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise KnowledgeError(str(path), f"line {line}: {error.problem or 'is no YAML'}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise KnowledgeError(str(path), f"is no YAML: {str(error).splitlines()[0][:120]}") from error


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML in which a key that stands twice is an error, and all scalars but null are text.

    ``NO`` is Norway, not false, and ``1991`` is a date, not a number.
    """


def _unique_mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    seen = set()
    for key_node, _ in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is not None and key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
        seen.add(key)
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return mapping


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)
_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
