"""`mockview mark`: the candidate's own word on an answer."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from simulator.archive import (
    Answer,
    ArchiveError,
    Session,
    counted_anew,
    find_answer,
    in_place,
    point_named,
    replies_to,
    with_marks,
)
from simulator.assessment import Mark
from simulator.cli import surroundings
from simulator.cli.surroundings import hide_scores_option, recordings_option

LARGEST_BYTES = 1_000_000


@click.command()
@click.argument("session")
@click.argument("answer")
@click.option(
    "--covered", multiple=True, metavar="POINT", help="I did say this; may be given again."
)
@click.option(
    "--not-covered", multiple=True, metavar="POINT", help="I did not say this; may be given again."
)
@click.option(
    "--transcript", metavar="TEXT|@FILE", help="What I really said; @FILE reads it from a file."
)
@click.option("--note", metavar="TEXT", help="A note to myself; an empty one removes it.")
@click.option(
    "--undo",
    is_flag=True,
    help="Take back the last mark: one talking point, the transcript, or the note.",
)
@click.option("--clear", is_flag=True, help="Take back all marks on this answer.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON document.")
@hide_scores_option
@recordings_option
@click.pass_context
def mark(
    ctx: click.Context,
    *,
    session: str,
    answer: str,
    covered: tuple[str, ...],
    not_covered: tuple[str, ...],
    transcript: str | None,
    note: str | None,
    undo: bool,
    clear: bool,
    as_json: bool,
    hide_scores: bool | None,
    recordings: str | None,
) -> None:
    """Correct the program's verdict on an answer.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest'. ANSWER is the number of an answer or the id of a question (its last take). POINT is
    the id or the number of a talking point; without options they are listed. Your word on talking
    points and the transcript counts in the score, a note does not. What the program made of it is
    kept beside your word.
    """
    added = bool(covered or not_covered or transcript is not None or note is not None)
    if undo + clear + added > 1:
        raise click.UsageError("--undo, --clear and new marks do not go together.", ctx)
    found = surroundings.find({"recordings": recordings, "hide_scores": hide_scores})
    if not (undo or clear or added):
        stored = found.archive.load(session)
        chosen = find_answer(stored.session, answer)
        _tell(found, chosen, stored.session, as_json=as_json)
        return
    folder = found.archive.find(session)
    with found.archive.hold(folder.name):
        stored = found.archive.load(folder.name)
        chosen = find_answer(stored.session, answer)
        if (undo or clear) and not chosen.marks:
            raise ArchiveError(f"You have not marked answer {chosen.number}: nothing to take back.")
        measure = found.command("review", folder.name, "--rescore")
        new = _new(chosen, covered, not_covered, transcript, note, measure=measure)
        marks = chosen.marks[:-1] if undo else () if clear else (*chosen.marks, *new)
        stored = found.archive.save(_marked(found, stored.session, chosen, marks))
        chosen = find_answer(stored.session, str(chosen.number))
    _tell(found, chosen, stored.session, as_json=as_json)
    from simulator.cli.report import written_anew

    page = written_anew(found, stored)
    if page:
        click.echo(page, err=as_json)


def _new(
    answer: Answer,
    covered: tuple[str, ...],
    not_covered: tuple[str, ...],
    transcript: str | None,
    note: str | None,
    *,
    measure: str,
) -> tuple[Mark, ...]:
    """The marks; `measure` is the command for an answer that has nothing to mark yet."""
    if answer.assessment is None and (covered or not_covered or transcript is not None):
        if answer.state == "skipped":
            raise ArchiveError(f"Answer {answer.number} was skipped.", _of_skipped(answer))
        raise ArchiveError(
            f"Answer {answer.number} has not been transcribed and scored.",
            f"Leave a note, or measure it first with: {measure}",
        )
    now = datetime.now().astimezone()
    said = [point_named(answer, point) for point in covered]
    unsaid = [point_named(answer, point) for point in not_covered]
    both = set(said) & set(unsaid)
    if both:
        raise ArchiveError(
            f"The talking point '{both.pop()}' cannot be both covered and not covered.",
            "Say one of the two.",
        )
    marks = [Mark("covered", now, point) for point in said]
    marks += [Mark("not_covered", now, point) for point in unsaid]
    if transcript is not None:
        marks.append(Mark("transcript", now, text=_text(transcript)))
    if note is not None:
        marks.append(Mark("note", now, text=" ".join(note.split())))
    return tuple(marks)


def _of_skipped(answer: Answer) -> str:
    if answer.follows is None:
        return "Only a note can be left on it."
    return f"It would have followed answer {answer.follows}: mark that one, or leave a note."


def _text(given: str) -> str:
    """What was given, or what the file holds that it names."""
    if not given.startswith("@"):
        text = given
    else:
        file = Path(given[1:]).expanduser()
        try:
            with file.open("rb") as opened:
                text = opened.read(LARGEST_BYTES).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ArchiveError(f"{file} is not text in UTF-8.", "Save it as UTF-8.") from error
        except OSError as error:
            raise ArchiveError(f"{file} cannot be read: {error.strerror}.") from error
    text = " ".join(text.split())
    if not text:
        raise ArchiveError("A corrected transcript cannot be empty.", "Write down what you said.")
    return text


def _marked(
    found: surroundings.Surroundings, session: Session, answer: Answer, marks: tuple[Mark, ...]
) -> Session:
    """The session with these marks on the answer, and all that they change."""
    from simulator.cli.standards import own_at
    from simulator.judge import Judge, reader

    load: Callable[[], Judge] = reader.load
    standards = own_at(found, session.started_at)
    replies = replies_to(session, answer)
    marked = with_marks(answer, marks, judge=load, standards=standards, replies=replies)
    session = in_place(session, marked)
    if answer.follows is None or marked.assessment == answer.assessment:
        return session
    return counted_anew(session, answer.follows, judge=load, standards=standards)


def _tell(
    found: surroundings.Surroundings, answer: Answer, session: Session, *, as_json: bool
) -> None:
    if as_json:
        from simulator.archive.documents import SCHEMA, answer_document, as_text

        click.echo(as_text({"schema": SCHEMA, **answer_document(answer)}), nl=False)
        return
    from simulator.review import marks, printing

    scores = not found.settings.hide_scores
    page = marks.marks_page(answer, session.id, scores=scores, suggest=found.command)
    printing.show(page)
