"""Writes the trained judge as ONNX with weights in eight bits, for onnxruntime."""

import tempfile
from pathlib import Path

import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

from simulator.judge.likeness import NUMBERS

OPSET = 17
INPUTS = ["ids", "mask", "sides", "claims", "spans", "alike"]
OUTPUTS = ["sentences", "passages"]


def export(network: Network, file: Path) -> None:
    """One graph: ids, mask, sides (1, tokens), claims (1, points, tokens), spans (1, sentences,
    tokens), alike (1, points, sentences, 5) to sentences (1, points, sentences) and passages
    (1, points).

    Weights are quantised for each channel; activations at run time (dynamic quantisation).
    """
    network.eval()
    ids = torch.ones(1, 8, dtype=torch.long)
    claims, spans = torch.full((1, 3, 8), 1 / 8), torch.full((1, 2, 8), 1 / 8)
    alike = torch.zeros(1, 3, 2, NUMBERS)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids), torch.zeros_like(ids), claims, spans, alike),
            str(whole),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={
                **{name: {1: "tokens"} for name in INPUTS[:3]},
                "claims": {1: "points", 2: "tokens"},
                "spans": {1: "sentences", 2: "tokens"},
                "alike": {1: "points", 2: "sentences"},
                "sentences": {1: "points", 2: "sentences"},
                "passages": {1: "points"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, file, per_channel=True, weight_type=QuantType.QInt8)
