"""The walk through the claims: one key, one decision, each of them kept at once and each of them undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from allygraph.commands.review.editing import Editor
from allygraph.commands.review.keys import END, Keyboard
from allygraph.commands.review.screen import Screen
from allygraph.graph.errors import AllygraphError, StoreError, UnknownName
from allygraph.graph.model import Review
from allygraph.graph.store.reviews import Decision
from allygraph.queries.review import ReviewClaim
from allygraph.reviews import Reviews

_KEYS = (
    *(("a", "accept"), ("r", "reject"), ("s", "skip"), ("e", "edit"), ("n", "note")),
    *(("u", "undo"), ("b", "back"), ("?", "help"), ("q", "quit")),
)
_END_KEYS = (("u", "undo"), ("b", "back"), ("q", "quit"))
_SAME = {"space": "s", "right": "s", "down": "s", "left": "b", "up": "b", "h": "?", "escape": "?"}
_HELP = """a  accept: the sentence says this
r  reject: it does not; the claim leaves the facts
s  skip, also space and the right arrow: decide later
e  edit: change what the claim says; the claim as it was stays as superseded
n  note: write down a reason or a doubt; the claim stays undecided
u  undo the last decision of this session, and the one before, and so on
b  back, also the left arrow: the claim before, to look or to decide otherwise
q  quit, also Ctrl-C; every decision is kept at once, nothing is lost
Colours, or brackets where there are none, mark subject [ ], object { } and third party < >."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A decision of this session and where in the walk it was made."""

    place: int
    decision: Decision


class Session:
    """A walk through claims (ids)."""

    def __init__(self, reviews: Reviews, claims: Sequence[str], keyboard: Keyboard, screen: Screen) -> None:
        self._reviews, self._keyboard, self._screen = reviews, keyboard, screen
        self._claims = list(claims)
        self._made: list[_Made] = []
        self._place = 0
        self._step = 1
        self._acts: dict[str, Callable[[ReviewClaim], None]] = {
            "a": lambda claim: self._decide(claim, "accepted"),
            "r": lambda claim: self._decide(claim, "rejected"),
            "s": lambda _: self._move(1),
            "e": self._edit,
            "n": self._note,
        }

    def run(self) -> None:
        """Shows claim after claim until the analyst quits, breaks off or closes the terminal."""
        try:
            while self._one():
                pass
        except KeyboardInterrupt:
            self._screen.say("")

    @property
    def decided(self) -> bool:
        """Whether any decision of this session is in force."""
        return bool(self._made)

    def summary(self) -> str:
        """What was decided: '3 accepted, 1 rejected'."""
        verdicts = {made.place: made.decision.verdict for made in self._made if made.decision.verdict != "noted"}
        counts = Counter(verdicts.values())
        edited = f", {counts['edited']} edited" if counts["edited"] else ""
        return f"{counts['accepted']} accepted, {counts['rejected']} rejected{edited}"

    def _one(self) -> bool:
        """One claim, until it is left; whether to go on."""
        if not 0 <= self._place < len(self._claims):
            return self._at_end()
        try:
            claim = self._reviews.claim(self._claims[self._place])
        except UnknownName:
            # A load or a colleague has retired it meanwhile.
            del self._claims[self._place]
            self._made = [_Made(m.place - (m.place > self._place), m.decision) for m in self._made]
            self._place = max(0, self._place - (self._step < 0))
            return True
        self._screen.card(claim, f"{self._place + 1} of {len(self._claims)}, {self.summary()}")
        self._screen.keys(_KEYS)
        return self._key(claim)

    def _key(self, claim: ReviewClaim) -> bool:
        while True:
            key = self._keyboard.key()
            key = _SAME.get(key, key.lower() if len(key) == 1 else key)
            if key in ("q", END):
                return False
            if key in ("b", "u"):
                self._back() if key == "b" else self._undo()
                return True
            if key in self._acts:
                try:
                    self._acts[key](claim)
                except StoreError:
                    raise
                except AllygraphError as error:
                    self._screen.say(str(error), "red")
                return True
            if key == "?":
                self._help()
            self._screen.keys(_KEYS)

    def _at_end(self) -> bool:
        self._place = len(self._claims)
        self._screen.say("")
        self._screen.say(f"That was the last of {len(self._claims)} claims: {self.summary()}.", "bold")
        self._screen.keys(_END_KEYS)
        while True:
            key = self._keyboard.key()
            key = _SAME.get(key, key.lower() if len(key) == 1 else key)
            if key in ("q", "enter", END):
                return False
            if key in ("b", "u"):
                self._back() if key == "b" else self._undo()
                return True

    def _move(self, step: int) -> None:
        self._step = step
        self._place += step

    def _back(self) -> None:
        if self._place:
            self._move(-1)
        else:
            self._screen.say("This is the first claim.")

    def _decide(self, claim: ReviewClaim, verdict: Review) -> None:
        self._keep(self._reviews.decide(claim.id, verdict))
        self._move(1)

    def _note(self, claim: ReviewClaim) -> None:
        text = self._keyboard.line("  note: ", given=claim.review_reason or "")
        if text is not None and text != (claim.review_reason or ""):
            self._keep(self._reviews.note(claim.id, text))

    def _edit(self, claim: ReviewClaim) -> None:
        names = self._reviews.names(claim.series)
        editor = Editor(claim, names, self._keyboard, self._screen)
        decision = editor.run(lambda draft: self._reviews.edit(claim.id, draft))
        if decision and decision.edit:
            self._keep(decision)
            self._claims[self._place] = decision.edit
            self._move(1)

    def _keep(self, decision: Decision) -> None:
        self._made.append(_Made(self._place, decision))
        self._screen.say(f"{decision.verdict}.", decision.verdict)

    def _undo(self) -> None:
        if not self._made:
            self._screen.say("Nothing was decided in this session; `allygraph review --undo` goes further back.")
            return
        last = self._made[-1]
        try:
            self._reviews.undo(last.decision.id)
        except StoreError:
            raise
        except AllygraphError as error:
            self._screen.say(str(error), "red")
            return
        self._made.pop()
        self._place = last.place
        self._claims[last.place] = last.decision.claim
        self._screen.say(f"No longer {last.decision.verdict}.")

    def _help(self) -> None:
        for line in _HELP.splitlines():
            self._screen.say(line)
