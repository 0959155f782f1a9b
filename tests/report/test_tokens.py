"""Every word is there with its time, and knows what it proves."""

from simulator.report.tokens import tokens
from tests import factories
from tests.report import interviews


def test_words_fillers_and_pauses_in_order_of_time() -> None:
    found = tokens(interviews.long_assessment(40))
    kinds = [token.kind for token in found]
    assert kinds[:6] == ["words"] * 4 + ["discourse_marker", "words"]
    assert kinds[9:12] == ["filled_pause", "pause", "words"]
    starts = [token.start_s for token in found]
    assert starts == sorted(starts, key=float)  # type: ignore[arg-type]


def test_no_word_is_lost_and_each_has_its_own_time() -> None:
    assessment = interviews.long_assessment()
    words = [word.text for word in assessment.transcript.words]
    found = [token for token in tokens(assessment) if token.kind in ("words", "discourse_marker")]
    assert " ".join(token.text for token in found).split() == words
    times = {token.text: (token.start_s, token.end_s) for token in found}
    for word in assessment.transcript.words:
        if word.text in times:
            assert times[word.text] == (word.start_s, word.end_s)


def test_words_of_evidence_say_what_they_prove() -> None:
    proves = {token.text: token.proves for token in tokens(interviews.long_assessment())}
    assert proves["word12"] == proves["word19"] == "covered"
    assert proves["word32"] == "unsure"
    assert proves["word11"] is proves["word20"] is None


def test_typed_words_have_no_times() -> None:
    found = tokens(factories.an_assessment(typed=True))
    assert found
    assert all(token.start_s is None for token in found)
    assert all(token.proves is None for token in found)


def test_words_said_twice_stay_words_with_their_own_times() -> None:
    found = tokens(factories.words_said_twice())
    assert [token.text for token in found if token.kind == "words"] == ["I,", "I", "was", "there."]
