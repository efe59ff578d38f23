"""Names: their normal form, their acronym, the key that they give an entity."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from rigour.territories import get_territories
from rigour.text.translit import ascii_text

from allygraph.graph.ids import content_digest, stable_id
from allygraph.graph.kinds import entity_kinds

#: Bytes of a key: the index that keeps keys unique takes 8 kB, and what was written before must be found as it was.
LONGEST_KEY = 8_000
_BEGINNING = 200
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019\u02bc]s\b")
_APOSTROPHE = re.compile(r"(?<=\w)['\u2019\u02bc](?=\w)")
#: "U.S." and "J.P. Morgan", not "Amazon.com": single letters, each with its dot.
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![\w.]))?")
_NOT_SPACED = re.compile(r"[-/,;()]+")
_ASCII_NOT_NAME = re.compile(r"[^a-z0-9&+/.]+")
#: "H.E. Omar Al Olama": with dots and before two or more further words, else these are initials of the name itself.
_EXCELLENCY = re.compile(r"^\s*(?:h\.\s?[eh]\.|h\.\s?r\.\s?h\.)(?=\s*\S+\s+\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")
#: Words that an acronym passes over: "Bank of Korea" gives BOK as well as BK.
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "du", "des", "der", "und"}
)
#: Names that several countries or a country and a province share.
_SHARED_BY_PLACES = frozenset(
    {"congo", "georgia", "guinea", "virgin islands", "saint martin", "st martin", "columbia", "global"}
)


@lru_cache(maxsize=262144)
def normal_name(name: str, kind: str = "Organisation") -> str:
    """The form in which two spellings of one name are equal; its own normal form.

    Case, Unicode form, punctuation, possessives and leading articles are folded, accents stay; legal forms ("Inc.",
    "Co., Ltd.") go from organisations, titles ("Dr.", "H.E.") from people, countries take their usual English name.
    Never empty for a name with anything but spaces in it, never raises.
    """
    text = name
    # Taking one thing away can bare another ("The Dr. ..."); a few rounds settle every name seen, the cap is for noise.
    for _ in range(8):
        once = _normal_once(text, kind)
        if once == text:
            break
        text = once
    return text


def _normal_once(name: str, kind: str) -> str:
    if kind == "Person":
        name = _EXCELLENCY.sub("", name)
    text = _fold(name, kind)
    if kind == "Organisation":
        return _without_legal_forms(text)
    if kind == "Person":
        return _without_titles(text)
    return _territory(text) if kind == "Place" else text


@lru_cache(maxsize=262144)
def latin_name(name: str, kind: str = "Organisation") -> str:
    """A second form for comparison: the normal name without accents, Cyrillic, Greek, Hangul ... in Latin letters."""
    normal = normal_name(name, kind)
    return " ".join(ascii_text(normal).casefold().replace("'", "").split()) or normal


@lru_cache(maxsize=262144)
def entity_id(kind: str, name: str) -> str:
    """The key of an entity: a prefix for its kind and a hash of its normal name."""
    return stable_id(entity_kinds()[kind].prefix, normal_name(name, kind))


@lru_cache(maxsize=65536)
def acronyms(name: str) -> frozenset[str]:
    """The upper-case acronyms a name can have: of all its words, and of all but the small ones. Empty for one word.

    A leading article and legal forms give no letter: "The Bank of Korea, Inc." gives BOK and BK.
    """
    words = _INITIALS.sub(_joined_initials, _NOT_SPACED.sub(" ", name)).split()
    words = [word for word in words if word[0].isalnum()]
    if len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    if words:
        words = words[: len(_cut_last([_plain(word) for word in words], _word_list("legal_forms.txt")["last"]))]
    if len(words) < 2:
        return frozenset()
    every = "".join(map(_initial, words)).upper()
    main = "".join(_initial(word) for word in words if word.casefold() not in _SMALL_WORDS).upper()
    return frozenset(form for form in (every, main) if len(form) > 1)


def _plain(word: str) -> str:
    return word.casefold().strip(".,;")


def _initial(word: str) -> str:
    """The letters a word gives to an acronym: its first, and both or all of joined initials ("US")."""
    return word if word.isupper() and len(word) < 4 else word[0]


def _fold(name: str, kind: str) -> str:
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    given = text
    text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    text = _INITIALS.sub(_spaced_initials if kind == "Person" else _joined_initials, text)
    text = _ASCII_NOT_NAME.sub(" ", text) if text.isascii() else "".join(map(_kept, text))
    words = [_bare(word) for word in text.split()]
    text = " ".join(word for word in words if word)
    return _ARTICLE.sub("", text) or " ".join(given.split())


def _joined_initials(found: re.Match[str]) -> str:
    return re.sub(r"[.\s]", "", found[0]) + " "


def _spaced_initials(found: re.Match[str]) -> str:
    return found[0].replace(".", " ") + " "


def _kept(letter: str) -> str:
    if letter.isalnum() or letter in "&+/.":
        return letter
    category = unicodedata.category(letter)
    # Marks carry the vowels of Indic scripts; variation selectors and zero-width characters are noise inside words.
    if category == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    return letter if category.startswith("M") else " "


def _bare(word: str) -> str:
    """A word without signs at its ends; a lone "&" is "and"."""
    if word == "&":
        return "and"
    bare = word.strip("&/.").lstrip("+")
    return bare if any(map(str.isalnum, bare)) else ""


@cache
def _word_list(name: str) -> dict[str, frozenset[tuple[str, ...]]]:
    """The phrases of each section of a word list, as words; '' is the section before the first heading."""
    sections: dict[str, set[tuple[str, ...]]] = {"": set()}
    section = ""
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            sections[section] = set()
        elif line and not line.startswith("#"):
            sections[section].add(tuple(line.split()))
    return {name: frozenset(phrases) for name, phrases in sections.items()}


def _without_legal_forms(text: str) -> str:
    """Without the legal forms at the end and at the beginning, whole words only, as long as a name remains."""
    forms = _word_list("legal_forms.txt")
    words = text.split()
    if len(words) > 1:
        words = _cut_last(words, forms["last"])
    while len(words) > 1 and (words[0],) in forms["first"]:
        words = words[1:]
    joined = " ".join(words)
    if not joined.isascii():
        for (form,) in sorted(forms["joined"], key=lambda one: -len(one[0])):
            bare = joined.removesuffix(form).removeprefix(form).strip()
            joined = bare or joined
    return joined


def _cut_last(words: list[str], forms: frozenset[tuple[str, ...]]) -> list[str]:
    """Cuts forms off the end, longest first, with the "and" of "& Co."; whole where it would end in a small word."""
    rest = words
    while True:
        length = next((n for n in (4, 3, 2, 1) if len(rest) > n and tuple(rest[-n:]) in forms), 0)
        if not length:
            return words if rest[-1] in _SMALL_WORDS else rest
        rest = rest[:-length]
        if len(rest) > 1 and rest[-1] == "and":
            rest = rest[:-1]


def _without_titles(text: str) -> str:
    """Without the titles at the beginning, as long as a name remains."""
    titles = _word_list("person_titles.txt")
    words = text.split()
    while True:
        length = next((n for n in (3, 2, 1) if len(words) > n and tuple(words[:n]) in titles[""]), 0)
        if not length and len(words) > 2 and (words[0],) in titles["names too"]:
            length = 1
        if not length:
            return " ".join(words)
        words = words[length:]


def _territory(text: str) -> str:
    """The usual English name of a country, folded; any other place as it is."""
    return text if text in _SHARED_BY_PLACES else _countries().get(text, text)


@cache
def _countries() -> dict[str, str]:
    """From each folded name of a country to the one it is known by.

    The library's own look-up knows some 30,000 names in all languages, which takes it two seconds to prepare: longer
    than a newsletter takes.
    """
    known: dict[str, str] = {}
    for territory in get_territories():
        if territory.is_country or territory.is_ftm:
            names = (territory.name, territory.full_name, territory.in_sentence)
            known.update((_fold(name, "Place"), _fold(territory.name, "Place")) for name in names)
    for line in files(__package__).joinpath("country_names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, others = line.split(" = ")
            usual = _fold(name, "Place")
            forms = [usual, *(_fold(other, "Place") for other in others.split(", "))]
            merged = {known[form] for form in forms if form in known}
            known.update((form, usual) for form in (*forms, *(form for form in known if known[form] in merged)))
    return known


def name_keys(name: str, kind: str = "Organisation") -> tuple[str, str]:
    """What a name is found by in the store: its normal form, and its form in Latin letters without spaces."""
    return _key("name", normal_name(name, kind)), _key("name", latin_name(name, kind).replace(" ", ""))


def acronym_key(text: str) -> str:
    """What an acronym is found by in the store."""
    return _key("acronym", "".join(text.split()).upper())


def _key(what: str, text: str) -> str:
    """The text as a key; of a very long one the beginning, and a hash that tells it from all others."""
    key = f"{what}:{text}"
    if len(key.encode("utf-8", "surrogatepass")) <= LONGEST_KEY:
        return key
    return f"{key[:_BEGINNING]}#{content_digest(text)}"
