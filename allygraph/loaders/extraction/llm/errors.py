"""What can go wrong with a language model.

    AllygraphError
    ├── LlmError                the whole run ends
    │   ├── LlmNotConfigured    address, key or model missing, or a setting that cannot be
    │   ├── LlmUnreachable      nothing answers at the address, or nothing but faults and delays
    │   └── LlmRefused          the server turns away the key, the model or the request
    └── InputError
        └── UnusableAnswer      one document got no usable answer; others may

No message holds the key.
"""

from __future__ import annotations

from allygraph.graph.errors import AllygraphError, InputError


class LlmError(AllygraphError):
    """The language model cannot be used."""


class LlmNotConfigured(LlmError):
    """Address, key or model is missing, or a setting has a value that cannot be; the remedy names the variable."""


class LlmUnreachable(LlmError):
    """Nothing answers at the address, or nothing but faults and delays."""


class LlmRefused(LlmError):
    """The server answers and turns away the key, the model or the request; asking again does not help."""


class UnusableAnswer(InputError):
    """One document for which no usable answer came, however often asked; `path` is its address or title."""
