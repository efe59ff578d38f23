"""A report as Markdown: tables and footnotes of GitHub's dialect, readable as plain text too."""

from __future__ import annotations

import re

from allygraph.views.report.method import reading_aid
from allygraph.views.report.records import Report
from allygraph.views.report.rendering import environment

#: Whatever could start markup inside a line; `<`, `>` and `&` become entities, which hold in tables too.
_MARKUP = re.compile(r"([\\`*_\[\]{}|~$])")
#: What makes a line a heading, a list, a quote or a rule when it stands first.
_FIRST = re.compile(r"^(\d{1,9})([.)])|^([#+=\-:])")


def report_markdown(report: Report) -> str:
    """The report as one Markdown text, ending in a line feed."""
    template = environment(md=escaped).get_template("report.md.j2")
    return template.render(report=report, method=reading_aid()).rstrip() + "\n"


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is, on one line, also at the start of a line or in a table."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(r"\\\1", plain)
    return _FIRST.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", plain)
