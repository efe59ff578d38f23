"""Addresses: one page or file fetched over http."""

from __future__ import annotations

from dataclasses import dataclass

from allygraph.graph.errors import UnreadableDocument
from allygraph.graph.trust import trusted
from allygraph.loaders.documents.limits import MAX_FILE, check_size

__all__ = ["Fetched", "fetch", "is_address"]

#: Seconds, for connecting and between two pieces.
_TIMEOUT = 30.0
_REMEDIES = {
    401: "Save the page from the browser and load the file.",
    403: "Save the page from the browser and load the file.",
    404: "Check the address.",
    410: "Look for an archived copy.",
    429: "Wait and load it again.",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address; `address` is the one after redirections, `charset` what the server says."""

    data: bytes
    address: str
    charset: str | None


def is_address(path: str) -> bool:
    """Whether `path` is an address to fetch."""
    return path.casefold().startswith(("http://", "https://"))


def fetch(address: str) -> Fetched:
    """The bytes at an address; raises UnreadableDocument where it cannot be had or is too large."""
    import httpx  # a fifth of a second that files on the disk need not pay

    try:
        with httpx.stream("GET", address, follow_redirects=True, timeout=_TIMEOUT, verify=trusted()) as response:
            response.raise_for_status()
            pieces, size = [], 0
            for piece in response.iter_bytes():
                pieces.append(piece)
                size += len(piece)
                check_size(address, size, MAX_FILE, "The answer")
            return Fetched(b"".join(pieces), str(response.url), response.charset_encoding)
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        raise UnreadableDocument(
            address,
            f"The server answered {status} ({error.response.reason_phrase}).",
            _REMEDIES.get(status, "Load it again later."),
        ) from error
    except httpx.TimeoutException as error:
        raise UnreadableDocument(
            address, f"The server did not answer within {_TIMEOUT:.0f} s.", "Load it again later."
        ) from error
    except httpx.InvalidURL as error:
        raise UnreadableDocument(address, f"The address cannot be read: {error}.", "Check the address.") from error
    except httpx.HTTPError as error:
        raise UnreadableDocument(
            address, f"The address cannot be reached: {error}.", "Check the address and the network connection."
        ) from error
