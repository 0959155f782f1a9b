"""What the candidate said of an answer, beside what the program made of it."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.archive import Answer
from simulator.assessment import corrected_text, own_note
from simulator.coaching.verdicts import POINTS
from simulator.measures import Coverage, Verdict
from simulator.review.plain import plain
from simulator.review.suggested import Suggested
from simulator.suggesting import Suggest, command

_STYLES: dict[Verdict, str] = {"covered": "green", "unsure": "yellow", "not_found": "red"}


def verdict(point: Coverage) -> Text:
    """It in words."""
    return Text(POINTS[point.verdict], _STYLES[point.verdict])


def own_word(point: Coverage) -> str:
    """What stands beside a verdict that is the candidate's; "" for one of the program's."""
    if point.program_verdict is None:
        return ""
    if point.program_verdict == point.verdict:
        return "your word, and the program's"
    return f"your word; the program made of it: {POINTS[point.program_verdict]}"


def own_word_lines(answer: Answer, *, scores: bool = True) -> list[Text]:
    """Below an answer: that its transcript was corrected, the note, and the score without them.

    `scores` says whether the score may be told."""
    lines = []
    if corrected_text(answer.marks) is not None:
        lines.append(Text("The transcript is as you corrected it.", "dim"))
    note = own_note(answer.marks)
    if note:
        lines.append(Text(f"Your note: {plain(note)}"))
    own, counts = answer.own_assessment, answer.assessment
    if not scores or own is None or counts is None:
        return lines
    if own.score.total != counts.score.total:
        lines.append(
            Text(f"Without your word the score would be {_shown(own.score.total)}.", "dim")
        )
    return lines


def marks_page(
    answer: Answer, session_id: str, *, scores: bool = True, suggest: Suggest = command
) -> Group:
    """The talking points of an answer with numbers and ids, as `mark` takes them."""
    lines: list[RenderableType] = [
        Text(f"{answer.number}. {plain(answer.question.ask)}", "bold"),
    ]
    verdicts = {p.point: p for p in answer.assessment.coverage} if answer.assessment else {}
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right")
    table.add_column(no_wrap=True, min_width=9)
    table.add_column()
    for number, point in enumerate(answer.question.talking_points, start=1):
        judged = verdicts.get(point.id)
        said = Text(f"{plain(point.label)} ")
        said.append(f"[{plain(point.id)}]", "dim")
        if judged is not None and own_word(judged):
            said.append(f"\n{own_word(judged)}", "dim")
        table.add_row(f"{number}.", Text("-") if judged is None else verdict(judged), said)
    if answer.question.talking_points:
        lines.append(Padding.indent(table, 2))
    if answer.assessment is not None and scores:
        lines.append(Text(f"Score {_shown(answer.assessment.score.total)} of 100", "bold"))
    lines += own_word_lines(answer, scores=scores)
    if answer.marks:
        undo = suggest("mark", session_id, str(answer.number), "--undo")
        lines.append(Suggested(Text("Take back:"), undo))
    return Group(*lines)


def _shown(total: int | None) -> str:
    return "none" if total is None else str(total)
