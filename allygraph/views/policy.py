"""The policy of a page that stands alone: what a browser may run in it, and that it asks for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence


def page_policy(*, style: str, scripts: Sequence[str] = (), pictures: bool = False) -> str:
    """A `Content-Security-Policy` that admits these scripts and this style, by their hashes, and no request whatever.

    `pictures` also admits those that the page draws itself.
    """
    allowed = [
        "default-src 'none'",
        *([f"script-src {' '.join(_hash(script) for script in scripts)}"] if scripts else []),
        f"style-src {_hash(style)}",
        *(["img-src data: blob:"] if pictures else []),
        "base-uri 'none'",
        "form-action 'none'",
        *(["require-trusted-types-for 'script'"] if scripts else []),
    ]
    return "; ".join(allowed)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
