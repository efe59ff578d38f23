"""Who may ask: the rules that keep other web sites, other machines and other users of this machine out.

A page of any site can make the browser send requests to this machine. So a request must

- name this machine as its host, by a name that only this machine has: a site whose name was made to lead here does not;
- where a browser says whence it comes, come from our own page;
- bring the token, in the cookie that our page was given or in the `Authorization` header of a script.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from secrets import compare_digest, token_urlsafe

from allygraph.graph.errors import AllygraphError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
#: Characters of a token that a user chose: 32 random letters and digits cannot be guessed.
MINIMUM_TOKEN = 32
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?")


class Unprotected(AllygraphError):
    """The server would listen to other machines without a token that the user has configured."""


@dataclass(frozen=True, slots=True)
class Access:
    """What is let in: requests to these hosts that bring this token. `port` names the cookie.

    Cookies do not tell ports apart, so without the port two explorers on one machine would take each other's cookie.
    """

    token: str
    host: str = "127.0.0.1"
    port: int = 0

    @property
    def cookie(self) -> str:
        """The name of the cookie."""
        return f"allygraph_{self.port}"

    def knows(self, token: str | None) -> bool:
        """Whether this is the token; takes as long for a wrong one."""
        return token is not None and compare_digest(token.encode(), self.token.encode())

    def serves(self, host: str) -> bool:
        """Whether a `Host` header names this machine."""
        match = _HOST.fullmatch(host)
        if not match:
            return False
        name = match[1].strip("[]").casefold()
        if name in LOOPBACK or name == self.host.casefold():
            return True
        # A number cannot be made to lead elsewhere, as a name of another site can.
        return not is_loopback(self.host) and (name == socket.gethostname().casefold() or _is_number(name))


def granted(host: str, port: int, configured: str | None) -> Access:
    """The access to a server on this host: by the token that the user configured, or one made for this run.

    Raises Unprotected where other machines could reach the server and no token, or a short one, is configured.
    """
    if configured is not None and len(configured) < MINIMUM_TOKEN:
        raise Unprotected(
            f"The token in ALLYGRAPH_TOKEN has {len(configured)} characters.",
            f"Give {MINIMUM_TOKEN} or more, made at random.",
        )
    if configured is None and not is_loopback(host):
        raise Unprotected(
            f"On {host} other machines could reach the graph, and no token is configured.",
            f"Set ALLYGRAPH_TOKEN to {MINIMUM_TOKEN} random characters or more, or leave --host out.",
        )
    return Access(configured or token_urlsafe(32), host, port)


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach this host."""
    return host.casefold() == "localhost" or (_is_number(host) and ip_address(host).is_loopback)


def is_own_origin(origin: str, host: str) -> bool:
    """Whether an `Origin` header names the page that this `Host` header asks for."""
    scheme, _, rest = origin.partition("://")
    return scheme in ("http", "https") and rest.casefold() == host.casefold()


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
