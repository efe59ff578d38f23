"""The limit on what a request may bring, so that nobody fills the memory of the analyst's machine."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a request: a question, or a list of ids.
MOST_BYTES = 512 * 1024


class Bounded:
    """Middleware that ends the reading of a body once it is too large: by its header, or by what has come so far.

    The framework has a limit of its own, whose answer is plain text and no problem as other errors are.
    """

    def __init__(self, app: ASGIApp, limit: int = MOST_BYTES) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        come = 0

        async def receive_some() -> Message:
            nonlocal come
            if told.isdigit() and int(told) > self._limit:
                raise self._too_large()
            message = await receive()
            come += len(message.get("body", b""))
            if come > self._limit:
                raise self._too_large()
            return message

        await self._app(scope, receive_some, send)

    def _too_large(self) -> HTTPException:
        return HTTPException(413, f"A request may have {self._limit // 1024} kB.")
