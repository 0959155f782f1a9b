"""The real recogniser hears no word and no filled pause where nobody speaks."""

import numpy as np
import pytest

from simulator.sound import Sound
from simulator.transcription import Recogniser, models
from simulator.transcription.whisper import WhisperRecogniser
from tests.spoken import share_found, spoken
from tests.transcription import non_speech

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    cache = tmp_path_factory.mktemp("cache")
    return WhisperRecogniser(models.find("base", pulled=cache / "none", cache=cache))


@pytest.mark.parametrize("kind", non_speech.KINDS)
def test_nothing_is_heard_where_nobody_speaks(recogniser: Recogniser, kind: str) -> None:
    transcript = recogniser.transcribe(non_speech.sound(kind))
    assert (transcript.text, transcript.filled_pauses) == ("", ())


@pytest.mark.parametrize("kind", ["room tone", "typing", "a fan"])
def test_a_sentence_amid_it_is_heard_and_nothing_else(recogniser: Recogniser, kind: str) -> None:
    sentence = "We moved the whole warehouse in one night."
    said = spoken(sentence).samples
    mixed = non_speech.sound(kind).samples.copy()
    mixed[160_000 : 160_000 + len(said)] += said
    transcript = recogniser.transcribe(Sound(np.clip(mixed, -1, 1), 16_000))
    assert share_found(sentence, transcript.text) >= 0.8
    assert transcript.filled_pauses == ()
    assert all(9.5 <= (word.start_s or 0) <= 10 + len(said) / 16_000 for word in transcript.words)
