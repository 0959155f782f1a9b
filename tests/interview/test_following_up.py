"""What follows from an answer, in whole interviews: asked, replied, remembered, kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.archive import Session
from simulator.assessment import Assessment
from simulator.audio import Recording
from simulator.errors import MockviewError
from simulator.interview import Conductor, Heard, Programme
from simulator.interview.conductor import BEHIND, PATIENCE_S, WAIT_S
from simulator.measures import Asked, Coverage
from simulator.questions import Exchange, FollowUp, Question, Recall, Topic
from simulator.transcription import TranscriptionError
from tests.factories import DANA, SAM, a_question, a_session, a_talking_point, an_assessment
from tests.fakes import FakeAssessor, FakeCandidate, FakeClock, FakeMouth, FakeScreen, FakeShelf

END = a_talking_point("end", weight=2.0, facts=())
STORY = a_question(
    "story",
    asked_by="supervisor",
    ask="What happened?",
    talking_points=(END,),
    follow_ups=(FollowUp("end", "And how did it end?"),),
)
AFTER = a_question(
    "after",
    asked_by="peer",
    ask="And the team?",
    talking_points=(),
    follow_ups=(),
    recalls=(Recall("story", "end", "You told Dana how it ended."),),
)
TOPICS = (
    Topic("team", "Team", ("Who?",), ("We are nine.", "As I said, nine."), replied_by="peer"),
    Topic("goals", "Goals", ("Where to?",), ("Ten per cent more.",)),
)
YOUR_TURN = a_question(
    "your-turn",
    asked_by="supervisor",
    ask="What would you like to ask?",
    talking_points=(),
    follow_ups=(),
    exchange=Exchange(TOPICS, "I will find out.", ("What else?", "Anything more?"), 300.0),
)
MANY_WORDS = "It was a long day and we did a great many things together. " * 12


def made(verdict: str = "not_found", *asked: Asked, text: str = MANY_WORDS) -> Assessment:
    point = Coverage("end", END.label, 2.0, verdict, 0.9, None)  # type: ignore[arg-type]
    return replace(an_assessment(text, typed=True), coverage=(point,), asked=asked)


def about(*topics: str) -> Asked:
    return Asked("What about it?", 1.0, 2.0, topics)


class Interview:
    def __init__(
        self,
        questions: tuple[Question, ...],
        *outcomes: Assessment | MockviewError,
        heard: tuple[Heard, ...] | None = None,
        follow_ups: bool = True,
        already: Session | None = None,
    ) -> None:
        self.mouth, self.shelf, self.screen = FakeMouth(), FakeShelf(), FakeScreen()
        given = heard or tuple(Heard("enter", text="Said.") for _ in range(12))
        self.candidate = FakeCandidate(*[(lambda _, h=h: h) for h in given])
        self.assessor = FakeAssessor(outcomes)
        session = already or replace(
            a_session(), answers=(), state="running", plan=tuple(q.id for q in questions)
        )
        self.conductor = Conductor(
            Programme(
                session,
                questions,
                (DANA, SAM),
                asked_before=0 if already is None else len(already.planned),
                follow_ups=follow_ups,
            ),
            mouth=self.mouth,
            candidate=self.candidate,
            assessor=self.assessor,
            shelf=self.shelf,
            screen=self.screen,
            clock=FakeClock(),
        )

    def conduct(self) -> list[str]:
        self.conductor.conduct()
        return [f"{u.speaker.name}: {u.text}" for u in self.mouth.said]


def test_a_missed_point_is_asked_about_and_what_comes_counts() -> None:
    interview = Interview((STORY,), made(), made("covered"))
    said = interview.conduct()
    assert "Dana: And how did it end?" in said
    main, reply = interview.conductor.session.answers
    assert (reply.follows, reply.question.id, reply.number) == (1, "story.1", 2)
    assert main.assessment is not None
    (point,) = main.assessment.coverage
    assert (point.verdict, point.prompted) == ("covered", True)
    assert main.assessment.score.parts["coverage"] == 100
    assert reply.assessment is not None
    assert reply.assessment.score.total is None
    assert "answer 1" in reply.assessment.score.not_scored
    assert interview.conductor.session.total == main.assessment.score.total


def test_a_covered_point_is_not_asked_about() -> None:
    interview = Interview((STORY,), made("covered"))
    assert "Dana: And how did it end?" not in interview.conduct()


def test_without_follow_ups_nothing_follows() -> None:
    interview = Interview((STORY, AFTER), made("covered"), made(), follow_ups=False)
    said = interview.conduct()
    assert len(interview.conductor.session.answers) == 2
    assert not any("how it ended" in words for words in said)
    assert not any(answer.said_after for answer in interview.conductor.session.answers)


def test_the_interviewer_reacts_before_going_on_and_never_twice_alike() -> None:
    questions = tuple(replace(STORY, id=f"story-{n}", follow_ups=()) for n in range(5))
    interview = Interview(questions, *[made("covered")] * 5)
    interview.conduct()
    reactions = [answer.said_after[0].text for answer in interview.conductor.session.answers]
    assert len(set(reactions)) == 5


def test_everything_that_follows_is_made_ready_while_the_candidate_speaks() -> None:
    interview = Interview(
        (STORY, YOUR_TURN), made(), made("covered"), made("covered", about("team"))
    )
    ready: list[set[str]] = []
    answer = interview.candidate.answer

    def listening(*arguments: object) -> Heard:
        ready.append({utterance.text for utterance in interview.mouth.prepared})
        return answer(*arguments)  # type: ignore[arg-type]

    interview.candidate.answer = listening  # type: ignore[method-assign, assignment]
    interview.conduct()
    assert "And how did it end?" in ready[0]
    first, reply, turn, _ = interview.conductor.session.answers
    assert reply.said_after[0].text in ready[0]
    assert {said.text for said in turn.said_after} <= ready[2]
    assert first.said_after == ()


def test_a_peer_comes_back_to_what_was_said_to_the_supervisor() -> None:
    assert (
        "Sam: You told Dana how it ended."
        in Interview((STORY, AFTER), made("covered"), made()).conduct()
    )
    assert (
        "Sam: You told Dana how it ended."
        not in Interview((STORY, AFTER), made(), made(), made()).conduct()
    )


def test_the_right_person_replies_until_nothing_more_is_asked() -> None:
    interview = Interview(
        (YOUR_TURN,),
        made("covered", about("team"), about("goals")),
        made("covered", about("team")),
        made("covered"),
    )
    said = interview.conduct()
    at = said.index("Sam: We are nine.")
    assert said[at : at + 5] == [
        "Sam: We are nine.",
        "Dana: Ten per cent more.",
        "Dana: What else?",
        "Sam: As I said, nine.",
        "Dana: Anything more?",
    ]
    first, second, third = interview.conductor.session.answers
    assert [one.by for one in first.said_after] == ["peer", "supervisor"]
    assert (second.follows, third.follows) == (1, 1)


def test_a_question_about_something_else_gets_the_sets_reply() -> None:
    said = Interview((YOUR_TURN,), made("covered", about()), made("covered")).conduct()
    assert "Dana: I will find out." in said


def test_who_asks_nothing_is_not_pressed() -> None:
    interview = Interview((YOUR_TURN,), made("covered"))
    interview.conduct()
    assert len(interview.conductor.session.answers) == 1


def test_an_exchange_ends_when_the_interviewers_have_no_more_words() -> None:
    interview = Interview((YOUR_TURN,), *[made("covered", about("team"))] * 9)
    interview.conduct()
    assert len(interview.conductor.session.answers) == 3


def test_an_exchange_ends_when_its_time_is_over() -> None:
    assert YOUR_TURN.exchange is not None
    brief = replace(YOUR_TURN, exchange=replace(YOUR_TURN.exchange, time_s=0.0))
    interview = Interview((brief,), *[made("covered", about("team"))] * 9)
    said = interview.conduct()
    assert "Sam: We are nine." in said
    assert len(interview.conductor.session.answers) == 1


def test_further_turns_of_an_exchange_are_not_prompted() -> None:
    asked = replace(YOUR_TURN, talking_points=(END,))
    interview = Interview((asked,), made("not_found", about("team")), made("covered"))
    interview.conduct()
    main = interview.conductor.session.answers[0].assessment
    assert main is not None
    assert (main.coverage[0].verdict, main.coverage[0].prompted) == ("covered", False)


def test_a_skipped_follow_up_ends_the_matter() -> None:
    heard = (Heard("enter", text="Said."), Heard("skip"), Heard("enter", text="Said."))
    interview = Interview((STORY, AFTER), made(), made(), heard=heard)
    interview.conduct()
    states = [(a.question.id, a.state) for a in interview.conductor.session.answers]
    assert states == [("story", "assessed"), ("story.1", "skipped"), ("after", "assessed")]


def test_an_answer_that_could_not_be_assessed_is_not_followed_up() -> None:
    trouble = TranscriptionError("The answer could not be transcribed.", "The sound is kept.")
    interview = Interview((STORY, AFTER), trouble, made())
    interview.conduct()
    assert [a.follows for a in interview.conductor.session.answers] == [None, None]


def test_quitting_in_a_follow_up_keeps_and_counts_it() -> None:
    heard = (Heard("enter", text="Said."), Heard("quit", text="It ended well."))
    interview = Interview((STORY, AFTER), made(), made("covered"), heard=heard)
    interview.conduct()
    session = interview.conductor.session
    assert session.state == "stopped"
    assert len(session.answers) == 2
    assert session.answers[0].assessment is not None
    assert session.answers[0].assessment.coverage[0].prompted


def test_ctrl_c_in_a_follow_up_keeps_it() -> None:
    heard = (Heard("enter", text="Said."), Heard("interrupt", text="It"))
    interview = Interview((STORY, AFTER), made(), made(), heard=heard)
    with pytest.raises(KeyboardInterrupt):
        interview.conduct()
    assert len(interview.shelf.kept[-1].answers) == 2


def test_an_interview_goes_on_after_the_follow_ups_of_the_last_answer() -> None:
    first = Interview((STORY, AFTER), made(), made("covered"), heard=(
        Heard("enter", text="Said."), Heard("enter", text="Said."), Heard("quit"),
    ))  # fmt: skip
    first.conduct()
    rest = Interview(
        (STORY, AFTER), made(), already=replace(first.conductor.session, state="running")
    )
    rest.conduct()
    assert [question.id for question in rest.candidate.asked] == ["after"]
    assert [a.number for a in rest.conductor.session.answers] == [1, 2, 3]


def spoken(file: Path) -> Heard:
    return Heard("enter", Recording(file, 30.0, 16_000))


def behind(slow: int) -> tuple[list[str], Session, FakeScreen]:
    """What is asked of somebody who speaks, where an assessment takes `slow` looks."""
    interview = Interview((STORY, AFTER), made(), made("covered"), made(), made())
    interview.conductor._assessor = FakeAssessor((made(),) * 4, slow=slow)
    interview.conductor._candidate = FakeCandidate(spoken, spoken, spoken, spoken)
    session = interview.conductor.conduct()
    return asked_of(session), session, interview.screen


def asked_of(session: Session) -> list[str]:
    return [answer.question.id for answer in session.answers]


def test_where_recognition_is_behind_nothing_follows_and_the_interview_goes_on() -> None:
    asked, session, screen = behind(slow=round(PATIENCE_S / WAIT_S) + 5)
    assert asked == ["story", "after"]
    assert [answer.state for answer in session.answers] == ["assessed"] * 2
    assert screen.notices == [BEHIND]


def test_a_follow_up_waits_for_an_assessment_that_comes_in_time() -> None:
    asked, session, screen = behind(slow=3)
    assert asked[:2] == ["story", "story.1"]
    assert session.answers[1].follows == 1
    assert screen.notices == []
