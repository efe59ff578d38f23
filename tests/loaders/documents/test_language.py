"""The language of a text, with and without the model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from allygraph.loaders.documents.language import language_of

TEXTS = {
    "en": "The bank said that it had sold the branch to a rival from the north, with the consent of the regulator.",
    "de": "Die Bank teilte mit, dass sie die Filiale mit Zustimmung der Aufsicht an einen Wettbewerber verkauft habe.",
    "nl": "De bank zei dat zij het kantoor met instemming van de toezichthouder aan een concurrent had verkocht.",
    "fr": "La banque a annoncé qu'elle avait vendu l'agence à un concurrent avec l'accord de l'autorité.",
    "ru": "Банк сообщил, что продал отделение конкуренту с согласия регулятора.",
    "zh": "该银行表示，经监管机构同意，已将该分行出售给竞争对手。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_sentences_are_told_apart(code: str, text: str) -> None:
    """One sentence is enough, in any script."""
    assert language_of(text) == code


def test_too_few_letters_do_not_tell() -> None:
    """Numbers and a word have no language."""
    assert language_of("12 345 kg") is None


def test_plain_english_needs_no_model() -> None:
    """The model, which takes a second to load, stays out."""
    code = "import sys; from allygraph.loaders.documents.language import language_of as of; of(sys.argv[1])"
    check = f"{code}; print('py3langid' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", check, TEXTS["en"]], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == "False"
