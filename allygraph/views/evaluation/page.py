"""The error page: one HTML file that opens without a network, a server or another file.

Everything from texts and predictions is escaped by the template; the page's policy (`Content-Security-Policy`) admits
its own script and style alone, by their hashes, and no request whatever. Without script it still shows all there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from allygraph.views import wording
from allygraph.views.evaluation import wording as ours
from allygraph.views.evaluation.marking import Piece, Place, cut, find_end, find_names, find_sentence
from allygraph.views.evaluation.records import ErrorDocument, ErrorFact, RunFigures
from allygraph.views.policy import page_policy


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact with its place in the text, None where its sentence does not stand there."""

    fact: ErrorFact
    place: Place | None


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document cut into pieces; `groups` holds its facts by heading, `counts` their number."""

    document: ErrorDocument
    pieces: tuple[Piece, ...]
    groups: dict[str, list[ShownFact]]
    counts: Counter[str]


def error_page(documents: Sequence[ErrorDocument], runs: Sequence[RunFigures], *, title: str) -> str:
    """A complete HTML document; the same arguments give the same characters."""
    shown = [_shown(document) for document in documents]
    facts = [fact for document in documents for fact in document.facts]
    script, style = _asset("errors.js"), _asset("errors.css")
    made = Environment(
        loader=PackageLoader("allygraph.views.evaluation", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["counted"] = wording.count_words
    page = made.get_template("errors.html").render(
        title=title,
        documents=shown,
        runs=runs,
        names=[run.name for run in runs],
        groups=ours.GROUPS,
        kinds=Counter(kind for fact in facts for kind in ours.kinds_of(fact)),
        relations=sorted(Counter(str(fact.record["relation"]) for fact in facts).items()),
        alone=[_alone(facts, at) for at in range(len(runs))],
        words=ours,
        relation_name=wording.relation_name,
        policy=page_policy(scripts=(script,), style=style),
        script=Markup(script),
        style=Markup(style),
        total=len(facts),
    )
    # A lone half of a character may come out of JSON; no file can hold it.
    return page.encode("utf-8", "replace").decode("utf-8")


def _shown(document: ErrorDocument) -> ShownDocument:
    text = document.text or ""
    sentences = [find_sentence(text, fact.record.get("evidence"), fact.record.get("start")) for fact in document.facts]
    marked = [
        (sentence, find_end(text, sentence, fact.subject), find_end(text, sentence, fact.object))
        for fact, sentence in zip(document.facts, sentences, strict=True)
        if sentence
    ]
    pieces, places = cut(text, find_names(text, document.gold["entities"]), marked)
    found = iter(places)
    groups: dict[str, list[ShownFact]] = {group: [] for group in ours.GROUPS}
    for fact, sentence in zip(document.facts, sentences, strict=True):
        groups[ours.group_of(fact)].append(ShownFact(fact, next(found) if sentence else None))
    for facts in groups.values():
        # In the order of the text, so that eye and page move the same way.
        facts.sort(key=lambda each: each.place.sentence if each.place else (len(pieces), 0))
    return ShownDocument(document, tuple(pieces), groups, Counter({name: len(held) for name, held in groups.items()}))


def _alone(facts: Sequence[ErrorFact], run: int) -> Counter[str]:
    """How many right and wrong facts this run has that no other one says."""
    counts: Counter[str] = Counter()
    for fact in facts:
        own, *others = (fact.verdicts[run], *fact.verdicts[:run], *fact.verdicts[run + 1 :])
        if own and own.kind in ("right", "wrong") and not any(other and other.kind == own.kind for other in others):
            counts[own.kind] += 1
    return counts


def _asset(name: str) -> str:
    return files("allygraph.views.evaluation").joinpath("assets", name).read_text(encoding="utf-8")
