"""Text cut into the word pieces of the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

#: Names in the vocabulary of what opens and closes a window, and of what is in no vocabulary.
_FIRST, _LAST, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class WordPieces:
    """The uncased word pieces of a vocabulary file, one a line. Raises OSError where it cannot be read."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").splitlines()
        words = {word: number for number, word in enumerate(lines)}
        self._tokenizer = Tokenizer(WordPiece(words, unk_token=_UNKNOWN, max_input_chars_per_word=100))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self.first_id, self.last_id = words[_FIRST], words[_LAST]

    def __call__(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        """The ids of the pieces of a text and the characters each stands for."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets
