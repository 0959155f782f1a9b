"""What `make bench` makes of what was heard: rows for sets together, versions, the rate's error."""

from pathlib import Path

import pytest
from alignment import PAUSE, spaced, tokens
from speech import Heard, Tally, rate_off, together, versions

from simulator import __version__

SAID = "So, um, twenty-five of us met. {laughs} Uh, it went well."


def heard(text: str, *, rate_wpm: float | None = None, answer_s: float | None = None) -> Heard:
    return Heard(tokens(text), 0.5, rate_wpm, answer_s)


def tally(said: str, what: Heard) -> Tally:
    made = Tally()
    made.add(said, what, 10.0)
    return made


def test_words_are_counted_as_each_counts_them() -> None:
    assert spaced(SAID) == ["So,", "twenty-five", "of", "us", "met.", "it", "went", "well."]
    assert tokens(SAID).count(PAUSE) == 2
    assert tokens("The ER is 5mm off, er...") == ["the", "er", "is", "5mm", "off", PAUSE]


def test_the_rate_that_is_reported_is_held_against_what_was_said_in_the_same_time() -> None:
    one = tally(SAID, heard(SAID, rate_wpm=60.0, answer_s=10.0))  # 8 words said: 48 a minute
    assert one.rates_off == pytest.approx([0.25])
    assert tally(SAID, heard(SAID, rate_wpm=48.0, answer_s=10.0)).rates_off == pytest.approx([0])


def test_without_a_reported_rate_it_is_the_words_too_many_or_too_few() -> None:
    assert tally("we met on a day", heard("we met on a")).rates_off == pytest.approx([0.2])
    assert rate_off("um", {"words": 0, "words_heard": 0}, heard("um", rate_wpm=9.0)) == 0


def test_sets_together_are_counted_as_one() -> None:
    few = tally("um we met", heard("we met"))
    many = tally("uh we went on and on", heard("um we went on and"))
    both = few + many
    assert both.recordings == 2
    assert both.row() == "0.143 | 10.0% | 2 | 1 | 0.50 | 1.00 | 0.67 | 0.050"
    assert few.row().startswith("0.000 | 0.0% | 1 | 0 | 0.00 | -")
    assert sum((few, many), Tally()) == both


def test_sets_are_named_together() -> None:
    known = ["ami", "mfa", "deepgram"]
    assert together(["rest=ami,mfa", "one = deepgram, deepgram"], known) == {
        "rest": ["ami", "mfa"],
        "one": ["deepgram"],
    }
    assert together([], known) == {}


@pytest.mark.parametrize("given", ["rest", "rest=", "=ami", "rest=ami,mfe"])
def test_names_that_mean_nothing_are_told(given: str) -> None:
    with pytest.raises(ValueError, match=r"is not NAME=|there is no set 'mfe'"):
        together([given], ["ami", "mfa"])


def test_everything_is_named_with_its_version(tmp_path: Path) -> None:
    without = versions(tmp_path)
    assert without.startswith(f"mockview {__version__}, faster-whisper 1.")
    assert "erm" not in without
    installed = tmp_path / "erm-0.4.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: erm\nVersion: 0.4.0\n")
    assert versions(tmp_path) == f"{without}, erm 0.4.0"
