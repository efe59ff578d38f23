"""One log line for each request: which route, how it ended, how long it took.

Never the address with its question, the body or a message: names that analysts look for, and what documents say, stay
out of logs.
"""

from __future__ import annotations

import logging
from time import perf_counter
from traceback import extract_tb

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allygraph.web.problems import Problem, problem_response

LOG = logging.getLogger("allygraph.web")
_FAILED = Problem(
    error="InternalError",
    message="The server made a mistake; the graph is as it was.",
    remedy="The terminal in which it runs says where.",
)


class Journal:
    """The outermost middleware: writes the line, and answers where anything went wrong that nobody foresaw."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0
        began = perf_counter()

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:
            # The message of an error may quote a document; where it happened says enough.
            place = extract_tb(error.__traceback__)[-1]
            LOG.error("%s in %s, line %s", type(error).__name__, place.filename, place.lineno)
            if status:
                raise ConnectionAbortedError("the response broke off") from None
            await problem_response(500, _FAILED)(scope, receive, send_and_note)
        finally:
            route = getattr(scope.get("route"), "path", "-")
            LOG.info("%s %s %s %.0f ms", scope["method"], route, status, 1000 * (perf_counter() - began))
