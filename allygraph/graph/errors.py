"""Every error this package raises on purpose.

    AllygraphError              message, remedy
    ├── InputError              something the user handed in; names the path
    │   ├── UnreadableDocument  a file that cannot become a document
    │   └── InvalidFact         a curated fact that does not follow the model
    ├── UnknownName             a question, entity, engine, relation that is not there; offers the nearest
    ├── AmbiguousName           a name that several entities bear; lists them
    ├── NameTaken               a name that may be given once, and is
    ├── Outdated                what was seen is so no longer: somebody decided meanwhile
    ├── StoreError              the graph database
    │   ├── StoreUnreachable    nothing answers at the address
    │   ├── StoreRefused        wrong user or password, or no right
    │   ├── StoreFull           the disk of the store is full
    │   ├── InvalidStatement    Cypher that the store does not understand
    │   ├── StatementTimedOut   a statement that took longer than it was given
    │   └── NotReadOnly         Cypher that would write, read files, or reach out
    └── ServerError             the local server
        ├── FetchFailed         its files could not be downloaded
        └── StartFailed         it did not come up

A language model adds its own, with their tree, in `loaders/extraction/llm/errors.py`, the explorer's server
`Unprotected` in `web/access.py`.

`message` says what was found and what was expected; `remedy` says what to do next.
"""

from __future__ import annotations


class AllygraphError(Exception):
    """Base class: `str(error)` is the message followed by the remedy."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class InputError(AllygraphError):
    """Something handed in cannot be used; `path` names it."""

    def __init__(self, path: str, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.path = path


class UnreadableDocument(InputError):
    """A file or address that cannot become a document."""


class InvalidFact(InputError):
    """A curated fact that does not follow the model."""


class UnknownName(AllygraphError):
    """A name that resolves to nothing; `nearest` holds names that do, best first."""

    def __init__(self, what: str, name: str, nearest: tuple[str, ...] = (), remedy: str = "") -> None:
        hint = f"Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"There is no {what} named '{name}'.", " ".join(part for part in (hint, remedy) if part))
        self.what = what
        self.name = name
        self.nearest = nearest


class AmbiguousName(AllygraphError):
    """A name that several entities bear; `candidates` holds their ids with a description each."""

    def __init__(self, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        listed = "; ".join(f"{identifier} ({text})" for identifier, text in candidates)
        super().__init__(f"'{name}' names {len(candidates)} entities: {listed}.", "Give one of these ids instead.")
        self.name = name
        self.candidates = candidates


class NameTaken(AllygraphError):
    """A name that only one thing of its kind may have, and another has."""


class Outdated(AllygraphError):
    """A change that rests on what is so no longer, because somebody else has decided meanwhile."""


class StoreError(AllygraphError):
    """The graph database could not do what was asked."""


class StoreUnreachable(StoreError):
    """Nothing answers at the address of the store."""


class StoreRefused(StoreError):
    """The store turned away the user name, the password or the statement."""


class StoreFull(StoreError):
    """The disk under the store is full; what was being written is not in the graph."""


class InvalidStatement(StoreError):
    """Cypher that the store does not understand or cannot carry out."""


class StatementTimedOut(StoreError):
    """A statement that took longer than it was given."""


class NotReadOnly(StoreError):
    """Cypher that would write, read files, reach the network or touch other connections."""


class ServerError(AllygraphError):
    """The local server could not do what was asked."""


class FetchFailed(ServerError):
    """The files of the local server could not be downloaded."""


class StartFailed(ServerError):
    """The local server did not come up; `log` names the file that tells why."""

    def __init__(self, message: str, remedy: str = "", log: str = "") -> None:
        super().__init__(message, remedy)
        self.log = log
