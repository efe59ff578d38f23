"""The page at `/` with its files, and how the token in the opened address becomes a cookie."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from allygraph.web.access import Access
from allygraph.web.problems import Problem, problem_response

router = APIRouter(include_in_schema=False)
#: What `make explorer` builds from `views/explorer`.
_PAGE = files("allygraph.web") / "page"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


@router.get("/")
def start(request: Request) -> Response:
    """The page; with a token in the address, the cookie and the same address without it.

    A script of the page cannot read the cookie, no other site's request brings it, and it ends with the browser.
    """
    access: Access = request.app.state.access
    token = request.query_params.get("token")
    if token is None:
        return HTMLResponse(_PAGE.joinpath("index.html").read_text(encoding="utf-8"))
    if not access.knows(token):
        wrong = Problem(
            error="NoToken",
            message="The token in this address is not that of the running server.",
            remedy="Open the address that 'allygraph explore' printed last.",
        )
        return problem_response(401, wrong)
    rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "token"])
    response = RedirectResponse(f"/?{rest}" if rest else "/", status_code=303)
    response.set_cookie(access.cookie, token, httponly=True, samesite="strict", path="/")
    return response


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """A script, a style sheet or a picture of the page."""
    # Looked up among what is there: no name leads out of the folder.
    found = next((file for file in (_PAGE / "assets").iterdir() if file.name == name), None)
    if found is None:
        raise HTTPException(404, "The page has no such file.")
    return Response(found.read_bytes(), media_type=_TYPES.get(PurePath(name).suffix, "application/octet-stream"))


@router.get("/favicon.ico")
def icon() -> Response:
    """Browsers ask for it without being told; the page names its own icon."""
    return Response(status_code=204)
