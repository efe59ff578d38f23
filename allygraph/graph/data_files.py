"""Word lists, weights and patterns: YAML files beside their readers."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# The C parser reads our pattern files in a tenth of the time; it is missing where PyYAML was built without libyaml.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(package: str, *path: str) -> Any:
    """What a YAML file of a package holds."""
    return yaml.load(files(package).joinpath(*path).read_text(encoding="utf-8"), Loader=_LOADER)
