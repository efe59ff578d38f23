"""The edit of one claim: a key for each field, before and after shown, saved only when the kinds allow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from allygraph.commands.review.keys import END, Keyboard
from allygraph.commands.review.screen import Screen, draft_changes
from allygraph.graph.errors import AllygraphError, StoreError
from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.model import Kind, Polarity, Status
from allygraph.graph.names import normal_name
from allygraph.graph.scales import STATUSES
from allygraph.graph.store.reviews import Decision
from allygraph.loaders.dates import parse_date
from allygraph.loaders.review_draft import ClaimDraft, DraftEnd, problems_of
from allygraph.queries.review import DocumentName, ReviewClaim
from allygraph.review_drafts import draft_of, end_of_document
from allygraph.views.wording import amount_words

_KEYS = (
    *(("r", "relation"), ("w", "swap"), ("s", "status"), ("d", "date"), ("m", "amount"), ("o", "role")),
    *(("p", "polarity"), ("1", "subject"), ("2", "object"), ("enter", "save"), ("x", "drop")),
)
_NONE = "none"
#: A list longer than this pushes the claim out of sight; Tab completes to all.
_SHOWN = 40


class Editor:
    """Changes a draft of a claim; `names` are the entities of its document."""

    def __init__(self, claim: ReviewClaim, names: Sequence[DocumentName], keyboard: Keyboard, screen: Screen) -> None:
        self._claim, self._names, self._keyboard, self._screen = claim, names, keyboard, screen
        self._before = self._draft = draft_of(claim)
        self._acts: dict[str, Callable[[], ClaimDraft | None]] = {
            "r": self._relation,
            "w": self._turn,
            "s": self._status,
            "d": self._date,
            "m": self._amount,
            "o": self._role,
            "p": self._polarity,
            "1": lambda: self._end("subject"),
            "2": lambda: self._end("object"),
        }

    def run(self, save: Callable[[ClaimDraft], Decision]) -> Decision | None:
        """The decision that `save` made of the draft; None where the edit was dropped."""
        self._screen.keys(_KEYS)
        while True:
            try:
                key = self._keyboard.key()
            except KeyboardInterrupt:
                key = "x"
            key = key.lower() if len(key) == 1 else key
            if key in ("x", "q", "escape", END):
                self._screen.say("Left as it was.")
                return None
            if key in ("enter", "y"):
                decision = self._saved(save)
                if decision:
                    return decision
                self._screen.keys(_KEYS)
            elif key in self._acts:
                changed = self._acts[key]()
                if changed:
                    self._draft = changed
                self._show()
            else:
                self._screen.keys(_KEYS)

    def _saved(self, save: Callable[[ClaimDraft], Decision]) -> Decision | None:
        if not draft_changes(self._before, self._draft):
            self._screen.say("Nothing is changed yet; x leaves the claim as it is.")
            return None
        problems = problems_of(self._draft)
        if problems:
            self._screen.say(" ".join(problems), "red")
            return None
        try:
            return save(self._draft)
        except StoreError:
            raise
        except AllygraphError as error:
            self._screen.say(str(error), "red")
            return None

    def _show(self) -> None:
        self._screen.changes(self._before, self._draft)
        for problem in problems_of(self._draft):
            self._screen.say(problem, "red")
        self._screen.keys(_KEYS)

    def _relation(self) -> ClaimDraft | None:
        chosen = self._chosen("relation", [*relation_kinds()], self._draft.predicate)
        return self._draft.with_relation(chosen) if chosen else None

    def _turn(self) -> ClaimDraft | None:
        if self._draft.counterpart:
            self._screen.say("Who halts and what is halted cannot be swapped; change the relation first.")
            return None
        return self._draft.turned_round()

    def _status(self) -> ClaimDraft | None:
        chosen = self._chosen("status", [*STATUSES, _NONE], self._draft.status or _NONE)
        if not chosen:
            return None
        return replace(self._draft, status=None if chosen == _NONE else cast(Status, chosen))

    def _polarity(self) -> ClaimDraft:
        turned: Polarity = "positive" if self._draft.polarity == "negative" else "negative"
        return replace(self._draft, polarity=turned)

    def _date(self) -> ClaimDraft | None:
        typed = self._typed("date (2020-07-14, July 2020, none)", self._draft.date)
        if typed is None:
            return None
        date = None if typed == _NONE else parse_date(typed)
        if date is None and typed != _NONE:
            self._screen.say(f"'{typed}' is no date; write 2020, 2020-07, 2020-07-14 or 14 July 2020.", "red")
            return None
        return replace(self._draft, date=date)

    def _amount(self) -> ClaimDraft | None:
        # The curated loader and the documents import one another; here both are loaded whatever came first.
        from allygraph.loaders.curated.amounts import parse_amount

        typed = self._typed("amount (USD 80 million, none)", amount_words(self._draft.amount, self._draft.currency))
        if typed is None:
            return None
        if typed == _NONE:
            return replace(self._draft, amount=None, currency=None)
        found = parse_amount(typed)
        currency = found[1] or self._draft.currency if found else None
        if not found or not currency:
            self._screen.say(f"'{typed}' is no amount with a currency, such as USD 80 million.", "red")
            return None
        return replace(self._draft, amount=found[0], currency=currency)

    def _role(self) -> ClaimDraft | None:
        typed = self._typed("role (as the text writes it, none)", self._draft.role)
        return replace(self._draft, role=None if typed == _NONE else typed) if typed else None

    def _typed(self, what: str, present: str | None) -> str | None:
        """What was typed in the place of the present value; None where it stays."""
        typed = self._keyboard.line(f"  {what}: ", given=present or "")
        return None if not typed or typed == present else typed

    def _chosen(self, what: str, choices: Sequence[str], present: str) -> str | None:
        self._screen.choices(choices)
        typed = self._keyboard.line(f"  {what} [{present}]: ", choices)
        if not typed:
            return None
        found = matching(typed, choices)
        if len(found) == 1:
            return found[0]
        self._screen.say(f"'{typed}' is {'none' if not found else 'several'} of these.", "red")
        return None

    def _end(self, which: str) -> ClaimDraft | None:
        present = self._draft.subject if which == "subject" else self._draft.object
        labels = [f"{one.name} ({one.kind})" for one in self._names]
        self._screen.choices(labels[:_SHOWN])
        more = f", {len(labels) - _SHOWN} more by Tab" if len(labels) > _SHOWN else ""
        typed = self._keyboard.line(f"  {which} [{present.name}] (number, name{more}): ", labels)
        if not typed:
            return None
        found = matching(typed, labels)
        if len(found) > 1:
            self._screen.say(f"'{typed}' is several of these: {', '.join(found[:5])}.", "red")
            return None
        chosen = [one for one, label in zip(self._names, labels, strict=True) if [label] == found]
        chosen = chosen or [one for one in self._names if typed in one.texts]
        end = end_of_document(self._claim, chosen[0]) if chosen else self._new(typed)
        if end is None:
            return None
        return replace(self._draft, subject=end) if which == "subject" else replace(self._draft, object=end)

    def _new(self, typed: str) -> DraftEnd | None:
        kinds = [*entity_kinds()]
        self._screen.say(f"'{typed}' is new in this document. What is it?")
        self._screen.keys([*((str(number), kind) for number, kind in enumerate(kinds, start=1)), ("x", "drop")])
        key = self._keyboard.key()
        if key.isdecimal() and 1 <= int(key) <= len(kinds):
            return DraftEnd(None, cast(Kind, kinds[int(key) - 1]), typed, typed)
        return None


def matching(typed: str, choices: Sequence[str]) -> list[str]:
    """The choices that a user means: by number, whole, by beginning, by any part; the first of these ways that fits."""
    if typed.isdecimal() and 1 <= int(typed) <= len(choices):
        return [choices[int(typed) - 1]]
    wanted = typed.casefold().replace(" ", "_") if all("_" in one or one.isupper() for one in choices) else ""
    wanted = wanted or typed.casefold()
    folded = [(choice.casefold(), choice) for choice in choices]
    plain = normal_name(typed)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda choice: choice == wanted or normal_name(choice.rpartition(" (")[0]) == plain,
        lambda choice: choice.startswith(wanted),
        lambda choice: wanted in choice,
    )
    for test in tests:
        found = [choice for text, choice in folded if test(text)]
        if found:
            return found
    return []
