"""An interview as captions (WebVTT), for players and editors of video.

Times run as if the recordings of the answers were played one after another; a note before each
answer names its file and where it begins. Cue text is escaped as the specification wants, so that
no word becomes a tag, and nothing in it ends a cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.archive import Answer, ArchiveError, Session
from simulator.review.plain import plain
from simulator.review.replay_parts import said_in

MOST_SIGNS = 74
LONGEST_S = 7.0
"""What a caption holds at most, and for how long it may stand (usual for captions: two lines of
37 signs, 7 seconds)."""
GAP_S = 0.8
"""A silence of this length ends a caption."""
LEAST_S = 0.3
SENTENCE_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Cue:
    start_s: float
    end_s: float
    text: str


def session_webvtt(session: Session) -> str:
    """The captions of all spoken answers. Raises `ArchiveError` where there are none."""
    timed = [a for a in session.answers if a.assessment and a.assessment.transcript.timed]
    if not timed:
        raise ArchiveError(
            f"The interview {session.id} has no spoken answer with a transcript, so no captions.",
            "Export it to md, csv or json.",
        )
    blocks = ["WEBVTT"]
    begin_s = 0.0
    for answer in timed:
        assert answer.assessment is not None  # noqa: S101 (chosen above)
        blocks.append(_note(answer, begin_s))
        for number, cue in enumerate(cues(answer), start=1):
            times = f"{stamp(begin_s + cue.start_s)} --> {stamp(begin_s + cue.end_s)}"
            blocks.append(f"{answer.number}-{number}\n{times}\n{escaped(cue.text)}")
        begin_s += answer.assessment.transcript.duration_s or 0.0
    return "\n\n".join(blocks) + "\n"


def cues(answer: Answer) -> tuple[Cue, ...]:
    """The captions of one answer, times from the start of its recording, none over another."""
    made: list[Cue] = []
    for run in _runs(answer):
        start_s = max(run[0][0], made[-1].end_s if made else 0.0)
        end_s = max(run[-1][1], start_s + LEAST_S)
        made.append(Cue(start_s, end_s, " ".join(text for _, _, text in run)))
    return tuple(made)


def escaped(text: str) -> str:
    text = plain(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def stamp(moment_s: float) -> str:
    """00:01:02.345"""
    thousandths = round(moment_s * 1000)
    seconds, thousandths = divmod(thousandths, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{thousandths:03d}"


def _note(answer: Answer, begin_s: float) -> str:
    told = f"{answer.number}. {plain(answer.question.ask)} ({answer.sound}, from {stamp(begin_s)})"
    return f"NOTE {escaped(told)}"


Said = tuple[float, float, str]


def _runs(answer: Answer) -> Iterator[Sequence[Said]]:
    """What is said, in runs of a caption each."""
    run: list[Said] = []
    for word in said_in(answer):
        text = plain(word.text)
        if not text:
            continue
        if run and (
            word.start_s - run[-1][1] > GAP_S
            or word.end_s - run[0][0] > LONGEST_S
            or sum(len(said) + 1 for _, _, said in run) + len(text) > MOST_SIGNS
            or run[-1][2].endswith(SENTENCE_ENDS)
        ):
            yield run
            run = []
        run.append((word.start_s, word.end_s, text))
    if run:
        yield run
