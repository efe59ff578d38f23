"""The limit on what a request may bring, so that nobody fills the memory of the analyst's machine."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a request: a question, or a list of ids.
MOST_BYTES = 512 * 1024
#: Bytes of a file that is handed in; it goes to the disk piece by piece.
MOST_FILE_BYTES = 64 * 1024**2


class Bounded:
    """Middleware that ends the reading of a body once it is too large: by its header, or by what has come so far.

    `larger` holds the limits of paths that take more. The framework has a limit of its own, whose answer is plain text
    and no problem as other errors are.
    """

    def __init__(self, app: ASGIApp, limit: int = MOST_BYTES, larger: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._limit = limit
        self._larger = larger or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._larger.get(scope["path"], self._limit)
        told = Headers(scope=scope).get("content-length", "0")
        come = 0

        async def receive_some() -> Message:
            nonlocal come
            if told.isdigit() and int(told) > limit:
                raise _too_large(limit)
            message = await receive()
            come += len(message.get("body", b""))
            if come > limit:
                raise _too_large(limit)
            return message

        await self._app(scope, receive_some, send)


def _too_large(limit: int) -> HTTPException:
    allowed = f"{limit // 1024**2} MB" if limit >= 1024**2 else f"{limit // 1024} kB"
    return HTTPException(413, f"A request may have {allowed} here.")
