"""Which certificates a download trusts."""

from __future__ import annotations

import ssl

import certifi


def trusted() -> ssl.SSLContext:
    """The certificates of this machine (a company's own among them) and those that come with Python's libraries."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
