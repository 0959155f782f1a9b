"""Telling filled pauses from words, and bringing two passes together."""

import pytest

from simulator.transcription import FilledPause, Word, filled_pauses


@pytest.mark.parametrize(
    "word",
    [
        "um",
        "Um,",
        "uh...",
        "Uhh",
        "ummm",
        "er,",
        "er...",
        "Er—",
        "Erm.",
        "ah",
        "eh",
        "mm",
        "Hmm,",
        "Mmm",
        "hm",
        "mm-hmm",
        "Mm-hmm.",
        "u-um,",
        "[uh]",
        "“Um,",
        "UM",
        "UH,",
        "ähm",
    ],
)
def test_filled_pauses_are_told(word: str) -> None:
    assert filled_pauses.is_filled_pause(word)


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "I",
        "oh",
        "her",
        "umbrella",
        "hum",
        "human",
        "error",
        "am",
        "ham",
        "",
        "-",
        "home",
        "the",
        "5mm",
        "$5MM",
        "$5-MM",
        "UH-60",
        "UH-60s,",
        "MM2",
        "mm²",
        "mm/s",
        "H&M",
        "ER",
        "ER.",
        "E.R.",
        "ER's",
        "ERM,",
    ],
)
def test_words_are_not(word: str) -> None:
    assert not filled_pauses.is_filled_pause(word)


def pause(start_s: float, confidence: float = 0.9) -> FilledPause:
    return FilledPause("um", start_s, start_s + 0.2, "transcript", confidence)


def test_splitting_keeps_words_and_carries_times() -> None:
    words, pauses = filled_pauses.split(
        [Word("So,", 0.1, 0.2, 0.9), Word("Um,", 0.5, 0.8, 0.4), Word("we", 1.0, 1.1, 0.9)]
    )
    assert [word.text for word in words] == ["So,", "we"]
    assert pauses == [FilledPause("um", 0.5, 0.8, "transcript", 0.4)]


def test_what_both_passes_heard_counts_once() -> None:
    merged = filled_pauses.merge([pause(1.0, 0.3), pause(9.0)], [pause(1.3), pause(4.0)])
    assert [p.start_s for p in merged] == [1.3, 4.0, 9.0]


def test_a_decoder_in_a_loop_counts_once() -> None:
    looping = [pause(5.0 + 0.02 * i) for i in range(50)]
    assert len(filled_pauses.merge([], looping)) <= 50 * 0.02 / filled_pauses.LEAST_APART_S + 1


def test_what_only_looks_like_one_stays_among_the_words() -> None:
    said = "I, er, ran the ER, with a 5mm gap and $5MM a year. Mm-hmm."
    written = [Word(text, place, place + 0.5, 0.9) for place, text in enumerate(said.split())]
    words, pauses = filled_pauses.split(written)
    assert [pause.text for pause in pauses] == ["er", "mmhmm"]
    kept = " ".join(word.text for word in words)
    assert kept == "I, ran the ER, with a 5mm gap and $5MM a year."
