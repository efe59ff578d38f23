"""A report as one HTML file that needs nothing else: no script, no font, no other host."""

from __future__ import annotations

from importlib.resources import files

from allygraph.views.policy import page_policy
from allygraph.views.report.method import reading_aid
from allygraph.views.report.records import Report
from allygraph.views.report.rendering import environment

#: Characters of a quote that show when the pointer rests on its number.
_HINT = 220


def report_html(report: Report) -> str:
    """The report as one HTML page; all text in it is escaped, and its policy forbids everything but its own style."""
    style = files("allygraph.views.report").joinpath("templates/report.css").read_text(encoding="utf-8")
    hints = {citation.number: _hint(citation.quote) for citation in report.citations}
    template = environment().get_template("report.html.j2")
    return template.render(
        report=report, method=reading_aid(), style=style, policy=page_policy(style=style), hints=hints
    )


def _hint(quote: str) -> str:
    return quote if len(quote) <= _HINT else quote[:_HINT].rstrip() + "…"
