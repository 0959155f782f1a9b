"""What the terminal shows of an answer and of a session. Nothing here prints: see `printing`.

Everything is told in words and signs first; colour only repeats it, for terminals that have it.
Whatever a person said or stored goes through `plain`, and never through rich's markup.
"""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.archive import Answer, Session, UsualVoice
from simulator.assessment import Assessment
from simulator.coaching import Coaching, Comparison, coached
from simulator.measures import SILENT_PAUSE_S, Coverage, Filler, Measures
from simulator.questions import Interviewer, Question
from simulator.review.afterwards import afterwards_page
from simulator.review.coaching_screen import takes_page
from simulator.review.curves_screen import Curves
from simulator.review.marking import PieceKind, marked
from simulator.review.marks import own_word, own_word_lines, verdict
from simulator.review.melody import melody_lines
from simulator.review.moments import listen_at, said_at
from simulator.review.plain import clock, plain
from simulator.scoring import PARTS, Finding, Score, Targets

INDENT = 2
_PIECES: dict[PieceKind, tuple[str, str, str]] = {
    # kind: what stands before it and after it, its style
    "words": ("", "", ""),
    "filled_pause": ("[", "]", "bold yellow"),
    "discourse_marker": ("[", "]", "yellow"),
    "disfluency": ("{", "}", "yellow"),
    "pause": ("(", ")", "cyan"),
}
_MEANS: dict[PieceKind, str] = {
    "filled_pause": "[um] filler",
    "discourse_marker": "[um] filler",
    "disfluency": "{I, I} said twice or begun anew",
    "pause": "(1.2 s) pause",
}
_STATES = {"running": "not finished", "finished": "finished", "stopped": "stopped early"}
BRIEF_FINDINGS = 2
MOST_POSSIBLE = 6


def answer_brief(answer: Answer, *, scores: bool = True) -> Group:
    """What is said right after an answer: score, parts, and the two findings that matter most.

    Here and below, without `scores` points and measures are left out, and words stay.
    """
    lines: list[RenderableType] = [_question_line(answer)]
    if answer.assessment is None:
        lines.append(_indented(_without_assessment(answer)))
    else:
        score = answer.assessment.score
        if scores:
            lines.append(_indented(_score_line(score)))
        lines.append(_indented(_findings(worst_first(score)[:BRIEF_FINDINGS], scores=scores)))
        if score.not_scored:
            lines.append(_indented(Text(plain(score.not_scored), "dim")))
    return Group(*lines)


def answer_page(
    answer: Answer,
    *,
    of: int,
    asked_by: Interviewer | None = None,
    usual: UsualVoice | None = None,
    beside: Comparison | None = None,
    targets: Targets | None = None,
    scores: bool = True,
) -> Group:
    """Everything about one answer. `of` is how many answers the session has, or is to have.

    `usual` is how the speaker mostly sounds, where enough answers are kept.
    `beside` are earlier answers to the same question; `targets` are told beside the pace.
    """
    head = f"{answer.number} of {max(of, answer.number)}  {_who(answer, asked_by)}"
    if answer.follows is not None:
        head = f"{answer.number}, following up on {answer.follows}  {_who(answer, asked_by)}"
    if answer.take > 1:
        head += f"  take {answer.take}"
    lines: list[RenderableType] = [
        Text(f"{plain(head)}  ({plain(answer.question.section)})", "dim"),
        Text(plain(answer.question.ask), "bold"),
    ]
    if answer.lost:
        lines.append(Text(f"The recording broke off: {plain(answer.lost)}", "yellow"))
    after = [_indented(Text(f"→ {plain(said.text)}", "dim")) for said in answer.said_after]
    if answer.assessment is None:
        without = _indented(_without_assessment(answer))
        return Group(*lines, without, *_own(answer, scores=scores), *after, Text())
    page = assessment_page(answer.assessment, answer.question, usual, targets, scores=scores)
    takes: list[RenderableType] = []
    if beside is not None:
        takes += [Text(), _indented(takes_page(beside, scores=scores))]
    return Group(*lines, Text(), page, *_own(answer, scores=scores), *after, *takes, Text())


def _own(answer: Answer, *, scores: bool) -> list[RenderableType]:
    return [_indented(line) for line in own_word_lines(answer, scores=scores)]


