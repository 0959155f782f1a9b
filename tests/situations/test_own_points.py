"""The candidate's own points: made of a debrief, and told where they were brought in."""

from datetime import UTC, datetime

from simulator.archive.debrief import Debrief, Entry
from simulator.measures import Coverage, Evidence, Verdict
from simulator.situations import afterwards, own_points
from simulator.situations.own_points import sentences
from tests.situations.sessions import a_session_of, said

MADE_AT = datetime(2026, 11, 20, tzinfo=UTC)


def point(point_id: str, verdict: Verdict) -> Coverage:
    words = Evidence("I ran the storm desk", 4.0, 6.0) if verdict != "not_found" else None
    return Coverage(point_id, f"label of {point_id}", 1.0, verdict, 0.5, words)


def test_every_sentence_is_a_point_but_an_idea_and_a_range_are_one() -> None:
    made = own_points(
        Debrief(
            MADE_AT,
            (
                Entry("unsaid", "I ran the storm desk for years. I speak Portuguese quite well."),
                Entry("idea", "Deliveries are disputed. The drivers could take a picture."),
                Entry("pay", "Between seventy and eighty thousand.", has_range=True),
            ),
        )
    )
    assert [one.id for one in made] == ["unsaid-1", "unsaid-2", "idea-1", "pay-1"]
    assert made[-1].facts == ("money_range",)
    assert (
        " ".join(made[2].examples) == "Deliveries are disputed. The drivers could take a picture."
    )


def test_a_short_sentence_belongs_to_the_one_before() -> None:
    assert sentences("I ran the storm desk for years. It was hard. I liked every day of it.") == [
        "I ran the storm desk for years. It was hard.",
        "I liked every day of it.",
    ]


def test_no_text_gives_no_point() -> None:
    assert own_points(Debrief(MADE_AT)) == ()


def test_a_point_is_told_with_the_answer_and_the_time() -> None:
    session = a_session_of(
        said("No.", brought_in=(point("unsaid-1", "not_found"),)),
        said("Yes.", brought_in=(point("unsaid-1", "covered"),)),
    )
    (own,) = afterwards(session).own_points
    assert (own.answer, own.at_s, own.quote, own.sure) == (2, 4.0, "I ran the storm desk", True)


def test_sure_goes_before_perhaps() -> None:
    session = a_session_of(
        said("Hm.", brought_in=(point("unsaid-1", "unsure"),)),
        said("Yes.", brought_in=(point("unsaid-1", "covered"),)),
    )
    (own,) = afterwards(session).own_points
    assert (own.answer, own.sure) == (2, True)


def test_a_moment_that_passed_is_told_with_its_place() -> None:
    missed = (point("unsaid-1", "not_found"), point("idea-1", "not_found"))
    session = a_session_of(
        said("No.", "depth", brought_in=missed), said("No.", "big-picture", brought_in=missed)
    )
    unsaid, idea = afterwards(session).own_points
    assert (unsaid.answer, unsaid.place) == (None, None)
    assert (idea.answer, idea.place) == (None, 2)


def test_last_words_are_held_against_the_prepared_pitch() -> None:
    kept, lost = point("pitch-1", "covered"), point("pitch-2", "not_found")
    session = a_session_of(
        said("Yes.", "depth", brought_in=(kept, point("pitch-2", "covered"))),
        said("Bye.", "last-impression", brought_in=(kept, lost)),
    )
    told = afterwards(session)
    assert told.pitch is not None
    assert (told.pitch.kept, told.pitch.lost) == (("label of pitch-1",), ("label of pitch-2",))
    assert [own.answer for own in told.own_points] == [2, None]


def test_without_a_debrief_nothing_is_told() -> None:
    told = afterwards(a_session_of(said("Yes.", "last-impression")))
    assert told.own_points == ()
    assert told.pitch is None
