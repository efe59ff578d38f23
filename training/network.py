"""The network: MiniLM twice over one table of word pieces, four layers to tag names, all six to relate them.

The tagger reads the bare text; its names, as the rules settle them, are then marked for the other tower, which so knows
from its first layer on what stands for whom. Shapes are needed because the vocabulary is uncased.
"""

from __future__ import annotations

import json

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from allygraph.loaders.extraction.learned.antecedents import TIE
from allygraph.loaders.extraction.learned.labels import LABELS, STATUSES
from allygraph.loaders.extraction.learned.windows import KINDS, MARKS, SHAPES, TAGS
from training.examples import ENCODER

WIDTH = 384
#: Pieces of a stretch that are looked at: first mention, second mention, between, before, after.
LOOKED = (12, 12, 40, 8, 8)
#: What a pair is told besides its words: kinds and namehood of both, crossing, distance, mentions between.
SIDES = 2 * (len(KINDS) + 1) + 1 + 5 + 5
#: Pieces of a reference or a name that are looked at to tell what the reference stands for, and the width of that head.
GLANCE = 10
BOND = 192

#: Parts that begin from nothing; they learn faster.
FRESH = ("shapes", "marks", "tagger.", "link", "pair")


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
        self.tagger = nn.Linear(WIDTH, TAGS)
        self.link_reference, self.link_name = nn.Linear(WIDTH, BOND), nn.Linear(WIDTH, BOND)
        self.link_both, self.link_figures = nn.Linear(BOND, BOND, bias=False), nn.Linear(TIE, BOND)
        self.link_out = nn.Linear(BOND, 1)
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

    def embedded(self, ids: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        return self.dropout(self.first(self.words(ids) + self.places(places)) + self.shapes(shapes))

    def lower(self, ids: Tensor, shapes: Tensor, kept: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Embeddings for the other tower, the states of this one, and the scores of its tags."""
        states = self.embedded(ids, shapes)
        bias = _bias(kept, states)
        tagged = states
        for layer in self.tagger_layers:
            tagged = layer(tagged, bias)
        return states, tagged, self.tagger(tagged)

    def link(
        self,
        states: Tensor,
        reference_rows: Tensor,
        references: Tensor,
        name_rows: Tensor,
        names: Tensor,
        ties: Tensor,
        figures: Tensor,
    ) -> Tensor:
        """Scores of ties (reference, name): above 0 the reference stands for the name rather than for none."""
        one = self.link_reference(_pooled(states, reference_rows, references, GLANCE))[ties[:, 0]]
        other = self.link_name(_pooled(states, name_rows, names, GLANCE))[ties[:, 1]]
        hidden = one + other + self.link_both(one * other) + self.link_figures(figures.to(states.dtype))
        return self.link_out(self.dropout(functional.gelu(hidden)))[:, 0]

    def upper(self, states: Tensor, marks: Tensor, kept: Tensor) -> Tensor:
        states = states + self.marks(marks)
        bias = _bias(kept, states)
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def judge(self, states: Tensor, rows: Tensor, spans: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of labels and of statuses for pairs. `rows`: the window of each pair, `spans`: its five stretches."""
        found = [_pooled(states, rows, spans[:, number], looked) for number, looked in enumerate(LOOKED)]
        found.append(states[rows, 0])
        out = self.pair(torch.cat([*found, sides.to(states.dtype)], 1))
        return out[:, : len(LABELS)], out[:, len(LABELS) :]


def _pooled(states: Tensor, rows: Tensor, spans: Tensor, looked: int) -> Tensor:
    """The largest states of stretches; of a long one only `looked` pieces, its first and its last."""
    begin, end = spans[:, 0], spans[:, 1]
    steps = torch.arange(looked, device=states.device)
    far = (end - begin - looked).clamp(min=0)
    places = begin[:, None] + steps + torch.where(steps >= looked // 2, far[:, None], 0)
    inside = places < end[:, None]
    picked = states[rows[:, None], places.clamp(max=states.shape[1] - 1)]
    pooled = picked.masked_fill(~inside[:, :, None], float("-inf")).amax(1)
    return torch.where(inside.any(1, keepdim=True), pooled, torch.zeros_like(pooled))


def _bias(kept: Tensor, like: Tensor) -> Tensor:
    return torch.where(kept, 0.0, -1e4)[:, None, None, :].to(like.dtype)
