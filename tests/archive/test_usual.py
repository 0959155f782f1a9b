"""What is usual for a speaker: the median over earlier interviews."""

from simulator.archive import Session, UsualVoice, usual_voice
from tests import factories


def a_session(*spreads: float | None, loudness_db: float = 14.2) -> Session:
    answers = [
        factories.an_answer(
            number,
            assessment=factories.an_assessment(
                measures=factories.some_measures(
                    melody=None
                    if spread is None
                    else factories.a_melody(spread, loudness_spread_db=loudness_db)
                )
            ),
        )
        for number, spread in enumerate(spreads, start=1)
    ]
    skipped = factories.an_answer(len(answers) + 1, state="skipped", sound=None, assessment=None)
    return factories.a_session(
        answers=(*answers, skipped),
    )


def test_pitch_and_loudness_each_have_their_median_over_all_answers() -> None:
    before = [a_session(5.1, loudness_db=20.0), a_session(4.0, 6.0, None, loudness_db=9.0)]
    assert usual_voice(before) == UsualVoice(5.1, 9.0)


def test_fewer_than_three_answers_are_no_habit() -> None:
    assert usual_voice([]) is None
    assert usual_voice([a_session(4.0, 6.0, None)]) is None
    assert usual_voice([a_session(4.0, 6.0, None), a_session(5.0)]) is not None