def assessment_page(
    assessment: Assessment,
    question: Question | None = None,
    usual: UsualVoice | None = None,
    targets: Targets | None = None,
    *,
    scores: bool = True,
) -> Group:
    """What was said in an answer (to `question`), and all that is to be said of it."""
    typed = not assessment.transcript.timed
    lines: list[RenderableType] = [_indented(transcript_text(assessment))]
    melody = assessment.measures.melody
    told = (
        " · ".join(delivery(assessment.measures, typed=typed)) if scores else "",
        possible_fillers(assessment.measures.possible_fillers),
        "" if melody is None else " ".join(melody_lines(melody, usual, numbers=scores)),
    )
    if any(told):
        lines += [Text(), *(_indented(Text(line, "dim")) for line in told if line)]
    curves = Curves(assessment, targets, numbers=scores)
    if curves:
        lines += [Text(), _indented(curves)]
    if assessment.coverage:
        lines += [Text(), _indented(_coverage(assessment.coverage, question))]
    lines.append(Text())
    if assessment.score.total is not None or assessment.score.findings:
        lines += [_indented(_score_line(assessment.score))] if scores else []
        lines.append(_indented(_findings(worst_first(assessment.score), scores=scores)))
    if assessment.score.not_scored:
        lines.append(_indented(Text(plain(assessment.score.not_scored), "dim")))
    return Group(*lines)


def session_summary(session: Session, *, scores: bool = True) -> Group:
    """The session at a glance: its score, and its questions with theirs."""
    answered = sum(answer.state != "skipped" for answer in session.standing)
    head = Text(plain(session.set_title), "bold")
    facts = [f"{session.started_at:%Y-%m-%d %H:%M}"]
    if session.role:
        facts.append(plain(session.role))
    facts += [_STATES[session.state], f"{answered} of {len(session.plan)} answered"]
    total = Text("Score ", "bold")
    total.append("none yet" if session.total is None else f"{session.total} of 100")
    lines: list[RenderableType] = [head, Text(" · ".join(facts), "dim")]
    lines += [total, Text()] if scores else [Text()]
    table = Table.grid(padding=(0, 1))
    for _ in range(2 if scores else 1):
        table.add_column(justify="right")
    table.add_column()
    for answer in session.planned:
        take = f" (take {answer.take})" if answer.take > 1 else ""
        asked = Text(plain(answer.question.ask) + take)
        table.add_row(f"{answer.number}.", *([_total_of(answer)] if scores else []), asked)
    lines.append(_indented(table))
    return Group(*lines)


def session_page(
    session: Session,
    usual: UsualVoice | None = None,
    made: Coaching | None = None,
    *,
    scores: bool = True,
) -> Group:
    """Every answer, then the session at a glance: what `review` shows, and what the page has.

    Without `made` it is held against no earlier interviews."""
    made = made or coached(session)
    people = {person.id: person for person in session.interviewers}
    pages = [
        answer_page(
            answer,
            of=max(len(session.plan), len(session.answers)),
            asked_by=people.get(answer.question.asked_by),
            usual=usual,
            beside=made.takes.get(answer.number),
            targets=made.targets,
            scores=scores,
        )
        for answer in session.answers
    ]
    return Group(
        *_key(session),
        *pages,
        afterwards_page(session, made, scores=scores),
        session_summary(session, scores=scores),
    )


def _key(session: Session) -> list[Text]:
    """What the signs in the transcripts mean, those that occur; nothing where none does."""
    assessed = [answer.assessment for answer in session.answers if answer.assessment is not None]
    kinds = {piece.kind for one in assessed for piece in marked(one)}
    means = dict.fromkeys(sign for kind, sign in _MEANS.items() if kind in kinds)
    return [Text("In the transcripts: " + " · ".join(means), "dim"), Text()] if means else []


def transcript_text(assessment: Assessment) -> Text:
    """The transcript with fillers in brackets, long pauses in parentheses, and words said twice
    and beginnings given up in braces."""
    text = Text()
    for piece in marked(assessment):
        before, after, style = _PIECES[piece.kind]
        if text:
            text.append(" ")
        text.append(f"{before}{plain(piece.text)}{after}", style)
    return text or Text("No words were heard.", "dim")


