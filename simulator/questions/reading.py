"""From a YAML file to a `QuestionSet`, or to every mistake in it with its line."""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import MockviewError
from simulator.questions import checks
from simulator.questions.mistakes import Mistake, SetError, set_error
from simulator.questions.model import (
    Exchange,
    FollowUp,
    Interviewer,
    Question,
    QuestionSet,
    Recall,
    Role,
    Section,
    Situation,
    TalkingPoint,
    Target,
    Topic,
    VoiceWish,
)
from simulator.questions.yaml_tree import LARGEST_BYTES, NotYaml, Problem
from simulator.questions.yaml_tree import read as read_yaml

if TYPE_CHECKING:
    from simulator.questions.schema import (
        ExchangePart,
        QuestionPart,
        SetFile,
        TalkingPointPart,
        TopicPart,
    )

__all__ = ["Mistake", "SetError", "content_of", "parse", "read"]


def read(file: Path) -> QuestionSet:
    """Raises `SetError` with every mistake; `MockviewError` for a file that cannot be opened."""
    return parse(content_of(file), file)


def content_of(file: Path) -> bytes:
    """A file's bytes, at most one more than a set may have. Raises `MockviewError`."""
    try:
        if not file.is_file():  # a pipe or a device would never end
            raise MockviewError(f"There is no file {file}.", "Check the name.")
        with file.open("rb") as opened:
            return opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise MockviewError(
            f"The file {file} cannot be read: {error.strerror}.",
            "See that you may read it, and try again.",
        ) from error


def parse(content: bytes, file: Path) -> QuestionSet:
    """The same for what is already read; `file` is how it is named in mistakes."""
    from pydantic import ValidationError

    from simulator.questions.explaining import explained
    from simulator.questions.schema import SetFile

    try:
        tree = read_yaml(content)
    except NotYaml as error:
        raise set_error(file, error.problems) from error
    if not isinstance(tree.value, dict):
        expected = Problem(1, "expected keys such as 'schema', 'id', 'questions'")
        raise set_error(file, [*tree.problems, expected])
    problems = [*tree.problems, *checks.across(tree)]
    parsed = None
    try:
        parsed = SetFile.model_validate(tree.value)
    except ValidationError as error:
        problems += explained(error.errors(include_url=False), tree)
    if problems or parsed is None:
        raise set_error(file, problems)
    return _live(parsed)


def _live(parsed: "SetFile") -> QuestionSet:
    situations = {key: part.situation for key, part in parsed.sections.items()}
    questions = tuple(_question(part, situations.get(part.section)) for part in parsed.questions)
    sections = [
        Section(key, _joined(part.title), part.share, part.situation)
        for key, part in parsed.sections.items()
    ]
    if not sections:  # they need not be declared: then in order of first appearance
        named = dict.fromkeys(question.section for question in questions)
        sections = [Section(key, key.replace("-", " ").capitalize()) for key in named]
    return QuestionSet(
        id=parsed.id,
        title=_joined(parsed.title),
        language=parsed.language,
        interviewers=tuple(
            Interviewer(
                key,
                _joined(part.name),
                _joined(part.title),
                VoiceWish(part.voice.gender, part.voice.rate_wpm),
                part.manner,
            )
            for key, part in parsed.interviewers.items()
        ),
        roles=tuple(
            Role(key, _joined(part))
            if isinstance(part, str)
            else Role(key, _joined(part.about), tuple(part.always))
            for key, part in parsed.roles.items()
        ),
        sections=tuple(sections),
        questions=questions,
    )


def _question(part: "QuestionPart", situation: Situation | None) -> Question:
    return Question(
        id=part.id,
        section=part.section,
        asked_by=part.asked_by,
        ask=_joined(part.ask),
        roles=tuple(part.roles),
        topic=part.topic,
        target=Target((float(part.target.answer_s[0]), float(part.target.answer_s[1]))),
        talking_points=tuple(_talking_point(point) for point in part.talking_points),
        follow_ups=tuple(
            FollowUp(item.when.missed, _joined(item.ask), item.when.answer)
            for item in part.follow_ups
        ),
        situation=situation,
        behavioural=part.behavioural,
        recalls=tuple(
            Recall(item.when.question, item.when.point, _joined(item.say)) for item in part.recalls
        ),
        exchange=None if part.exchange is None else _exchange(part.exchange),
    )


def _exchange(part: "ExchangePart") -> Exchange:
    return Exchange(
        topics=tuple(_topic(topic) for topic in part.topics),
        otherwise=_joined(part.otherwise or ""),
        more=tuple(_joined(text) for text in part.more),
        time_s=float(part.time_s),
    )


def _topic(part: "TopicPart") -> Topic:
    return Topic(
        id=part.id,
        label=_joined(part.label),
        examples=tuple(_joined(text) for text in part.examples),
        replies=tuple(_joined(text) for text in part.replies),
        replied_by=part.replied_by,
        expected=part.expected,
        researchable=part.researchable,
        remark=_joined(part.remark or ""),
    )


def _talking_point(part: "TalkingPointPart") -> TalkingPoint:
    return TalkingPoint(
        id=part.id,
        label=_joined(part.label),
        description=_joined(part.description),
        weight=float(part.weight),
        examples=tuple(_joined(text) for text in part.examples),
        counter_examples=tuple(_joined(text) for text in part.counter_examples),
        facts=tuple(part.facts),
    )


def _joined(text: str) -> str:
    """On one line: how a text is broken in the file means nothing."""
    return " ".join(text.split())
