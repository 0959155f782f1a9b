"""What the judge learns from: a sentence taken out of an answer or put in changes its verdicts."""

import re
from itertools import islice
from pathlib import Path

import pytest
from material import (
    MaterialError,
    answers,
    kept_of_paired,
    paired,
    points,
    strict,
    usual,
)
from sampling import CHANGED_WEIGHT, Example, Sampler

ASKED = """
Q: How did it end?
P: end | Says how it ended | The candidate tells what came of it.
e: We were through by Friday.
e: Nobody left.
e: She stayed.
c: I hope it ends well.
c: We shall see.
P: who | Names who was there | The candidate names somebody.
e: Ann was with me.
e: Bob helped.
e: I called Eve.
c: People helped.
A: strong | end=3 who=2,1
Ann came in. With Ann and Bob I mended it. It has run ever since. I was glad.
A: partial | end=no who=1
Bob came in. I was glad.
A: evasive | end=no who=no
It depends. One never knows.
"""
LABELS = ("Says how it ended", "Names who was there")


@pytest.fixture
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    folder = tmp_path_factory.mktemp("lessons")
    (folder / "x-1.txt").write_text(ASKED)
    sampler = Sampler(points()[:40], answers(folder), seed=1)
    batches = islice(sampler.batches(4), 80)
    return [one for batch in batches for one in batch if one.claims[0].label in LABELS]


def test_a_point_is_made_just_where_a_sentence_proves_it(drawn: list[Example]) -> None:
    for example in drawn:
        for at in range(len(example.claims)):
            proved = any(at in said.makes for said in example.sentences)
            cut_up = not any(re.search("[.]", said.text) for said in example.sentences)
            assert example.made[at] == proved or cut_up


def test_some_answers_lose_a_proof_and_some_get_one(drawn: list[Example]) -> None:
    changed = [
        (example.made[at], example.weights[at])
        for example in drawn
        for at in range(len(example.claims))
    ]
    assert (False, CHANGED_WEIGHT) in changed
    assert (True, CHANGED_WEIGHT) in changed


def test_of_some_answers_a_piece_is_left(drawn: list[Example]) -> None:
    assert "It depends." in {" ".join(one.text for one in example.sentences) for example in drawn}


def test_a_part_of_a_proof_leaves_open_what_it_proves(drawn: list[Example]) -> None:
    proof = {"Ann came in.", "With Ann and Bob I mended it."}
    found = set()
    for example in drawn:
        said = [one.text for one in example.sentences]
        at = [claim.label for claim in example.claims].index("Names who was there")
        if not proof & {*said} or {"Bob came in.", "It depends."} & {*said}:
            continue
        # What is put in comes alone, so that a part of the proof beside others is of the answer.
        there = len(proof & {*said})
        found.add((there, example.made[at], example.weights[at] == 0.0))
    assert found == {(1, True, True), (2, True, False)}


def test_what_takes_something_back_is_never_cut_off(tmp_path: Path) -> None:
    (tmp_path / "x-1.txt").write_text(
        ASKED.replace("A: evasive", "A: retracted").replace("It depends.", "It ran by Friday.")
    )
    sampler = Sampler(points()[:40], answers(tmp_path), seed=1)
    said = [
        [one.text for one in example.sentences]
        for batch in islice(sampler.batches(4), 1000)
        for example in batch
    ]
    assert ["It ran by Friday.", "One never knows."] in said
    assert ["It ran by Friday."] not in said


def test_what_a_part_leaves_open_stays_open(tmp_path: Path) -> None:
    head, _ = ASKED.split("A: strong")
    text = "Ann was in. Bob ended it with Ann. Bob was glad."
    (tmp_path / "x-1.txt").write_text(f"{head}A: strong | end=2 who=1,2,3\n{text}\n")
    weights = set()
    for batch in islice(Sampler(points()[:40], answers(tmp_path), seed=1).batches(4), 1000):
        for example in batch:
            # Of three sentences one is left only where a piece was.
            if [one.text for one in example.sentences] in (["Ann was in."], ["Bob was glad."]):
                labels = [claim.label for claim in example.claims]
                weights.add(example.weights[labels.index("Names who was there")])
    assert weights == {0.0}


def test_what_is_said_never_stands_in_the_claim(drawn: list[Example]) -> None:
    for example in drawn:
        said = {one.text for one in example.sentences}
        for claim in example.claims:
            assert not said & {*claim.examples, *claim.counter_examples}


def test_the_same_seed_gives_the_same_examples() -> None:
    some = strict()[:3], points()[:40]
    once, again = (Sampler(some[1], some[0], seed=7).batches(3) for _ in range(2))
    for _ in range(5):
        assert next(once) == next(again)


def test_a_batch_holds_passages_of_like_length() -> None:
    batches = list(islice(Sampler(points()[:40], strict()[:9], seed=3).batches(5), 24))
    spread = [
        max(one.letters for one in batch) - min(one.letters for one in batch) for batch in batches
    ]
    everything = [one.letters for batch in batches for one in batch]
    assert sorted(spread)[len(spread) // 2] < (max(everything) - min(everything)) / 5


def test_all_that_stands_in_an_example_was_among_the_texts() -> None:
    sampler = Sampler(points()[:40], strict()[:3], seed=3)
    for example in next(sampler.batches(30)):
        for claim in example.claims:
            written = {claim.label, claim.description, *claim.examples, *claim.counter_examples}
            assert written <= sampler.texts
        said = {one.text for one in example.sentences}
        assert said <= sampler.texts or not any(re.search("[.?!]", text) for text in said)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("A: strong | end=9 who=no", "does not have"),
        ("A: strong | end=1", "a verdict for each point"),
        ("A: strong | end=yes who=no", "a verdict for each point"),
    ],
)
def test_a_file_that_is_not_in_its_format_is_told(
    tmp_path_factory: pytest.TempPathFactory, line: str, told: str
) -> None:
    folder = tmp_path_factory.mktemp("lessons")
    (folder / "x-1.txt").write_text(ASKED.replace("A: partial | end=no who=1", line))
    with pytest.raises(MaterialError, match=told):
        answers(folder)


def test_everything_there_is_in_its_format() -> None:
    assert len(strict()) == 400
    assert len(usual()) > 50
    assert len(paired()) > 50
    kept = {asked.author for asked in kept_of_paired()}
    assert kept
    assert not kept & {asked.author for asked in paired()}
    assert len(points()) > 500
