"""From a YAML file to a `QuestionSet`, or to every mistake in it with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.errors import MockviewError, closest
from simulator.questions import checks
from simulator.questions.model import (
    FollowUp,
    Interviewer,
    Question,
    QuestionSet,
    Role,
    Section,
    TalkingPoint,
    Target,
    VoiceWish,
)
from simulator.questions.yaml_tree import LARGEST_BYTES, NotYaml, Problem, Tree
from simulator.questions.yaml_tree import read as read_yaml

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Mistake:
    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SetError(MockviewError):
    """A question set with mistakes: no set is used in part."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        shown = "\n".join(str(mistake) for mistake in mistakes)
        count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"The question set has {count}:\n{shown}\n", "Mend it and try again.")
        self.mistakes = tuple(mistakes)


def read(file: Path) -> QuestionSet:
    """Raises `SetError` with every mistake; `MockviewError` for a file that cannot be opened."""
    try:
        if not file.is_file():
            raise MockviewError(f"There is no question set file {file}.", "See: mockview sets list")
        with file.open("rb") as opened:
            content = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise MockviewError(f"The question set {file} cannot be read: {error.strerror}.") from error
    return parse(content, file)


def parse(content: bytes, file: Path) -> QuestionSet:
    """The same for what is already read; `file` is how it is named in mistakes."""
    from pydantic import ValidationError

    from simulator.questions.schema import SetFile

    try:
        tree = read_yaml(content)
    except NotYaml as error:
        raise _set_error(file, [error.problem]) from error
    if not isinstance(tree.value, dict):
        raise _set_error(file, [Problem(1, "expected keys such as 'schema', 'id', 'questions'")])
    try:
        parsed = SetFile.model_validate(tree.value)
    except ValidationError as error:
        problems = list(_explained(error.errors(include_url=False), tree))
        raise _set_error(file, problems) from error
    question_set = _live(parsed)
    problems = list(checks.across(question_set, tree))
    if problems:
        raise _set_error(file, problems)
    return question_set


def _set_error(file: Path, problems: Sequence[Problem]) -> SetError:
    ordered = sorted(set(problems), key=lambda problem: (problem.line, problem.text))
    return SetError([Mistake(file, problem.line, problem.text) for problem in ordered])


def _explained(errors: Sequence[Any], tree: Tree) -> Iterator[Problem]:
    """pydantic's errors in words of ours, with a line and a suggestion."""
    missing = {e["loc"][:-1]: [] for e in errors if e["type"] == "missing"}  # type: dict[Any, list[str]]
    for error in errors:
        if error["type"] == "missing":
            missing[error["loc"][:-1]].append(str(error["loc"][-1]))
    for error in errors:
        path = tuple(part for part in error["loc"] if part not in ("str", "RolePart"))
        if _other_branch(error):
            continue
        line, key = tree.line(path), str(path[-1]) if path else ""
        if error["type"] == "extra_forbidden":
            near = closest(key, [*missing.get(error["loc"][:-1], []), *_known_keys(error["loc"])])
            hint = f"; did you mean '{near}'?" if near else ""
            yield Problem(line, f"'{key}' is not a key that is known here{hint}")
        elif error["type"] == "missing":
            yield Problem(line, f"'{key}' is missing")
        else:
            message = _plainly(error)
            yield Problem(line, f"'{_place(path)}': {message}")


def _other_branch(error: Any) -> bool:
    """A role is a text or a mapping; pydantic tells about both. The mapping's errors help more."""
    loc = error["loc"]
    return "constrained-str" in loc or (
        loc[:1] == ("roles",) and len(loc) > len(("roles", "role")) and "RolePart" not in loc
    )


def _place(path: tuple[Any, ...]) -> str:
    names = [str(part) for part in path if isinstance(part, str)]
    return names[-1] if names else "file"


def _plainly(error: Any) -> str:
    kind, context = error["type"], error.get("ctx", {})
    given = error.get("input")
    shown = (
        f", not {given!r}"
        if isinstance(given, (str, int, float)) and len(str(given)) < LONGEST_SHOWN
        else ""
    )
    match kind:
        case "literal_error":
            return f"expected {context['expected']}{shown}"
        case "string_pattern_mismatch":
            return f"expected small letters, digits and hyphens, such as 'my-question'{shown}"
        case "string_type":
            return f"expected a text{shown}"
        case "list_type":
            return f"expected a list (lines that begin with '-'){shown}"
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"expected keys and values{shown}"
        case _:
            message = str(error["msg"])
            return message[0].lower() + message[1:] + shown


def _known_keys(loc: tuple[Any, ...]) -> list[str]:
    """The keys that could stand where an unknown one was found."""
    from simulator.questions import schema

    names = [part for part in loc[:-1] if isinstance(part, str)]
    model: type[schema.Part] = schema.SetFile
    inside: dict[str, type[schema.Part]] = {
        "voice": schema.VoicePart,
        "target": schema.TargetPart,
        "talking_points": schema.TalkingPointPart,
        "follow_ups": schema.FollowUpPart,
        "when": schema.WhenPart,
        "questions": schema.QuestionPart,
        "interviewers": schema.InterviewerPart,
        "sections": schema.SectionPart,
        "roles": schema.RolePart,
    }
    for name in names:
        model = inside.get(name, model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _live(parsed: Any) -> QuestionSet:
    questions = tuple(_question(part) for part in parsed.questions)
    sections = [Section(key, part.title, part.share) for key, part in parsed.sections.items()]
    named = {section.id for section in sections}
    for question in questions:  # sections need not be declared: then in order of appearance
        if question.section not in named and not parsed.sections:
            named.add(question.section)
            sections.append(Section(question.section, question.section.replace("-", " ").title()))
    return QuestionSet(
        id=parsed.id,
        title=parsed.title,
        language=parsed.language,
        interviewers=tuple(
            Interviewer(
                key, part.name, part.title, VoiceWish(part.voice.gender, part.voice.rate_wpm)
            )
            for key, part in parsed.interviewers.items()
        ),
        roles=tuple(
            Role(key, part) if isinstance(part, str) else Role(key, part.about, tuple(part.always))
            for key, part in parsed.roles.items()
        ),
        sections=tuple(sections),
        questions=questions,
    )


def _question(part: Any) -> Question:
    return Question(
        id=part.id,
        section=part.section,
        asked_by=part.asked_by,
        ask=_joined(part.ask),
        roles=tuple(part.roles),
        topic=part.topic,
        target=Target((float(part.target.answer_s[0]), float(part.target.answer_s[1]))),
        talking_points=tuple(
            TalkingPoint(
                id=point.id,
                label=_joined(point.label),
                description=_joined(point.description),
                weight=float(point.weight),
                examples=tuple(_joined(text) for text in point.examples),
                counter_examples=tuple(_joined(text) for text in point.counter_examples),
                facts=tuple(point.facts),
            )
            for point in part.talking_points
        ),
        follow_ups=tuple(
            FollowUp(missed=item.when.missed, ask=_joined(item.ask)) for item in part.follow_ups
        ),
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
