"""An interview from greeting to goodbye: what is said, asked, kept and assessed, in order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.archive import Session
from simulator.assessment import Job
from simulator.audio import Recording
from simulator.interview import Conductor, Heard, Programme
from simulator.interview.conductor import BEHIND, SOUND_MISSED
from simulator.questions import Interviewer
from simulator.transcription import TranscriptionError
from tests.factories import a_question, a_session
from tests.fakes import (
    FakeAssessor,
    FakeCandidate,
    FakeClock,
    FakeMouth,
    FakeScreen,
    FakeShelf,
)

DANA = Interviewer("supervisor", "Dana", "Operations Director")
SAM = Interviewer("peer", "Sam", "Team Lead")
QUESTIONS = (
    a_question("first", asked_by="supervisor", ask="What did we leave out?"),
    a_question("second", asked_by="peer", ask="How do you check your work?"),
    a_question("third", asked_by="supervisor", ask="Why you?"),
)


def spoken(ending: str = "enter", lost: str = "") -> Callable[[Path], Heard]:
    return lambda file: Heard(ending, Recording(file, 30.0, 16_000, lost=lost))  # type: ignore[arg-type]


BROKEN = TranscriptionError("The process has died.", "The sound is kept.")


def skip(_: Path) -> Heard:
    return Heard("skip")


class Interview:
    def __init__(
        self,
        *answers: Callable[[Path], Heard] | BaseException,
        assessor: FakeAssessor | None = None,
        mouth: FakeMouth | None = None,
        feedback_each: bool = False,
        already: Session | None = None,
        not_assessed: dict[int, Job] | None = None,
    ) -> None:
        self.mouth = mouth or FakeMouth()
        self.screen, self.shelf = FakeScreen(), FakeShelf()
        self.candidate = FakeCandidate(*answers)
        self.assessor = assessor or FakeAssessor()
        session = already or replace(
            a_session(), answers=(), state="running", plan=tuple(q.id for q in QUESTIONS)
        )
        self.conductor = Conductor(
            Programme(
                session,
                QUESTIONS,
                (DANA, SAM),
                feedback_each=feedback_each,
                asked_before=len(already.answers) if already else 0,
                not_assessed=not_assessed or {},
            ),
            mouth=self.mouth,
            candidate=self.candidate,
            assessor=self.assessor,
            shelf=self.shelf,
            screen=self.screen,
            clock=FakeClock(),
        )

    @property
    def kept(self) -> Session:
        return self.shelf.kept[-1]


def test_a_whole_interview() -> None:
    interview = Interview(spoken(), spoken(), spoken())
    session = interview.conductor.conduct()
    said = [f"{u.speaker.name}: {u.text}" for u in interview.mouth.said]
    assert said[0].startswith("Dana: Hello")
    assert "Dana, Operations Director" in said[0]
    assert "Sam, Team Lead" in said[0]
    assert said[1].startswith("Sam: Hello")
    assert said[2].endswith("What did we leave out?")
    assert said[3].startswith("Sam: ")
    assert said[-1].startswith("Dana: That was all")
    assert session == interview.kept
    assert session.state == "finished"
    assert [answer.question.id for answer in session.answers] == ["first", "second", "third"]
    assert [answer.state for answer in session.answers] == ["assessed"] * 3
    assert session.answers[1].sound == "02-second.flac"


def test_everything_is_prepared_before_it_is_said() -> None:
    interview = Interview(spoken(), spoken(), spoken())
    interview.conductor.conduct()
    assert set(interview.mouth.said) <= set(interview.mouth.prepared)


def test_each_answer_is_kept_before_the_next_question() -> None:
    interview = Interview(spoken(), RuntimeError("power cut"))
    with pytest.raises(RuntimeError):
        interview.conductor.conduct()
    assert [answer.number for answer in interview.kept.answers] == [1]
    assert interview.kept.state == "stopped"


def test_an_answer_is_on_the_shelf_before_it_is_assessed() -> None:
    interview = Interview(spoken(), spoken(), spoken(), assessor=FakeAssessor(slow=2))
    interview.conductor.conduct()
    states = [[a.state for a in session.answers] for session in interview.shelf.kept]
    assert ["recorded"] in states
    assert states[-1] == ["assessed"] * 3


def test_assessments_that_come_late_are_waited_for_at_the_end() -> None:
    interview = Interview(spoken(), spoken(), spoken(), assessor=FakeAssessor(slow=2))
    interview.conductor.conduct()
    assert interview.screen.waits[0][1] > 0
    assert interview.screen.waits[-1][0] == interview.screen.waits[-1][1]


def test_feedback_after_each_answer() -> None:
    interview = Interview(spoken(), skip, spoken(), feedback_each=True)
    interview.conductor.conduct()
    assert [answer.number for answer in interview.screen.feedbacks] == [1, 3]


def test_every_answer_is_followed_while_it_is_given() -> None:
    interview = Interview(spoken(), skip, spoken())
    interview.conductor.conduct()
    followed = [(job.question, job.file) for job in interview.assessor.followed]
    assert followed == [
        (question, interview.shelf.folder / f"0{number}-{question.id}.flac")
        for number, question in enumerate(QUESTIONS, 1)
    ]
    assert [job.file for job in interview.assessor.jobs] == [followed[0][1], followed[2][1]]


def test_a_computer_that_cannot_keep_up_holds_nobody_up_and_is_told_once() -> None:
    interview = Interview(spoken(), spoken(), spoken(), assessor=FakeAssessor(slow=2))
    session = interview.conductor.conduct()
    assert interview.screen.notices == [BEHIND]
    assert [answer.state for answer in session.answers] == ["assessed"] * 3
    assert interview.screen.questions[-1][0] == 3
    assert all(done == 0 or of == 3 for done, of in interview.screen.waits)


def test_feedback_that_comes_late_is_shown_later_in_order() -> None:
    interview = Interview(
        spoken(), spoken(), spoken(), assessor=FakeAssessor(slow=100), feedback_each=True
    )
    interview.conductor.conduct()
    assert interview.screen.notices == [BEHIND]
    assert [answer.number for answer in interview.screen.feedbacks] == [1, 2, 3]
    assert [answer.state for answer in interview.screen.feedbacks] == ["assessed"] * 3


def test_recordings_that_stand_in_are_waited_for_where_feedback_was_wanted() -> None:
    interview = Interview(
        spoken("over"), spoken("over"), spoken("over"),
        assessor=FakeAssessor(slow=100), feedback_each=True,
    )  # fmt: skip
    interview.conductor.conduct()
    assert interview.screen.notices == []
    assert [answer.number for answer in interview.screen.feedbacks] == [1, 2, 3]


def test_a_skipped_question_is_kept_as_skipped_and_not_assessed() -> None:
    interview = Interview(spoken(), skip, spoken())
    session = interview.conductor.conduct()
    assert [answer.state for answer in session.answers] == ["assessed", "skipped", "assessed"]
    assert len(interview.assessor.jobs) == 2


def test_quitting_keeps_the_answer_in_hand_and_says_no_goodbye() -> None:
    interview = Interview(spoken(), spoken("quit"))
    session = interview.conductor.conduct()
    assert [answer.state for answer in session.answers] == ["assessed", "assessed"]
    assert session.state == "stopped"
    assert "That was all" not in interview.mouth.said[-1].text


def test_quitting_without_a_word_adds_no_answer() -> None:
    interview = Interview(spoken(), lambda _: Heard("quit"))
    assert len(interview.conductor.conduct().answers) == 1


def test_ctrl_c_in_an_answer_keeps_it() -> None:
    interview = Interview(spoken(), spoken("interrupt"))
    with pytest.raises(KeyboardInterrupt):
        interview.conductor.conduct()
    assert [answer.number for answer in interview.kept.answers] == [1, 2]
    assert interview.kept.state == "stopped"


def test_ctrl_c_while_a_question_is_asked_keeps_what_there_is() -> None:
    interview = Interview(spoken(), mouth=FakeMouth(raises_at=3))
    with pytest.raises(KeyboardInterrupt):
        interview.conductor.conduct()
    assert len(interview.kept.answers) == 1
    assert interview.kept.state == "stopped"


def test_an_assessment_that_fails_leaves_the_sound_and_the_rest() -> None:
    trouble = TranscriptionError("The answer could not be transcribed.", "The sound is kept.")
    interview = Interview(spoken(), spoken(), spoken(), assessor=FakeAssessor([trouble]))
    session = interview.conductor.conduct()
    assert [answer.state for answer in session.answers] == ["failed", "assessed", "assessed"]
    assert session.answers[0].sound == "01-first.flac"
    assert "could not be transcribed" in session.answers[0].note
    assert interview.screen.notices == [str(trouble)]


def test_a_lost_microphone_is_told_and_what_came_is_assessed() -> None:
    interview = Interview(spoken("lost", "The microphone has vanished."), spoken(), spoken())
    session = interview.conductor.conduct()
    assert session.answers[0].lost == "The microphone has vanished."
    assert session.answers[0].state == "assessed"
    assert interview.screen.notices[0].startswith("The microphone has vanished.")


def test_sound_that_the_computer_was_too_busy_for_is_told() -> None:
    def missed(file: Path) -> Heard:
        return Heard("enter", Recording(file, 30.0, 16_000, overflows=2))

    interview = Interview(spoken(), missed, spoken())
    session = interview.conductor.conduct()
    assert interview.screen.notices == [SOUND_MISSED]
    assert [answer.state for answer in session.answers] == ["assessed"] * 3


def test_a_typed_answer_is_assessed_as_text() -> None:
    interview = Interview(lambda _: Heard("enter", text="I would say eighty."), skip, skip)
    session = interview.conductor.conduct()
    assert session.answers[0].typed
    assert session.answers[0].sound is None
    assert interview.assessor.jobs[0].text == "I would say eighty."


def test_what_was_typed_is_kept_before_it_is_assessed() -> None:
    interview = Interview(lambda _: Heard("enter", text="I would say eighty."), skip, skip)
    interview.conductor.conduct()
    recorded = [s.answers[0] for s in interview.shelf.kept if s.answers]
    assert recorded[0].typed_text == recorded[-1].typed_text == "I would say eighty."
    assert {answer.note for answer in recorded} == {""}


def test_what_was_typed_stays_apart_from_why_it_could_not_be_assessed() -> None:
    typed = Interview(
        lambda _: Heard("enter", text="I would say eighty."),
        skip,
        skip,
        assessor=FakeAssessor([BROKEN]),
    )
    failed = typed.conductor.conduct().answers[0]
    assert (failed.state, failed.note) == ("failed", str(BROKEN))
    assert failed.typed_text == "I would say eighty."


def test_an_interview_goes_on_where_it_stopped() -> None:
    first = Interview(spoken(), spoken("quit"))
    stopped = first.conductor.conduct()
    rest = Interview(spoken(), already=replace(stopped, state="running"))
    session = rest.conductor.conduct()
    assert [question.id for question in rest.candidate.asked] == ["third"]
    assert [answer.number for answer in session.answers] == [1, 2, 3]


def test_what_was_not_assessed_before_an_interruption_is_now() -> None:
    first = Interview(spoken(), spoken("quit"), assessor=FakeAssessor([BROKEN, BROKEN]))
    stopped = first.conductor.conduct()
    assert [answer.state for answer in stopped.answers] == ["failed", "failed"]
    job = Job(QUESTIONS[1], file=Path("02-second.flac"))
    rest = Interview(spoken(), already=replace(stopped, state="running"), not_assessed={2: job})
    session = rest.conductor.conduct()
    assert rest.assessor.jobs[0] == job
    assert [answer.state for answer in session.answers] == ["failed", "assessed", "assessed"]


def test_a_question_asked_again_is_another_take() -> None:
    first = Interview(spoken(), spoken("quit"))
    stopped = first.conductor.conduct()
    broken = replace(stopped.answers[1], lost="It was cut off.")
    again = replace(stopped, answers=(stopped.answers[0], broken), state="running")
    rest = Interview(spoken(), spoken(), already=replace(again, answers=again.answers[:1]))
    rest.conductor = Conductor(
        Programme(again, QUESTIONS, (DANA, SAM), asked_before=1),
        mouth=rest.mouth,
        candidate=rest.candidate,
        assessor=rest.assessor,
        shelf=rest.shelf,
        screen=rest.screen,
        clock=FakeClock(),
    )
    session = rest.conductor.conduct()
    assert [(answer.question.id, answer.take) for answer in session.answers] == [
        ("first", 1),
        ("second", 1),
        ("second", 2),
        ("third", 1),
    ]
