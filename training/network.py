"""The network: MiniLM twice over one table of word pieces, four layers to tag names, all six to relate them.

The tagger reads the bare text; its names, as the rules settle them, are then marked for the other tower, which so knows
from its first layer on what stands for whom. Shapes are needed because the vocabulary is uncased.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from allygraph.loaders.extraction.learned.labels import LABELS, STATUSES
from allygraph.loaders.extraction.learned.windows import KINDS, MARKS, SHAPES
from training.examples import ENCODER, Example

WIDTH = 384
#: Pieces of a stretch that are looked at: first mention, second mention, between, before, after.
LOOKED = (12, 12, 40, 8, 8)
#: What a pair is told besides its words: kinds and namehood of both, crossing, distance, mentions between.
SIDES = 2 * (len(KINDS) + 1) + 1 + 5 + 5


@dataclass
class Batch:
    """Padded windows and the pairs of all of them; see `collate`."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    kept: Tensor
    tags: Tensor
    rows: Tensor
    spans: Tensor
    sides: Tensor
    labels: Tensor
    counts: Tensor
    statuses: Tensor


class Layer(nn.Module):
    """A layer of BERT; the names of its parts are our own, the weights those of the encoder."""

    def __init__(self, width: int = WIDTH, heads: int = 12, inner: int = 1536, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.up, self.down = nn.Linear(width, width), nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = states.shape
        parts = [
            one(states).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for one in (self.query, self.key, self.value)
        ]
        # Written out: the fused form is slower on a CPU, backwards above all.
        scores = parts[0] @ parts[1].transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
        mixed = (torch.softmax(scores, -1) @ parts[2]).transpose(1, 2).reshape(batch, length, width)
        states = self.norm1(states + self.dropout(self.out(mixed)))
        return self.norm2(states + self.dropout(self.down(functional.gelu(self.up(states)))))


class Reader(nn.Module):
    """The whole network. `lower` gives embeddings and tags of names; `upper` states in view of marks; `judge` pairs."""

    def __init__(self, tagging: int = 4, hidden: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        settings = json.loads((ENCODER / "config.json").read_text())
        self.words = nn.Embedding(settings["vocab_size"], WIDTH, padding_idx=0)
        self.places = nn.Embedding(settings["max_position_embeddings"], WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.layers = nn.ModuleList(Layer(dropout=dropout) for _ in range(settings["num_hidden_layers"]))
        self.tagger_layers = nn.ModuleList(Layer(dropout=dropout) for _ in range(tagging))
        self.tagger = nn.Linear(WIDTH, 1 + 2 * len(KINDS))
        self.pair = nn.Sequential(
            nn.Linear(6 * WIDTH + SIDES, hidden),
            nn.GELU(),
            nn.Dropout(0.2),
            nn.Linear(hidden, len(LABELS) + len(STATUSES)),
        )
        self.dropout = nn.Dropout(dropout)
        for table in (self.shapes, self.marks):
            nn.init.normal_(table.weight, std=0.02)

    def load_encoder(self) -> None:
        """The weights of the encoder, from its package."""
        given = {name.removeprefix("bert."): value for name, value in load_file(ENCODER / "model.safetensors").items()}
        own = {
            "words.weight": "embeddings.word_embeddings.weight",
            "places.weight": "embeddings.position_embeddings.weight",
            "first.weight": "embeddings.LayerNorm.weight",
            "first.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for number in range(len(self.layers)):
            for part, name in parts.items():
                for end in ("weight", "bias"):
                    own[f"layers.{number}.{part}.{end}"] = f"encoder.layer.{number}.{name}.{end}"
                    if number < len(self.tagger_layers):
                        own[f"tagger_layers.{number}.{part}.{end}"] = f"encoder.layer.{number}.{name}.{end}"
        state = self.state_dict()
        state.update({name: given[source].float() for name, source in own.items()})
        with torch.no_grad():
            state["places.weight"] = state["places.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        self.load_state_dict(state)

    def lower(self, ids: Tensor, shapes: Tensor, kept: Tensor) -> tuple[Tensor, Tensor]:
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.first(self.words(ids) + self.places(places)) + self.shapes(shapes))
        bias = _bias(kept, states)
        tagged = states
        for layer in self.tagger_layers:
            tagged = layer(tagged, bias)
        return states, self.tagger(tagged)

    def upper(self, states: Tensor, marks: Tensor, kept: Tensor) -> Tensor:
        states = states + self.marks(marks)
        bias = _bias(kept, states)
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def judge(self, states: Tensor, rows: Tensor, spans: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of labels and of statuses for pairs. `rows`: the window of each pair, `spans`: its five stretches."""
        found = []
        for number in range(spans.shape[1]):
            begin, end = spans[:, number, 0], spans[:, number, 1]
            steps = torch.arange(LOOKED[number], device=states.device)
            half = LOOKED[number] // 2
            # Of a long stretch, its first and its last pieces.
            far = (end - begin - LOOKED[number]).clamp(min=0)
            places = begin[:, None] + steps + torch.where(steps >= half, far[:, None], 0)
            inside = places < end[:, None]
            picked = states[rows[:, None], places.clamp(max=states.shape[1] - 1)]
            pooled = picked.masked_fill(~inside[:, :, None], float("-inf")).amax(1)
            found.append(torch.where(inside.any(1, keepdim=True), pooled, torch.zeros_like(pooled)))
        found.append(states[rows, 0])
        out = self.pair(torch.cat([*found, sides.to(states.dtype)], 1))
        return out[:, : len(LABELS)], out[:, len(LABELS) :]


def _bias(kept: Tensor, like: Tensor) -> Tensor:
    return torch.where(kept, 0.0, -1e4)[:, None, None, :].to(like.dtype)


def collate(batch: list[Example]) -> Batch:
    """Examples as tensors, padded to the longest window; stretches of pairs: first, second, between, before, after."""
    from allygraph.loaders.extraction.learned.pairs import sides_of, stretches_of

    longest = max(len(example.window.ids) for example in batch)

    def padded(values: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in values])

    rows, spans, sides, labels, counts, statuses = [], [], [], [], [], []
    for number, example in enumerate(batch):
        for pair, true, ignored, status in zip(
            example.pairs, example.labels, example.ignored, example.statuses, strict=True
        ):
            rows.append(number)
            spans.append(stretches_of(pair, len(example.window.ids)))
            sides.append(sides_of(pair))
            labels.append([float(n in true) for n in range(len(LABELS))])
            counts.append([float(n not in ignored) for n in range(len(LABELS))])
            statuses.append(status)
    windows = [example.window for example in batch]
    return Batch(
        padded([window.ids for window in windows]),
        padded([window.shapes for window in windows]),
        padded([example.marks for example in batch]),
        padded([[1] * len(window.ids) for window in windows]).bool(),
        padded([example.tags for example in batch]),
        torch.tensor(rows, dtype=torch.long),
        torch.tensor(spans, dtype=torch.long).view(-1, 5, 2),
        torch.tensor(sides, dtype=torch.float).view(-1, SIDES),
        torch.tensor(labels, dtype=torch.float).view(-1, len(LABELS)),
        torch.tensor(counts, dtype=torch.float).view(-1, len(LABELS)),
        torch.tensor(statuses, dtype=torch.long),
    )
