"""The gate in front of every route: applies the rules of `access`, and tells browsers what a page of ours may do."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allygraph.web.access import Access, is_own_origin
from allygraph.web.problems import Problem, problem_response

#: What anybody may ask for: the page itself and its files, which hold nothing of the graph.
PUBLIC = frozenset({"/", "/favicon.ico"})
ASSETS = "/assets/"
#: Of its own origin only, but for pictures that the page draws itself; nothing inline, in nobody's frame, no address
#: told to others, nothing kept on the disk.
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'; img-src 'self' data: blob:",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Middleware that answers a request which may not pass, and sets the headers of every response."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # Start and end of the server pass. There is no web socket here that could be asked for.
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = refusal(self._access, Request(scope))
        await (problem_response(*refused) if refused else self._app)(scope, receive, send_with_headers)


def refusal(access: Access, request: Request[Any]) -> tuple[int, Problem] | None:
    """The status and the reason for which a request may not pass; None where it may."""
    headers = request.headers
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not access.serves(hosts[0]):
        return 400, Problem(
            error="WrongHost",
            message="This server answers only under the address that 'allygraph explore' prints.",
            remedy="Open that address.",
        )
    path = request.url.path
    public = path in PUBLIC or path.startswith(ASSETS)
    if _is_foreign(headers, hosts[0]) and not public:
        return 403, Problem(
            error="ForeignOrigin",
            message="The request was made by a page of another site.",
            remedy="Ask from the explorer's own page, or from a script without a browser.",
        )
    if not public and not (access.knows(_bearer(headers)) or _has_cookie(access, request)):
        return 401, Problem(
            error="NoToken",
            message="The request brings no token, or a wrong one.",
            remedy="Open the address that 'allygraph explore' prints, or send 'Authorization: Bearer TOKEN'.",
        )
    return None


def _is_foreign(headers: Headers, host: str) -> bool:
    """Whether a browser says that the request comes from a page that is not ours; scripts say nothing."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    # Another port of this machine counts as the same site, and gets our cookie sent along: only `same-origin` is us.
    return (origin is not None and not is_own_origin(origin, host)) or site not in (None, "none", "same-origin")


def _bearer(headers: Headers) -> str | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else None


def _has_cookie(access: Access, request: Request[Any]) -> bool:
    return access.knows(request.cookies.get(access.cookie))
