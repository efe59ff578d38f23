"""What must never happen in a window with the explorer's page."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page

#: A browser that has no WebGL: what is drawn can then be read, and costs less where a processor has to draw it.
WITHOUT_WEBGL = """
const plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (name, ...rest) {
  return name.startsWith("webgl") ? null : plain.call(this, name, ...rest);
};
"""


def watch(page: Page, base: str, problems: list[str]) -> None:
    """Writes down what a page complains of on the console, and whom it asks besides our server."""
    page.on("console", lambda message: problems.append(message.text) if is_problem(message) else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: problems.append(request.url) if is_foreign(request.url, base) else None)


def is_problem(message: ConsoleMessage) -> bool:
    """Whether the browser complains; that the server refused a question is said on the page."""
    return message.type == "error" and "/api/v1/" not in message.location.get("url", "")


def is_foreign(url: str, base: str) -> bool:
    """Whether a request leaves our server."""
    return not url.startswith((base, "data:", "blob:"))
