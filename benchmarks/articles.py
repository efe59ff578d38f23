"""Generated news articles: seeded, so that every run has the same; prose of several paragraphs about made-up bodies."""

from __future__ import annotations

import random
from pathlib import Path

_TEMPLATES = Path(__file__).with_name("article_sentences.txt")
_FIRST = ("Alder", "Bren", "Cald", "Dorn", "Esk", "Farl", "Gild", "Hath", "Ivel", "Jarr", "Kest", "Lorn", "Mard", "Nev")
_SECOND = (
    "field",
    "mark",
    "stone",
    "bridge",
    "wick",
    "gate",
    "haven",
    "ridge",
    "well",
    "mere",
    "ford",
    "cliff",
    "over",
)
_TRADE = ("Group", "Bank", "Logistics", "Energy", "Systems", "Holdings", "Shipping", "Foods", "Rail", "Motors", "Power")
_GIVEN = ("Anna", "Boris", "Clara", "David", "Elena", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Keiko", "Luca")
_FAMILY = ("Abbott", "Brandt", "Castell", "Dumont", "Eriksen", "Fontana", "Greaves", "Haddad", "Ivanov", "Jensen")
_PLACES = ("Lisbon", "Rotterdam", "Jakarta", "Nairobi", "Montreal", "Gdansk", "Santiago", "Osaka", "Leeds", "Tallinn")
_TITLES = ("chief executive", "finance director", "head of sales", "chairman", "chief technology officer")
_MONTHS = ("January", "March", "April", "June", "September", "October", "December")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
#: Sentences in each paragraph of an article: 12 in all.
_PARAGRAPHS = (2, 3, 3, 4)


def articles(count: int, seed: int = 11) -> list[str]:
    """The texts of `count` articles of 12 sentences each, every one with a headline and a date."""
    draw = random.Random(seed)
    templates = [line for line in _TEMPLATES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_article(draw, templates) for _ in range(count)]


def names(count: int, seed: int = 5) -> list[str]:
    """`count` different names of the kinds that stand in the articles."""
    draw = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found[draw.choice((_organisation, _person))(draw)] = None
    return list(found)


def _article(draw: random.Random, templates: list[str]) -> str:
    bodies = [_organisation(draw) for _ in range(5)]
    people = [_person(draw) for _ in range(2)]
    sentences = [_fill(draw, template, bodies, people) for template in draw.sample(templates, sum(_PARAGRAPHS))]
    paragraphs = []
    for size in _PARAGRAPHS:
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    headline = f"{bodies[0]} and {bodies[1]} move closer in {draw.choice(_PLACES)}"
    date = f"{draw.randint(1, 28)} {draw.choice(_MONTHS)} 2024"
    return "\n\n".join((headline, date, *paragraphs)) + "\n"


def _fill(draw: random.Random, template: str, bodies: list[str], people: list[str]) -> str:
    first, second, third = draw.sample(bodies, 3)
    person, other = draw.sample(people, 2)
    return template.format(
        a=first,
        b=second,
        c=third,
        p=person,
        q=other,
        l=draw.choice(_PLACES),
        r=f"{draw.choice(_FIRST)}{draw.choice(_SECOND)} {draw.choice(('One', 'Watch', 'Cloud', 'Track'))}",
        n=draw.randint(2, 900),
        m=draw.randint(2, 60),
        d=f"{draw.choice(_MONTHS)} {draw.randint(2016, 2023)}",
        w=draw.choice(_WEEKDAYS),
        o=draw.choice(_TITLES),
        t=draw.choice(_TITLES),
    )


def _organisation(draw: random.Random) -> str:
    return f"{draw.choice(_FIRST)}{draw.choice(_SECOND)} {draw.choice(_TRADE)}"


def _person(draw: random.Random) -> str:
    return f"{draw.choice(_GIVEN)} {draw.choice(_FAMILY)}"
