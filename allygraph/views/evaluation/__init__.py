"""The error page: texts with what an engine missed, got wrong and found, for whoever wants to see why."""

from allygraph.views.evaluation.page import error_page
from allygraph.views.evaluation.records import ErrorDocument, ErrorFact, ErrorVerdict, RunFigures

__all__ = ["ErrorDocument", "ErrorFact", "ErrorVerdict", "RunFigures", "error_page"]
