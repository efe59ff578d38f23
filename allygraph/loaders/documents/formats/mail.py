"""Mail (eml): the plain part, else the web page in it; title, author and date from the header."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from allygraph.graph.errors import UnreadableDocument
from allygraph.loaders.documents.decoding import decode
from allygraph.loaders.documents.formats.html import read_html
from allygraph.loaders.documents.formats.reading import Reading
from allygraph.loaders.documents.front import Front

__all__ = ["read_mail"]


def read_mail(data: bytes, path: str) -> Reading:
    """The words of a mail. Its sender is both author and source; attachments are named in `left_out`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    text = _text(cast(EmailMessage, body), path) if body is not None else ""
    if not text.strip():
        raise UnreadableDocument(path, "The mail holds no text.", "Save its attachments and load them.")
    subject = str(message.get("Subject") or "").strip()
    if subject and subject not in text[: len(subject) + 200]:
        text = f"{subject}\n\n{text}"
    return Reading(text, "message/rfc822", sure=_front(message, subject), left_out=tuple(_attachments(message)))


def _text(part: EmailMessage, path: str) -> str:
    payload = part.get_payload(decode=True)
    text = decode(cast(bytes, payload) or b"", path, part.get_content_charset())
    return read_html(text, path).text if part.get_content_subtype() == "html" else text


def _attachments(message: EmailMessage) -> list[str]:
    names = [part.get_filename() for part in message.iter_attachments()]
    return [f"The attachment '{name}' was not read. Save it and load it as well." for name in names if name]


def _front(message: EmailMessage, subject: str) -> Front:
    name, address = parseaddr(str(message.get("From") or ""))
    try:
        sent = parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (TypeError, ValueError):
        sent = None
    sender = name or address or None
    return Front(title=subject or None, author=sender, published=sent, publisher=sender)
