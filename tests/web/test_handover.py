"""Parts of the graph as files: a page, a report, exports."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser

from allygraph.views.exports import SUFFIXES
from tests.web.test_guard import error

AMONG = ["org-elm", "org-fir", "org-alder"]


def handed(api: httpx.Client, what: str, **wanted: object) -> httpx.Response:
    """The file, which is a download without any rights."""
    response = api.post(f"/{what}", json=wanted)
    assert response.status_code == 200
    assert response.headers["content-disposition"].startswith("attachment; ")
    assert response.headers["content-security-policy"] == "sandbox"
    assert response.headers["x-content-type-options"] == "nosniff"
    return response


def test_page_of_chosen_entities(api: httpx.Client) -> None:
    """What is among them, under the title that was given."""
    response = handed(api, "page", entities=AMONG, title="Chips & <b>more</b>")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "Elm Chips" in response.text
    assert "org-dogwood" not in response.text
    assert "<title>Chips &amp; &lt;b&gt;more&lt;/b&gt;</title>" in response.text
    assert "org-dogwood" in handed(api, "page", entities=AMONG, depth=1).text


@pytest.mark.parametrize(("form", "kind", "words"), [("html", "text/html", "<h1>"), ("md", "text/markdown", "# Chips")])
def test_report_in_both_formats(api: httpx.Client, form: str, kind: str, words: str) -> None:
    """HTML unless Markdown is asked for."""
    response = handed(api, "report", entities=AMONG, title="Chips", format=form)
    assert response.headers["content-type"] == f"{kind}; charset=utf-8"
    assert words in response.text
    assert f'filename="Chips.{form}"' in response.headers["content-disposition"]


@pytest.mark.parametrize("form", [suffix.removeprefix(".") for suffix in SUFFIXES])
def test_every_format_of_exports(api: httpx.Client, form: str) -> None:
    """Those that the command line knows, each with its type; what is left out is not in it."""
    response = handed(api, "export", entities=AMONG, format=form)
    assert "Elm Chips" in response.text
    assert "org-n7" not in response.text
    assert response.headers["content-type"] != "application/octet-stream"
    assert f'filename="network.{form}"' in response.headers["content-disposition"]


def test_without_entities_the_whole_graph(api: httpx.Client) -> None:
    """As it was then, where a time is given."""
    assert "org-n7" in handed(api, "export", format="ttl").text
    assert len(handed(api, "export", format="ttl", as_of="2015").text) < len(handed(api, "export", format="ttl").text)


@pytest.mark.parametrize(
    ("title", "plain"),
    [("../../x", "x.html"), ('a"b\r\nX: y', "a_bX_ y.html"), ("\u4e2d\u6587", "__.html"), ("..", "document.html")],
)
def test_title_becomes_a_harmless_file_name(api: httpx.Client, title: str, plain: str) -> None:
    """No path, no line break, nothing that ends the quotes."""
    disposition = handed(api, "page", entities=["org-elm"], title=title).headers["content-disposition"]
    assert disposition.startswith(f'attachment; filename="{plain}"; filename*=UTF-8')


@pytest.mark.parametrize(
    ("what", "wanted", "status"),
    [
        ("export", {"format": "exe"}, 422),
        ("export", {}, 422),
        ("report", {"format": "pdf"}, 422),
        ("page", {"as_of": "yesterday"}, 422),
        ("page", {"entities": ["org-none"]}, 404),
        ("page", {"path": "/etc/passwd"}, 422),
    ],
)
def test_what_cannot_be_handed_over(api: httpx.Client, what: str, wanted: dict[str, object], status: int) -> None:
    """An error that names no place on the machine."""
    response = api.post(f"/{what}", json=wanted)
    assert error(response)[0] == status
    assert "/tmp" not in response.text


def test_unknown_format_names_those_that_there_are(api: httpx.Client) -> None:
    """So that nobody has to look them up."""
    assert "graphml" in api.post("/export", json={"format": "exe"}).json()["message"]


@pytest.mark.browser
def test_page_that_is_shown_all_the_same_has_no_rights(chromium: Browser, base: str, api: httpx.Client) -> None:
    """With the header that we send, a page runs no script and is of no origin of ours."""
    made = handed(api, "page", entities=AMONG)
    context = chromium.new_context()
    shown = context.new_page()
    shown.route(
        "**/handed",
        lambda route: route.fulfill(
            body="<script>document.title = 'ran'</script>" + made.text,
            headers={"content-type": "text/html", "content-security-policy": made.headers["content-security-policy"]},
        ),
    )
    shown.goto(f"{base}/handed")
    assert shown.title() != "ran"
    assert shown.evaluate("window.origin") == "null"
    context.close()
