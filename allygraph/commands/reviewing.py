"""`review`: claims judged by an analyst, key by key, one by one, or from a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from allygraph.commands.console import Format, print_answer, say, show, workspace
from allygraph.commands.main import FAILED, app
from allygraph.graph.errors import InputError
from allygraph.graph.model import Review

if TYPE_CHECKING:
    from allygraph.reviews import Reviews

#: Rows of a list where nothing else is asked for.
_LISTED = 20
_VERDICTS = ("accepted", "rejected", "unreviewed")

Claim = Annotated[str | None, typer.Argument(help="A claim (id) to judge; without it, the least certain ones.")]
Verdict = Annotated[str | None, typer.Argument(help="accepted, rejected or unreviewed.")]
Relation = Annotated[str | None, typer.Option(help="Only claims of this relation, such as OWNS.")]
Entity = Annotated[str | None, typer.Option(help="Only claims on this entity (name or id).")]
InDocument = Annotated[str | None, typer.Option("--document", help="Only claims of this document (id, title, path).")]
Engine = Annotated[str | None, typer.Option(help="Only claims that this engine found.")]
Confidence = Annotated[
    float | None, typer.Option("--max-confidence", min=0, max=1, help="Only claims no more certain than this.")
]
Again = Annotated[bool, typer.Option("--again", help="The claims that were reviewed before, not the others.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many; 20 in a list.")]
Accept = Annotated[list[str] | None, typer.Option(help="Accept this claim (id); may be given often.")]
Reject = Annotated[list[str] | None, typer.Option(help="Reject this claim (id); may be given often.")]
Decisions = Annotated[
    str | None, typer.Option(help="Apply the decisions of a CSV or JSON file: id, decision, reason; - reads a pipe.")
]
Undo = Annotated[bool, typer.Option("--undo", help="Undo your last decision that is in force.")]
Export = Annotated[Path | None, typer.Option("--export-gold", help="Write reviewed documents here as gold facts.")]
Partly = Annotated[bool, typer.Option("--all", help="With --export-gold: also documents reviewed in part.")]
Author = Annotated[str | None, typer.Option(help="Who decides; by default the user of this machine.")]
Reason = Annotated[str, typer.Option(help="Why; kept with the decision.")]
Form = Annotated[Format | None, typer.Option("--format", "-f", help="List the claims in this form.")]


@app.command()
def review(
    claim: Claim = None,
    verdict: Verdict = None,
    relation: Relation = None,
    entity: Entity = None,
    document: InDocument = None,
    engine: Engine = None,
    max_confidence: Confidence = None,
    again: Again = False,
    limit: Limit = None,
    accept: Accept = None,
    reject: Reject = None,
    decisions: Decisions = None,
    undo: Undo = False,
    export_gold: Export = None,
    partly: Partly = False,
    author: Author = None,
    reason: Reason = "",
    form: Form = None,
) -> None:
    """Review claims, the least certain first: on a terminal key by key, elsewhere as a list, or from a file.

    Example: `allygraph review --relation OWNS --max-confidence 0.7`
    """
    chosen = [*((one, "accepted") for one in accept or ()), *((one, "rejected") for one in reject or ())]
    if claim is not None:
        if verdict not in _VERDICTS:
            raise typer.BadParameter("Give accepted, rejected or unreviewed after the claim.")
        chosen.append((claim, verdict))
    _check_ways([bool(chosen), decisions is not None, undo, export_gold is not None, form is not None])
    if partly and export_gold is None:
        raise typer.BadParameter("--all goes with --export-gold.")
    read = _read(decisions) if decisions is not None else ""
    filters = {"relation": relation, "entity": entity, "engine": engine, "max_confidence": max_confidence}
    with workspace() as graph:
        reviews = graph.reviews if author is None else graph.reviews.by(author)
        if chosen:
            for one, word in chosen:
                reviews.decide(one, cast(Review, word), reason=reason)
                say(f"{one} is {word}; the facts follow.")
        elif decisions is not None:
            _apply(reviews, read)
        elif undo:
            ended = reviews.undo()
            say(f"{ended.claim} is no longer {ended.verdict}.")
        elif export_gold is not None:
            _export(reviews, export_gold, document, partly)
        else:
            _look(reviews, {**filters, "document": document, "again": again}, limit, form)


def _check_ways(ways: list[bool]) -> None:
    if sum(ways) > 1:
        named = "claims to accept or reject, --decisions, --undo, --export-gold, --format"
        raise typer.BadParameter(f"One at a time: {named}.")


def _look(reviews: Reviews, filters: dict[str, Any], limit: int | None, form: Format | None) -> None:
    if form is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        print_answer(reviews.claims(**filters, limit=limit or _LISTED), form or Format.table)
        return
    from allygraph.commands.review import Keyboard, Screen, Session

    claims = [row["claim_id"] for row in reviews.claims(**filters, limit=limit).to_records()]
    if not claims:
        say("There is no such claim to review." + ("" if filters["again"] else " --again shows those reviewed before."))
        return
    with Keyboard() as keyboard:
        session = Session(reviews, claims, keyboard, Screen())
        session.run()
    hint = " `allygraph review --undo` takes the last decision back." if session.decided else ""
    say(f"{session.summary()}.{hint}")


def _read(place: str) -> str:
    try:
        return sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        said = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(place, f"{place} cannot be read ({said}).", "Give a CSV or JSON file.") from error


def _apply(reviews: Reviews, text: str) -> None:
    from allygraph.loaders.review_files import read_decisions

    done, bad = reviews.apply(read_decisions(text))
    for one in bad:
        say(f"Line {one.line}: {one.problem}")
    say(f"{done} decisions applied, {len(bad)} lines not.")
    if bad:
        raise typer.Exit(FAILED)


def _export(reviews: Reviews, folder: Path, document: str | None, partly: bool) -> None:
    written = reviews.export_gold(folder, documents=[document] if document else [], partly=partly)
    for message in written.messages:
        say(f"Warning: {message}")
    for name in written.names:
        show(str(folder / f"{name}.json"))
    left = f"; {written.left_out} left out, not wholly reviewed" if written.left_out else ""
    hint = " (--all takes those reviewed in part)" if written.left_out and not partly else ""
    say(f"{len(written.names)} documents written{left}{hint}.")
