"""The templates of the report."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(**filters: Callable[[str], str]) -> Environment:
    """An environment that escapes in HTML templates and refuses unknown names; `filters` are added by name."""
    made = Environment(
        loader=PackageLoader("allygraph.views.report"),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    made.filters.update(filters)
    return made
