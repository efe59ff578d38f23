"""Network reports: what a part of the graph says, in words, with numbered evidence."""

from allygraph.views.report.build import network_report
from allygraph.views.report.html import report_html
from allygraph.views.report.markdown import report_markdown
from allygraph.views.report.records import Report

__all__ = ["Report", "network_report", "report_html", "report_markdown"]