def delivery(measures: Measures, *, typed: bool = False) -> list[str]:
    """The measures of one answer, each in a few words; what needs sound is left out without it."""
    facts = []
    if measures.answer_s is not None:
        facts.append(f"{measures.answer_s:.0f} s")
    facts.append(_many(measures.words, "word"))
    if measures.speech_rate_wpm is not None:
        facts.append(f"{measures.speech_rate_wpm:.0f} words a minute")
    if measures.fillers_per_minute is not None:
        facts.append(f"{measures.fillers_per_minute:.1f} fillers a minute")
    if measures.pauses is not None:
        long = sum(pause.duration_s >= SILENT_PAUSE_S for pause in measures.pauses)
        if long:
            facts.append(f"{_many(long, 'pause')} over {SILENT_PAUSE_S:.0f} s")
    if measures.response_latency_s is not None:
        facts.append(f"began after {measures.response_latency_s:.1f} s")
    if typed:
        facts.append("typed")
    return facts


def possible_fillers(fillers: Sequence[Filler]) -> str:
    """What may be a filler or a word with a meaning, for the speaker to judge; "" for none."""
    if not fillers:
        return ""
    told = [
        plain(filler.text) + ("" if filler.start_s is None else f" ({clock(filler.start_s)})")
        for filler in fillers
    ]
    more = f" and {len(told) - MOST_POSSIBLE} more" if len(told) > MOST_POSSIBLE else ""
    return f"Perhaps fillers, not counted: {', '.join(told[:MOST_POSSIBLE])}{more}"


def worst_first(score: Score) -> list[Finding]:
    """Findings by what they cost; those of equal cost in the order in which they were found."""
    return sorted(score.findings, key=lambda finding: finding.points)


def _question_line(answer: Answer) -> Text:
    return Text(f"{answer.number}. {plain(answer.question.ask)}", "bold")


def _without_assessment(answer: Answer) -> Text:
    if answer.state == "skipped":
        return Text("Skipped.", "dim")
    if answer.state == "failed":
        why = plain(answer.note) or "no reason was given."
        return Text(f"Not transcribed: {why} The recording is kept.", "yellow")
    return Text("Recorded, not transcribed yet.", "dim")


def _score_line(score: Score) -> Text:
    text = Text("Score ", "bold")
    text.append("none" if score.total is None else f"{score.total} of 100", "bold")
    for part in PARTS:
        value = score.parts.get(part)
        if value is not None:
            text.append(f" · {part} {value}")
    return text


def _findings(findings: Iterable[Finding], *, scores: bool) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True, min_width=5)
    table.add_column()
    for finding in findings:
        lost = finding.points < 0
        reason = Text(plain(finding.reason))
        moments = listen_at(finding)
        if moments:
            reason.append(f"  ({moments})", "dim")
        cost = f"{finding.points:+.{0 if finding.points <= -1 else 1}f}"  # never "-0"
        cost = cost if scores else "to do"
        points = Text(cost if lost else "good", "red" if lost else "green")
        if finding.neutral:
            points = Text("note")
        table.add_row(points, reason)
    return table


def _coverage(points: Iterable[Coverage], question: Question | None) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, min_width=9)
    table.add_column()
    for point in points:
        said = Text(plain(point.label))
        if own_word(point):
            said.append(f" ({own_word(point)})", "dim")
        if point.prompted:
            said.append(" (when asked)", "dim")
        if point.evidence is not None:
            said.append(f"\n“{plain(point.evidence.text)}”", "italic")
            when = said_at(point.evidence.start_s, point.evidence.answer)
            if when:
                said.append(f" ({when})", "dim")
        example = question.said_well(point.point) if question is not None else ""
        if point.verdict == "not_found" and example:
            said.append(f"\nfor instance: “{plain(example)}”", "dim")
        table.add_row(verdict(point), said)
    return table


def _who(answer: Answer, asked_by: Interviewer | None) -> str:
    if asked_by is None:
        return answer.question.asked_by.capitalize()
    return f"{asked_by.name}, {asked_by.title}" if asked_by.title else asked_by.name


def _total_of(answer: Answer) -> str:
    if answer.assessment is None or answer.assessment.score.total is None:
        return "-"
    return str(answer.assessment.score.total)


def _indented(what: RenderableType) -> Padding:
    return Padding.indent(what, INDENT)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
