"""What a file is, by its content; the suffix only breaks ties."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from allygraph.graph.errors import UnreadableDocument

__all__ = ["binary_format", "is_mail", "text_format"]

#: First bytes, what the file is, what to do with it. Sources: the format specifications.
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "Run text recognition (OCR) on it first."),
    (b"\xff\xd8\xff", "a JPEG image", "Run text recognition (OCR) on it first."),
    (b"GIF8", "a GIF image", "Run text recognition (OCR) on it first."),
    (b"II*\x00", "a TIFF image", "Run text recognition (OCR) on it first."),
    (b"MM\x00*", "a TIFF image", "Run text recognition (OCR) on it first."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .xls) or an encrypted one",
        "Save it without a password as docx or PDF.",
    ),
    (b"{\\rtf", "an RTF file", "Save it as docx or text."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and load what is inside."),
    (b"BZh", "a bzip2 archive", "Unpack it and load what is inside."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it and load what is inside."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and load what is inside."),
    (b"Rar!", "a RAR archive", "Unpack it and load what is inside."),
    (b"SQLite format 3\x00", "an SQLite database", "Export the texts it holds."),
    (b"\x7fELF", "a program", "Give documents instead."),
    (b"MZ\x90", "a program", "Give documents instead."),
    (b"PAR1", "a Parquet table", "Export it as CSV."),
    (b"ID3", "an audio file", "Give its transcript."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
)
#: A name inside a zip archive, what the archive then is, what to do with it.
_ZIPPED = (
    ("xl/workbook.xml", "an Excel workbook", "Save its sheets as CSV."),
    ("ppt/presentation.xml", "a PowerPoint file", "Save it as PDF."),
    ("content.xml", "an OpenDocument file", "Save it as docx or PDF."),
    ("META-INF/container.xml", "an e-book (EPUB)", "Convert it to html, PDF or text."),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(r"</(?:p|div|h[1-6]|article|section|table|ul|ol|span|body)>", re.IGNORECASE)
_HEADER = re.compile(r"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:)", re.ASCII)
_MAIL_ONLY = re.compile(
    r"^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature):", re.IGNORECASE | re.MULTILINE
)
_MAIL_ALSO = re.compile(r"^(?:from|to|subject|date):", re.IGNORECASE | re.MULTILINE)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)|\[[^\]\n]{1,300}\]\([^)\s]{1,500}\)|\*\*\S[^*\n]*\S\*\*|^\|(?: *:?-+:? *\|)+",
    re.MULTILINE,
)
_FACTS = re.compile(r"^facts[ \t]*:", re.MULTILINE)
_LIST_OF_FACTS = re.compile(r"^facts[ \t]*:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[ \t]*- +(?:\{ *)?\w+ *:", re.MULTILINE)
_FACT_COLUMNS = frozenset({"subject", "relation", "object"})
_YAML = frozenset({".yaml", ".yml"})
_HEAD = 20_000


def binary_format(data: bytes, path: str) -> str | None:
    """`pdf` or `docx`; None for what may be text. Raises UnreadableDocument for any other known format."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data, path)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise UnreadableDocument(path, "The file is sound or video.", "Give its transcript.")
    for start, what, remedy in _FOREIGN:
        if data.startswith(start):
            raise UnreadableDocument(path, f"The file is {what}.", remedy)
    return None


def _zip_format(data: bytes, path: str) -> str:
    try:
        names = set(zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableDocument(
            path, "The file is a broken zip archive or docx.", "Save or download it again."
        ) from error
    if "word/document.xml" in names:
        return "docx"
    for name, what, remedy in _ZIPPED:
        if name in names:
            raise UnreadableDocument(path, f"The file is {what}.", remedy)
    raise UnreadableDocument(path, "The file is a zip archive.", "Unpack it and load what is inside.")


def is_mail(data: bytes, path: str) -> bool:
    """Whether the file is a mail. A memorandum in a .txt file, with "From:" and "To:" alone, is none."""
    head, suffix = data[:_HEAD].decode("latin-1"), PurePath(path).suffix.casefold()
    lines = re.split(r"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if not all(_HEADER.match(line) or line[:1] in " \t" for line in lines.splitlines()):
        return False
    known = len(_MAIL_ALSO.findall(lines))
    return known > 1 and (suffix == ".eml" or bool(_MAIL_ONLY.search(lines)) or (suffix != ".txt" and known > 2))


def text_format(text: str, path: str) -> str:
    """`html`, `yaml`, `csv`, `md` or `txt`; raises UnreadableDocument for other data in text form."""
    head, suffix = text[:_HEAD], PurePath(path).suffix.casefold()
    if _HTML.match(head) or (suffix != ".md" and head.lstrip().startswith("<") and len(_TAGS.findall(head)) > 1):
        return "html"
    if _LIST_OF_FACTS.search(text) or (suffix in _YAML and _FACTS.search(text)):
        return "yaml"
    if len(_FACT_COLUMNS & _columns(head)) > 1:
        return "csv"
    _refuse_data(head, suffix, path)
    marks = len(_MARKDOWN.findall(head))
    return "md" if suffix in {".md", ".markdown"} or (suffix != ".txt" and marks > 1) else "txt"


def _columns(head: str) -> set[str]:
    first = head.lstrip("\ufeff \n\r\t").partition("\n")[0]
    return {name.strip(" \"'\r").casefold() for name in re.split(r"[,;\t]", first)}


def _refuse_data(head: str, suffix: str, path: str) -> None:
    """Raise for data that is no document: tables and records without facts."""
    if suffix in {".csv", ".tsv"}:
        raise UnreadableDocument(
            path,
            "The table has no columns 'subject', 'relation' and 'object'.",
            "Name them so to load its rows as facts.",
        )
    if suffix in _YAML:
        raise UnreadableDocument(path, "The YAML has no key 'facts'.", "Put the facts under 'facts:'.")
    start = head.lstrip()
    if start.startswith("<?xml") or suffix == ".xml":
        raise UnreadableDocument(path, "The file is XML, not a web page.", "Convert it to html or text.")
    if suffix in {".json", ".jsonl", ".ndjson"} or re.match(r"[\[{]\s*[\"{\[]", start):
        raise UnreadableDocument(
            path, "The file is JSON data, not a document.", "Give the text itself, or facts as YAML or CSV."
        )
