"""What the analyst sees: a card for each claim, key lines, messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from allygraph.commands.review.marking import Mark, marked_pieces
from allygraph.loaders.review_draft import ClaimDraft
from allygraph.queries.review import ReviewClaim, ReviewEnd
from allygraph.views.wording import (
    amount_words,
    confidence_words,
    count_words,
    date_words,
    fact_prefix,
    likelihood_words,
    relation_words,
    reliability_words,
    status_words,
)

_STYLES = {"subject": "bold cyan", "object": "bold magenta", "counterpart": "bold yellow", "": ""}
_BRACKETS = {"subject": "[]", "object": "{}", "counterpart": "<>", "": ("", "")}
_VERDICTS = {"accepted": "green", "rejected": "red", "edited": "yellow"}
#: Characters of a neighbouring sentence that help to understand; more push the claim out of sight.
_BESIDE = 240


class Screen:
    """Prints on the terminal; without colours, brackets mark what colours would."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)
        self.plain = self._console.no_color or self._console.color_system is None

    def card(self, claim: ReviewClaim, progress: str) -> None:
        """A claim between its neighbours, in words, with where it comes from."""
        self._console.print()
        self._console.print(Rule(Text(progress), align="left", style="dim"))
        before, after = _flat(claim.before), _flat(claim.after)
        if before:
            self._show(Text("… " * (len(before) > _BESIDE) + before[-_BESIDE:], style="dim"))
        self._show(Text.assemble(*(self._marked(text, mark) for text, mark in marked_pieces(claim))))
        if after:
            self._show(Text(after[:_BESIDE] + " …" * (len(after) > _BESIDE), style="dim"))
        self._console.print()
        self._show(self._words(claim))
        self._show(Text(", ".join(_details(claim))))
        for line in (_origin(claim), _support(claim)):
            self._show(Text(", ".join(line), style="dim"))
        if claim.review != "unreviewed" or claim.review_reason:
            by = f" by {claim.reviewed_by}" if claim.reviewed_by else ""
            note = f": {claim.review_reason}" if claim.review_reason else ""
            state = f"{claim.review}{by}" if claim.review != "unreviewed" else "note"
            self._show(Text(f"{state}{note}", style=_VERDICTS.get(claim.review, "yellow")))

    def keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """One line of keys and what they do; more only where the terminal is narrow."""
        self._filled([Text.assemble((key, "bold"), f" {what}") for key, what in keys], gap=2)

    def say(self, message: str, style: str = "") -> None:
        """A message."""
        self._show(Text(message, style=_VERDICTS.get(style, style)))

    def changes(self, before: ClaimDraft, after: ClaimDraft) -> None:
        """What an edit changes, before and after, a line each."""
        for name, old, new in draft_changes(before, after):
            self._show(Text.assemble((f"{name}: ", "dim"), old, (" -> ", "dim"), (new, "bold")))

    def choices(self, choices: Sequence[str]) -> None:
        """A numbered list in as few lines as the width allows."""
        self._filled([Text(f"{at} {choice}", style="dim") for at, choice in enumerate(choices, start=1)], gap=3)

    def _filled(self, items: Iterable[Text], gap: int) -> None:
        """Items side by side, none of them broken."""
        lines: list[Text] = []
        for item in items:
            if lines and lines[-1].cell_len + gap + item.cell_len <= self._console.width - 4:
                lines[-1].append(" " * gap).append_text(item)
            else:
                lines.append(item)
        for line in lines:
            self._show(line)

    def _show(self, text: Text) -> None:
        self._console.print(Padding(text, (0, 2), expand=False))

    def _marked(self, text: str, mark: Mark) -> tuple[str, str]:
        left, right = _BRACKETS[mark] if self.plain else ("", "")
        return f"{left}{text}{right}", _STYLES[mark]

    def _words(self, claim: ReviewClaim) -> Text:
        """The claim as a sentence; a denial, a plan or a halt never reads as a plain fact."""
        text = Text("Denied: " if claim.polarity == "negative" else fact_prefix(claim.status))
        text.append_text(self._end(claim.subject, "subject"))
        text.append(f" {relation_words(claim.predicate, claim.role)} ")
        if claim.counterpart:
            text.append("the alliance of ").append_text(self._end(claim.object, "object")).append(" and ")
            return text.append_text(self._end(claim.counterpart, "counterpart"))
        return text.append_text(self._end(claim.object, "object"))

    def _end(self, end: ReviewEnd, mark: Mark) -> Text:
        text = Text.assemble(self._marked(end.name, mark))
        if _flat(end.text) != end.name:
            text.append(f" (“{_flat(end.text)}”)", style="dim")
        return text


def draft_changes(before: ClaimDraft, after: ClaimDraft) -> list[tuple[str, str, str]]:
    """The fields that differ: name, value before, value after."""
    left, right = _values(before), _values(after)
    return [(name, left[name], right[name]) for name in left if left[name] != right[name]]


def _values(draft: ClaimDraft) -> dict[str, str]:
    return {
        "subject": f"{draft.subject.name} ({draft.subject.kind})",
        "relation": draft.predicate,
        "object": f"{draft.object.name} ({draft.object.kind})",
        "third party": draft.counterpart.name if draft.counterpart else "none",
        "status": draft.status or "none",
        "date": draft.date or "none",
        "amount": amount_words(draft.amount, draft.currency) or "none",
        "role": draft.role or "none",
        "polarity": draft.polarity,
    }


def _details(claim: ReviewClaim) -> Iterable[str]:
    likely = likelihood_words(claim.likelihood_low, claim.likelihood_high, claim.likelihood_words)
    details = (
        claim.predicate,
        status_words(claim.status),
        date_words(claim.date),
        amount_words(claim.amount, claim.currency),
        f"role “{claim.role}”" if claim.role else None,
        "denied" if claim.polarity == "negative" else None,
        likely,
    )
    return [detail for detail in details if detail]


def _origin(claim: ReviewClaim) -> Iterable[str]:
    parts = (
        claim.document,
        claim.source if claim.source != claim.document else None,
        reliability_words(claim.reliability),
        date_words(claim.published) or "undated",
    )
    return [part for part in parts if part]


def _support(claim: ReviewClaim) -> Iterable[str]:
    yield f"confidence {confidence_words(claim.confidence)}"
    yield f"found by {claim.engine}"
    yield f"{count_words(claim.others, 'other claim')} of this fact" if claim.others else "the only claim of its fact"


def _flat(text: str) -> str:
    return " ".join(text.split())
