"""The trained network as ONNX, its weights in eight bits: `python -m training.export WEIGHTS.pt FOLDER`."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from allygraph.loaders.extraction.learned.antecedents import TIE
from training.examples import ENCODER
from training.network import SIDES, WIDTH, Reader

_LENGTH = torch.export.Dim("length", min=4, max=400)
_REFERENCES = torch.export.Dim("references", min=2, max=1000)
_NAMES = torch.export.Dim("names", min=2, max=1000)
_PAIRS = torch.export.Dim("pairs", min=2, max=20000)


class _Lower(nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states, tagged, tags = self.network.lower(ids, shapes, torch.ones_like(ids, dtype=torch.bool))
        return states, tagged, torch.softmax(tags, -1)


class _Link(nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, tagged: Tensor, references: Tensor, names: Tensor, ties: Tensor, figures: Tensor) -> Tensor:
        rows, name_rows = torch.zeros_like(references[:, 0]), torch.zeros_like(names[:, 0])
        return self.network.link(tagged, rows, references, name_rows, names, ties, figures)


class _Upper(nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, marks: Tensor) -> Tensor:
        return self.network.upper(states, marks, torch.ones_like(marks, dtype=torch.bool))


class _Judge(nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, spans: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        rows = torch.zeros_like(spans[:, 0, 0])
        labels, statuses = self.network.judge(states, rows, spans, sides)
        return torch.sigmoid(labels), torch.softmax(statuses, -1)


def bare(path: Path) -> None:
    """Takes out what the exporter notes of the machine it ran on, its paths above all. Raises onnx's errors."""
    model = onnx.load(path)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer):
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, path)
    onnx.checker.check_model(str(path))


def export(network: Reader, folder: Path) -> None:
    """Writes lower.onnx, link.onnx, upper.onnx, judge.onnx and vocabulary into `folder`."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (1, 30))
    states = torch.randn(1, 30, WIDTH)
    spans = torch.tensor([[(1, 3), (6, 8), (3, 6), (0, 1), (8, 12)]] * 5)
    parts = {
        "lower": (
            _Lower(network),
            (ids, ids % 9),
            ["ids", "shapes"],
            ["states", "tagged", "tags"],
            ({1: _LENGTH}, {1: _LENGTH}),
        ),
        "link": (
            _Link(network),
            (states, spans[:, 0], spans[:4, 1], spans[:, 0] % 4, torch.randn(5, TIE)),
            ["tagged", "references", "names", "ties", "figures"],
            ["scores"],
            ({1: _LENGTH}, {0: _REFERENCES}, {0: _NAMES}, {0: _PAIRS}, {0: _PAIRS}),
        ),
        "upper": (_Upper(network), (states, ids % 9), ["states", "marks"], ["read"], ({1: _LENGTH}, {1: _LENGTH})),
        "judge": (
            _Judge(network),
            (states, spans, torch.randn(5, SIDES)),
            ["states", "spans", "sides"],
            ["labels", "statuses"],
            ({1: _LENGTH}, {0: _PAIRS}, {0: _PAIRS}),
        ),
    }
    with tempfile.TemporaryDirectory() as temporary:
        for name, (module, inputs, taken, given, shapes) in parts.items():
            full = Path(temporary) / f"{name}.onnx"
            torch.onnx.export(
                module.eval(),
                inputs,
                full,
                input_names=taken,
                output_names=given,
                dynamic_shapes=shapes,
                dynamo=True,
                external_data=False,
            )
            # The exporter's guesses of inner shapes stand in the way of the quantizer's own.
            model = onnx.load(full)
            del model.graph.value_info[:]
            onnx.save(model, full)
            quantize_dynamic(full, folder / f"{name}.onnx", per_channel=True, weight_type=QuantType.QInt8)
            bare(folder / f"{name}.onnx")
    shutil.copy(ENCODER / "vocab.txt", folder / "vocabulary.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    network = Reader()
    network.load_state_dict(torch.load(given.weights))
    export(network, given.folder)


if __name__ == "__main__":
    main()
