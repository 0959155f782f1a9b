"""Which filled pauses of the prompted pass are believed."""

import numpy as np

from simulator.transcription import Word
from simulator.transcription.second_opinion import without_doubtful
from simulator.transcription.voice_activity import FRAME_S, Probabilities

CLEAR, UNCLEAR = 0.95, 0.5


def words(*told: tuple[str, float, float], probability: float = CLEAR) -> list[Word]:
    return [Word(text, start_s, end_s, probability) for text, start_s, end_s in told]


def voice(*silences: tuple[float, float]) -> Probabilities:
    """Ten seconds of somebody speaking, but for the silences."""
    frames = np.ones(int(10 / FRAME_S), np.float32)
    for start_s, end_s in silences:
        frames[int(start_s / FRAME_S) : int(end_s / FRAME_S)] = 0.0
    return frames


PLAIN = (("We", 1.0, 1.2), ("closed", 1.2, 1.8), ("it", 2.2, 2.5), ("early.", 2.5, 3.0))
PROMPTED = (
    ("We", 1.0, 1.2),
    ("closed,", 1.2, 1.7),
    ("um,", 1.8, 2.2),
    ("it", 2.2, 2.5),
    ("early.", 2.5, 3.0),
)


def texts(heard: list[Word]) -> list[str]:
    return [word.text for word in heard]


def test_one_between_clear_words_is_believed_even_without_a_silence() -> None:
    kept = without_doubtful(words(*PROMPTED), words(*PLAIN), voice())
    assert "um," in texts(kept)


def test_its_own_probability_does_not_matter() -> None:
    prompted = [
        Word(w.text, w.start_s, w.end_s, 0.001 if w.text == "um," else w.probability)
        for w in words(*PROMPTED)
    ]
    assert "um," in texts(without_doubtful(prompted, words(*PLAIN), voice()))


def test_one_in_unclear_speech_that_runs_on_is_not() -> None:
    kept = without_doubtful(words(*PROMPTED), words(*PLAIN, probability=UNCLEAR), voice())
    assert texts(kept) == ["We", "closed,", "it", "early."]


def test_one_in_unclear_speech_with_a_silence_beside_it_is() -> None:
    silent = voice((1.8, 2.0))
    kept = without_doubtful(words(*PROMPTED), words(*PLAIN, probability=UNCLEAR), silent)
    assert "um," in texts(kept)


def test_one_that_is_held_is_no_misheard_word() -> None:
    prompted = words(("We", 1.0, 1.2), ("ummm", 1.2, 2.2), ("it", 2.2, 2.5))
    plain = words(("We", 1.0, 1.2), ("it", 2.2, 2.5), probability=UNCLEAR)
    assert "ummm" in texts(without_doubtful(prompted, plain, voice()))


def test_one_in_the_place_of_a_word_that_was_understood_is_not() -> None:
    prompted = words(("wish,", 0.7, 1.1), ("uh,", 1.1, 1.6), ("operator", 1.6, 2.4))
    plain = words(("wish", 0.7, 0.9), ("the", 0.9, 1.3), ("operator", 1.3, 2.4))
    assert texts(without_doubtful(prompted, plain, voice())) == ["wish,", "operator"]


def test_one_in_the_place_of_a_word_that_was_hardly_understood_is() -> None:
    prompted = words(("wish,", 0.7, 1.1), ("uh,", 1.1, 1.8), ("operator", 1.8, 2.4))
    plain = words(("wish", 0.7, 0.9), ("operator", 1.3, 2.4))
    plain.insert(1, Word("the", 0.9, 1.3, 0.2))
    assert "uh," in texts(without_doubtful(prompted, plain, voice()))


def test_what_both_passes_wrote_is_believed_whatever_is_around() -> None:
    plain = words(*PROMPTED, probability=UNCLEAR)
    assert "um," in texts(without_doubtful(words(*PROMPTED), plain, voice()))


def test_words_are_never_touched() -> None:
    plain = words(*PLAIN, probability=UNCLEAR)
    assert without_doubtful(words(*PLAIN), plain, voice()) == words(*PLAIN)
    assert without_doubtful([], [], voice()) == []
