"""The real recogniser on real (synthetic) speech."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from simulator.sound import SPEECH_RATE_HZ, Sound, silence
from simulator.transcription import Recogniser, TranscriptionError, models
from simulator.transcription.whisper import WhisperRecogniser
from tests.spoken import share_found, spoken

pytestmark = pytest.mark.slow

SENTENCE = "We cut the waiting time by a third, and nobody had to work on a Sunday again."


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    cache: Path = tmp_path_factory.mktemp("cache")
    return WhisperRecogniser(models.find("base", pulled=cache / "none", cache=cache))


def joined(*sounds: Sound) -> Sound:
    return Sound(np.concatenate([sound.samples for sound in sounds]), SPEECH_RATE_HZ)


def test_every_word_is_written_with_its_time(recogniser: Recogniser) -> None:
    sound = joined(silence(1.0, SPEECH_RATE_HZ), spoken(SENTENCE))
    transcript = recogniser.transcribe(sound)
    assert share_found(SENTENCE, transcript.text) >= 0.9
    starts = [word.start_s for word in transcript.words if word.start_s is not None]
    assert starts == sorted(starts)
    assert starts[0] == pytest.approx(1.0, abs=0.25)
    assert all(0 <= (word.probability or 0) <= 1 for word in transcript.words)
    assert transcript.duration_s == pytest.approx(sound.duration_s, abs=0.001)


def test_pauses_are_where_they_are(recogniser: Recogniser) -> None:
    first, second = spoken("That was in March."), spoken("Then we began again.")
    sound = joined(first, silence(2.0, SPEECH_RATE_HZ), second)
    speech = recogniser.transcribe(sound).speech
    gap = max(pairwise(speech), key=lambda p: p[1].start_s - p[0].end_s)
    assert gap[0].end_s == pytest.approx(first.duration_s, abs=0.15)
    assert gap[1].start_s == pytest.approx(first.duration_s + 2.0, abs=0.15)


def test_filled_pauses_are_written_beside_the_words(recogniser: Recogniser) -> None:
    transcript = recogniser.transcribe(
        spoken("So, um, we had, uh, nine people on the team, and, um, two of them were new.")
    )
    assert len(transcript.filled_pauses) >= 2
    assert not {"um", "uh"} & {word.text.lower().strip(",.") for word in transcript.words}
    assert share_found("nine people on the team and two of them were new", transcript.text) >= 0.8


def test_fluent_speech_has_no_filled_pauses(recogniser: Recogniser) -> None:
    assert recogniser.transcribe(spoken(SENTENCE)).filled_pauses == ()


def test_an_answer_longer_than_a_window_is_heard_to_its_end(recogniser: Recogniser) -> None:
    said = [
        "In March our planner left, and I took over the whole schedule within a week.",
        "There were eleven branches, and each of them had a form of its own.",
        "First I called every manager and asked what they really needed on paper.",
        "Then I built one sheet that fitted all of them, with only seven fields.",
        "The two slowest offices got a visit, and we filled it in together.",
        "After a month the numbers arrived on time for the first time in years.",
        "My supervisor noticed it before I had said a single word about it.",
        "What I would do differently is to begin with the drivers.",
        "They knew about the broken scanner long before anybody else did.",
        "And this is the very end of my long answer.",
    ]
    sound = joined(*(spoken(sentence) for sentence in said))
    transcript = recogniser.transcribe(sound)
    assert sound.duration_s > 32
    assert share_found(" ".join(said), transcript.text) >= 0.9
    assert "end of my long answer" in transcript.text


def test_silence_and_noise_say_nothing(recogniser: Recogniser) -> None:
    noise = np.random.default_rng(3).normal(0, 0.02, 10 * SPEECH_RATE_HZ).astype(np.float32)
    for sound in (silence(10, SPEECH_RATE_HZ), Sound(noise, SPEECH_RATE_HZ)):
        transcript = recogniser.transcribe(sound)
        assert transcript.words == ()
        assert transcript.filled_pauses == ()


def test_the_same_sound_gives_the_same_transcript(recogniser: Recogniser) -> None:
    sound = spoken(SENTENCE)
    assert recogniser.transcribe(sound) == recogniser.transcribe(sound)


def test_an_empty_sound_is_an_empty_transcript(recogniser: Recogniser) -> None:
    assert recogniser.transcribe(silence(0, SPEECH_RATE_HZ)).words == ()


def test_a_language_that_the_model_does_not_know_is_told(recogniser: Recogniser) -> None:
    with pytest.raises(TranscriptionError, match="does not know the language 'xx'"):
        recogniser.transcribe(spoken("Hello."), language="xx")
