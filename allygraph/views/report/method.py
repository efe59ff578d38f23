"""How to read the numbers and letters of a report."""

from __future__ import annotations

from dataclasses import dataclass

from allygraph.graph.scales import CREDIBILITY, LIKELIHOOD, RELIABILITY

_EVIDENCE = (
    "Each number stands for one passage, quoted as its document has it, with the claims that were read from it. "
    "Four judgements stay apart: how reliable the source is, how credible the information, how likely the text itself "
    "calls it, and how sure the reading is."
)


@dataclass(frozen=True, slots=True)
class ReadingAid:
    """An introduction to the evidence and one sentence per scale."""

    evidence: str
    scales: tuple[str, ...]


def reading_aid() -> ReadingAid:
    """The scales in words: reliability and credibility (Admiralty system), likelihood (ICD 203)."""
    reliability = "; ".join(f"{letter} {words}" for letter, words in RELIABILITY.items())
    credibility = "; ".join(f"{number} {words}" for number, words in CREDIBILITY.items())
    bands: dict[tuple[int, int], str] = {}
    for words, band in LIKELIHOOD.items():
        bands.setdefault(band, words)
    likelihood = "; ".join(f"{words} {low}–{high} %" for (low, high), words in sorted(bands.items()))
    return ReadingAid(
        _EVIDENCE,
        (
            f"Reliability of the source (Admiralty system): {reliability}.",
            f"Credibility of the information (Admiralty system): {credibility}.",
            f"Likelihood (ICD 203): {likelihood}.",
        ),
    )
