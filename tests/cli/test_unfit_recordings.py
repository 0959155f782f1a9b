"""`mockview score` on recordings that show nothing of how somebody speaks: told, never scored as if
they were fine."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from simulator.audio.flac import write_flac
from simulator.scoring.targets import FLOOR
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound, silence
from tests.spoken import spoken

pytestmark = pytest.mark.slow

HIS = (
    "In March our planner left, and I took over the whole schedule within a week. There were "
    "eleven branches, and each of them had a form of its own. First I called every manager."
)
HERS = (
    "The weather will stay dry until the evening, with a light wind from the west. On the hills it "
    "may freeze at night, so please drive with care on the smaller roads and take your time."
)


def made(samples: Samples) -> Sound:
    return Sound(np.clip(samples, -1, 1).astype(np.float32), SPEECH_RATE_HZ)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `score --json` says of each recording, by its name."""
    folder = tmp_path_factory.mktemp("unfit")
    his, hers = spoken(HIS).samples, spoken(HERS, gender="female").samples
    his = his * (0.5 / np.max(np.abs(his)))
    both = min(len(his), len(hers))
    sounds = {
        "fine": made(his),
        "muted": silence(10, SPEECH_RATE_HZ),
        "pressed-too-early": made(his[:SPEECH_RATE_HZ]),
        "overdriven": made(his * 16),
        "far-away": made(his * 0.006),
        "two-people": made(his[:both] + hers[:both] * (0.5 / np.max(np.abs(hers)))),
    }
    for name, sound in sounds.items():
        write_flac(folder / f"{name}.flac", sound)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "simulator", "score", "--json", "--model", "tiny.en"),
            str(folder),
        ],
        env=os.environ | {"MOCKVIEW_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    documents = json.loads(done.stdout)["answers"]
    return {Path(answer["source"]).stem: answer for answer in documents}


def test_a_recording_that_is_fit_is_scored_whole(answers: dict[str, Any]) -> None:
    fine = answers["fine"]
    assert fine["measures"]["conditions"] == []
    assert None not in (fine["score"]["parts"]["fillers"], fine["score"]["parts"]["delivery"])
    assert "Fillers and delivery" not in fine["score"]["not_scored"]


@pytest.mark.parametrize(
    ("name", "kind", "says", "remedy"),
    [
        ("overdriven", "clipped", "overdriven", "Turn the microphone down"),
        ("far-away", "too_quiet", "very quiet", "Turn the microphone up"),
        ("two-people", "other_voice", "Somebody else speaks", "use headphones"),
    ],
)
def test_how_somebody_speaks_is_not_scored_where_it_cannot_be_heard(
    answers: dict[str, Any], name: str, kind: str, says: str, remedy: str
) -> None:
    answer = answers[name]
    assert [condition["kind"] for condition in answer["measures"]["conditions"]] == [kind]
    told = answer["score"]["not_scored"]
    assert says in told
    assert remedy in told
    assert "Fillers and delivery are not scored." in told
    parts = answer["score"]["parts"]
    assert (parts["fillers"], parts["delivery"]) == (None, None)


@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        ("muted", "no_speech", "hardly any sound at all. Check that the microphone"),
        ("pressed-too-early", "too_short", "only 1.0 seconds long. Press Enter when"),
    ],
)
def test_where_nobody_answers_that_is_all_that_is_told(
    answers: dict[str, Any], name: str, kind: str, says: str
) -> None:
    answer = answers[name]
    assert [condition["kind"] for condition in answer["measures"]["conditions"]] == [kind]
    (finding,) = answer["score"]["findings"]
    assert says in finding["reason"]
    assert answer["score"]["total"] <= FLOOR
