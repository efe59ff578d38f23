"""What asking cost and what of the answers was kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

from allygraph.loaders.extraction.llm.settings import LlmSettings


@dataclass(slots=True)
class Usage:
    """Counts of one run; safe to share between threads. Tokens are those the server states, `seconds` those waited."""

    requests: int = 0
    repeated: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    documents: int = 0
    failed: int = 0
    kept: int = 0
    unwritten: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def add(self, **counts: float) -> None:
        """Adds to counts by name."""
        with self._lock:
            for name, count in counts.items():
                setattr(self, name, getattr(self, name) + count)

    def drop(self, reasons: Counter[str]) -> None:
        """Counts what was left out, by reason."""
        with self._lock:
            self.dropped.update(reasons)

    def cost(self, settings: LlmSettings) -> float | None:
        """In the currency of the prices; None where no price is set."""
        if settings.price_in is None and settings.price_out is None:
            return None
        return (self.tokens_in * (settings.price_in or 0) + self.tokens_out * (settings.price_out or 0)) / 1_000_000

    def summary(self, settings: LlmSettings) -> str:
        """A few lines for the person who waits; empty where nothing was asked."""
        if not (self.requests or self.cached or self.documents):
            return ""
        cost = self.cost(settings)
        asked = [
            _counted(self.requests, "request") + (f" ({self.repeated} repeated)" if self.repeated else ""),
            f"{_counted(self.cached, 'answer')} from the cache",
            f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out",
            f"{self.seconds:.1f} s",
            *([f"cost {cost:.4f}"] if cost is not None else []),
        ]
        lines = [f"{settings.model} at {settings.address}: {', '.join(asked)}."]
        left_out = ", ".join(f"{reason} ({count:,})" for reason, count in sorted(self.dropped.items()))
        lines.append(f"{_counted(self.kept, 'claim')} kept; left out: {left_out or 'nothing'}.")
        if self.failed:
            lines.append(f"{_counted(self.failed, 'document')} got no usable answer.")
        if self.unwritten:
            lines.append(f"{_counted(self.unwritten, 'answer')} could not be written to the cache {settings.cache}.")
        return "\n".join(lines)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
