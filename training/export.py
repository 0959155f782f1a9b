"""Writes the trained judge as ONNX with weights in eight bits, for onnxruntime."""

import tempfile
from pathlib import Path

import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

OPSET = 17
INPUTS = ["ids", "mask", "sides", "spans"]
OUTPUTS = ["sentences", "passage"]


def export(network: Network, file: Path) -> None:
    """One graph: ids, mask, sides (1, tokens), spans (1, sentences, tokens) to (1, sentences), (1).

    Weights are quantised for each channel; activations at run time (dynamic quantisation).
    """
    network.eval()
    ids = torch.ones(1, 8, dtype=torch.long)
    spans = torch.full((1, 2, 8), 1 / 8)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids), torch.zeros_like(ids), spans),
            str(whole),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={
                **{name: {1: "tokens"} for name in INPUTS[:3]},
                "spans": {1: "sentences", 2: "tokens"},
                "sentences": {1: "sentences"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, file, per_channel=True, weight_type=QuantType.QInt8)
