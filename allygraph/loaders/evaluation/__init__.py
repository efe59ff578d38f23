"""Scoring extraction against gold facts: what counts as right, as wrong and as missed.

A predicted entity stands for the gold entity with which it shares most names; a second one for the same gold entity is
wrong. A fact is right when both ends and the relation are; a gold fact marked optional is neither asked for nor wrong.
Status, date, amount and role are counted over the facts that were found.
"""

from __future__ import annotations

from allygraph.loaders.evaluation.comparison import ComparedFact, Difference, compared_facts, difference
from allygraph.loaders.evaluation.judging import JudgedDocument, JudgedFact, Verdict
from allygraph.loaders.evaluation.runs import (
    Evaluation,
    Run,
    evaluate,
    evaluate_engine,
    evaluate_predictions,
    gold_texts,
)
from allygraph.loaders.evaluation.scoring import Band, DocumentScore, FinderScore, Ratio, Score

__all__ = [
    "Band",
    "ComparedFact",
    "Difference",
    "DocumentScore",
    "Evaluation",
    "FinderScore",
    "JudgedDocument",
    "JudgedFact",
    "Ratio",
    "Run",
    "Score",
    "Verdict",
    "compared_facts",
    "difference",
    "evaluate",
    "evaluate_engine",
    "evaluate_predictions",
    "gold_texts",
]
