"""Cuts an answer at its pauses into chunks that the recogniser can hear at once."""

import itertools
import math
from collections.abc import Sequence

from simulator.transcription.base import TimeSpan
from simulator.transcription.voice_activity import FRAME_S, SHORTEST_SILENCE_S

LONGEST_S = 25.0
"""What is left to recognise when an answer is over is never longer. At 20 s a monologue lost three
words in a hundred; all that Whisper takes (28 s) loses a filled pause in a hundred; to cut sooner,
at the first clear pause, costs a word in a hundred (docs/decisions/0007)."""
MARGIN_S = 0.3
"""Sound kept on either side of the speech, so that no first or last consonant is lost."""
CLOSED_AFTER_S = SHORTEST_SILENCE_S + FRAME_S
"""So long after its end a span of speech does not go on."""


def cut(
    possible: Sequence[TimeSpan],
    sure: Sequence[TimeSpan],
    duration_s: float,
    longest_s: float = LONGEST_S,
) -> list[TimeSpan]:
    """Chunks in order, none longer than `longest_s`, that hold all the speech between them.

    `possible` is where there may be a voice, `sure` where there is one; a chunk without any of the
    latter is noise and left out. A chunk ends at the longest pause in its second half. Chunks do
    not overlap. A stretch without a pause that is longer than a chunk is cut evenly.
    """
    reach_s = longest_s - 2 * MARGIN_S
    pieces = _split_long(possible, reach_s)
    groups: list[TimeSpan] = []
    first = 0
    while first < len(pieces):
        last = _last_of_chunk(pieces, first, reach_s)
        groups.append(TimeSpan(pieces[first].start_s, pieces[last].end_s))
        first = last + 1
    return _with_speech(_with_margins(groups, duration_s), sure)


def settled(
    possible: Sequence[TimeSpan],
    sure: Sequence[TimeSpan],
    heard_s: float,
    longest_s: float = LONGEST_S,
) -> list[TimeSpan]:
    """The first of the chunks that `cut` will make of a sound that goes on.

    The arguments are of the first `heard_s` seconds. A chunk is settled when all is known that it
    could hold: no later sound can change it.
    """
    reach_s = longest_s - 2 * MARGIN_S
    over = [span for span in possible if span.end_s <= heard_s - CLOSED_AFTER_S]
    if len(over) == len(possible):  # where the next span begins is part of the last chunk's end
        over = over[:-1]
    going_on = possible[len(over) :]
    if not going_on:
        return []
    # One piece without an end stands for all that is still to come.
    pieces = [*_split_long(over, reach_s), TimeSpan(going_on[0].start_s, math.inf)]
    at_least_s = going_on[0].end_s

    def has_no_room_for_more(start_s: float) -> bool:
        """Whether a chunk from here ends before what goes on, however that ends. Where it is split,
        its first part is longer than half of a chunk."""
        if start_s + reach_s <= pieces[-1].start_s:
            return True
        late = pieces[-1].start_s - start_s > reach_s / 2
        return late and at_least_s - start_s > reach_s

    groups: list[TimeSpan] = []
    first = 0
    while has_no_room_for_more(pieces[first].start_s):
        last = _last_of_chunk(pieces, first, reach_s)
        groups.append(TimeSpan(pieces[first].start_s, pieces[last].end_s))
        first = last + 1
    chunks = _with_margins([*groups, pieces[first]], math.inf)[: len(groups)]
    return _with_speech(chunks, sure)


def _with_speech(chunks: Sequence[TimeSpan], sure: Sequence[TimeSpan]) -> list[TimeSpan]:
    return [
        chunk
        for chunk in chunks
        if any(span.start_s < chunk.end_s and span.end_s > chunk.start_s for span in sure)
    ]


def _split_long(speech: Sequence[TimeSpan], longest_s: float) -> list[TimeSpan]:
    pieces: list[TimeSpan] = []
    for span in speech:
        count = max(1, -int(-span.duration_s // longest_s))
        step_s = span.duration_s / count
        edges = [span.start_s + step_s * i for i in range(count)] + [span.end_s]
        pieces += [TimeSpan(a, b) for a, b in itertools.pairwise(edges)]
    return pieces


def _last_of_chunk(pieces: Sequence[TimeSpan], first: int, longest_s: float) -> int:
    start_s = pieces[first].start_s
    last = first
    while last + 1 < len(pieces) and pieces[last + 1].end_s - start_s <= longest_s:
        last += 1
    if last + 1 == len(pieces):
        return last
    ends = [i for i in range(first, last + 1) if pieces[i].end_s - start_s >= longest_s / 2]
    # The latest of equally long pauses: fewer chunks.
    return max(ends or [last], key=lambda i: (min(pieces[i + 1].start_s - pieces[i].end_s, 1.0), i))


def _with_margins(groups: Sequence[TimeSpan], duration_s: float) -> list[TimeSpan]:
    chunks: list[TimeSpan] = []
    for i, group in enumerate(groups):
        before_s = groups[i - 1].end_s if i else 0.0
        after_s = groups[i + 1].start_s if i + 1 < len(groups) else duration_s
        earliest_s = (before_s + group.start_s) / 2 if i else 0.0
        latest_s = (after_s + group.end_s) / 2 if i + 1 < len(groups) else duration_s
        chunks.append(
            TimeSpan(
                max(group.start_s - MARGIN_S, earliest_s),
                min(group.end_s + MARGIN_S, latest_s),
            )
        )
    return chunks
