"""Gold facts and predictions as they lie on the disk, one NAME.json for each document, read and checked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from allygraph.graph.errors import InputError

Record = Mapping[str, Any]
NOTHING: Record = {"entities": [], "facts": []}

_ENTITY_KEYS = ("id", "name")
_FACT_KEYS = ("subject", "relation", "object")


def gold_paths(folder: Path) -> list[Path]:
    """The NAME.json of a gold folder, sorted. Raises InputError where there is none."""
    if not folder.is_dir():
        raise InputError(str(folder), f"There is no folder {folder}.", "Give the folder of the gold facts.")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(str(folder), f"{folder} holds no gold facts (*.json).", "Give the folder that does.")
    return paths


def read_record(path: Path) -> Record:
    """The entities and facts of one file. Raises InputError that names the file and the key that is wrong."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(str(path), f"{path} cannot be read ({error.strerror}).", "Check the file.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"{path} is no JSON ({error}).", "Mend or remove it.") from error
    wrong = next(_faults(record), None)
    if wrong:
        raise InputError(str(path), f"{path}: {wrong}.", "Mend it, or remove it.")
    found: Record = record
    return found


def unknown_ends(record: Record) -> Iterator[str]:
    """The places of facts whose subject or object is the id of no entity: such a fact can never be found."""
    known = {entity["id"] for entity in record["entities"]}
    for part in ("facts", "optional_facts"):
        for at, fact in enumerate(record.get(part, ())):
            for end in ("subject", "object"):
                if fact[end] not in known:
                    yield f"{part}[{at}].{end}: no entity has the id '{fact[end]}'"


def _faults(record: Any) -> Iterator[str]:
    if not isinstance(record, dict):
        yield f"an object with 'entities' and 'facts' was expected, not {_kind(record)}"
        return
    yield from _list_faults(record, "entities", _ENTITY_KEYS)
    for at, entity in enumerate(record["entities"]):
        names = entity.get("mentions", [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            yield f"entities[{at}].mentions is no list of names"
    yield from _list_faults(record, "facts", _FACT_KEYS)
    if "optional_facts" in record:
        yield from _list_faults(record, "optional_facts", _FACT_KEYS)


def _list_faults(record: dict[str, Any], part: str, keys: tuple[str, ...]) -> Iterator[str]:
    if part not in record:
        yield f"the key '{part}' is missing"
    elif not isinstance(record[part], list):
        yield f"'{part}' is {_kind(record[part])}, not a list"
    else:
        for at, each in enumerate(record[part]):
            if not isinstance(each, dict):
                yield f"{part}[{at}] is {_kind(each)}, not an object"
                return
            for key in keys:
                if not isinstance(each.get(key), str):
                    yield f"{part}[{at}].{key} is {_kind(each[key]) if key in each else 'missing'}, not text"


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", type(None): "null", bool: "a truth value"}
    return names.get(type(value), "a number")
