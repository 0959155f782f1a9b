"""What pydantic finds wrong in a set, in words for whoever writes questions."""

from collections.abc import Iterator, Sequence
from typing import Any

from simulator.errors import closest, did_you_mean
from simulator.questions import schema
from simulator.questions.model import FACTS
from simulator.questions.schema import ID_PATTERN, LANGUAGE_PATTERN
from simulator.questions.yaml_tree import Problem, Tree

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""

INSIDE: dict[str, type[schema.Part]] = {
    "voice": schema.VoicePart,
    "target": schema.TargetPart,
    "talking_points": schema.TalkingPointPart,
    "follow_ups": schema.FollowUpPart,
    "when": schema.WhenPart,
    "recalls": schema.RecallPart,
    "exchange": schema.ExchangePart,
    "topics": schema.TopicPart,
    "questions": schema.QuestionPart,
    "interviewers": schema.InterviewerPart,
    "sections": schema.SectionPart,
    "roles": schema.RolePart,
}
"""The model of what stands below a key."""

Loc = tuple[str | int, ...]


def explained(errors: Sequence[Any], tree: Tree) -> Iterator[Problem]:
    """One problem for each error, with its line and, for a wrong key, the key that was meant."""
    missing: dict[Loc, list[str]] = {}
    for error in errors:
        if error["type"] == "missing":
            missing.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
    for error in errors:
        loc: Loc = error["loc"]
        path = _path(loc)
        key = str(path[-1]) if path else ""
        if error["type"] == "extra_forbidden":
            near = closest(key, [*missing.get(loc[:-1], []), *_known_keys(path)])
            hint = f"; did you mean '{near}'?" if near else ""
            text = f"'{key}' is not a key that is known here{hint}"
        elif error["type"] == "missing":
            text = f"'{key}' is missing"
        else:
            text = f"'{_name(path)}': {_plainly(error, path)}"
        yield Problem(tree.line(path), text)


def _path(loc: Loc) -> Loc:
    """pydantic's way to a value, without the steps that are not in the file."""
    path = tuple(part for part in loc if part != "[key]")
    return path[:2] + path[3:] if path[:1] == ("roles",) else path  # "text" or "mapping"


def _name(path: Loc) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "file")


def _known_keys(path: Loc) -> list[str]:
    """The keys that could stand where an unknown one was found."""
    model: type[schema.Part] = schema.SetFile
    for part in path[:-1]:
        model = INSIDE.get(str(part), model)
    if path[-2:-1] == ("when",) and "recalls" in path:
        model = schema.SaidPart
    return [field.alias or name for name, field in model.model_fields.items()]


def _plainly(error: Any, path: Loc) -> str:
    given, limits = error.get("input"), error.get("ctx", {})
    if given is None:
        return f"{_expected(error['type'], limits)}, and nothing stands here"
    expected = _expected(error["type"], limits)
    if not isinstance(given, (str, int, float)) or len(str(given)) > LONGEST_SHOWN:
        return expected
    hint = ""
    if error["type"] == "literal_error" and _name(path) == "facts":
        hint = f". {did_you_mean(str(given), FACTS)}"
    return f"{expected}, not {given!r}{hint}"


EXPECTED = {
    "literal_error": "expected {expected}",
    "string_type": "expected a text (in quotes, if it looks like a number)",
    "string_unicode": "expected a text",
    "string_too_short": "expected some text",
    "string_too_long": "expected at most {max_length} characters",
    "too_long": "expected at most {max_length}",
    "too_short": "expected at least {min_length}",
    "list_type": "expected a list (lines that begin with '-')",
    "model_type": "expected keys and values",
    "dict_type": "expected keys and values",
    "int_type": "expected a whole number",
    "float_type": "expected a number",
    "finite_number": "expected a number",
    "greater_than": "expected more than {gt:g}",
    "greater_than_equal": "expected at least {ge:g}",
    "less_than_equal": "expected at most {le:g}",
}
"""By the name that pydantic gives an error; what is in braces comes from its context."""

PATTERNS = {
    ID_PATTERN: "expected small letters, digits and hyphens, such as 'my-question'",
    LANGUAGE_PATTERN: "expected the short name of a language, such as 'en'",
}


def _expected(kind: str, limits: Any) -> str:
    if kind == "string_pattern_mismatch":
        return PATTERNS[limits["pattern"]]
    template = EXPECTED.get(kind)
    if template is None:
        return f"not what was expected ({kind.replace('_', ' ')})"
    return template.format(**limits)
