"""Length, pace, pauses and fillers of one answer."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.measures.discourse_markers import discourse_markers
from simulator.measures.model import Filler, Measures
from simulator.transcription import Span, Transcript, Word
from simulator.transcription.filled_pauses import is_filled_pause

SILENT_PAUSE_S = 1.0
"""Silent pauses of this length or more are listed: over 1 s is a kind of its own (Campione &
Véronis 2002)."""
ROUNDING_S = 1e-6
SHORTEST_FOR_RATES_S = 1.0
"""Rates of less than a second of speech mean nothing."""
SURE_WORD = 0.5
"""The recogniser's probability from which a word counts as speech where no voice was heard."""
MARKER_SURE = 0.9
"""The confidence told with a discourse marker: the rules are made for a precision over this."""


def measure(transcript: Transcript) -> Measures:
    """Everything that can be counted. Unrounded; None where it needs sound that is not there."""
    fillers = _fillers(transcript)
    count = sum(1 for word in transcript.words if is_word(word))
    if not transcript.timed:
        return Measures(count, None, None, None, None, None, None, fillers, None)
    speech = voiced(transcript)
    if not speech:
        return Measures(count, 0.0, 0.0, None, None, None, (), fillers, None)
    answer_s = speech[-1].end_s - speech[0].start_s
    speech_s = sum(span.duration_s for span in speech)
    enough = speech_s >= SHORTEST_FOR_RATES_S
    return Measures(
        words=count,
        answer_s=answer_s,
        speech_s=speech_s,
        speech_rate_wpm=count / answer_s * 60 if enough else None,
        articulation_rate_wpm=count / speech_s * 60 if enough else None,
        response_latency_s=speech[0].start_s,
        pauses=silent_pauses(speech),
        fillers=fillers,
        fillers_per_minute=len(fillers) / answer_s * 60 if enough else None,
    )


def is_word(word: Word) -> bool:
    """Whether it counts as a word.

    What stands between spaces is one ("twenty-five", "don't", "$75,000"); a lone dash or other
    punctuation is none, nor is a filled pause that was typed.
    """
    return any(sign.isalnum() for sign in word.text) and not is_filled_pause(word.text)


def voiced(transcript: Transcript) -> tuple[Span, ...]:
    """Where the candidate speaks: voice activity, and what it missed of words and filled pauses.

    In order, without overlaps. Voice activity has the better edges, so a word is added only where
    no voice was heard at all and the recogniser is sure of it.
    """
    spans = [
        *transcript.speech,
        *(
            Span(pause.start_s, pause.end_s)
            for pause in transcript.filled_pauses
            if pause.start_s is not None and pause.end_s is not None and pause.end_s > pause.start_s
        ),
        *(span for word in transcript.words if (span := _unheard(word, transcript.speech))),
    ]
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_s):
        if joined and span.start_s <= joined[-1].end_s:
            joined[-1] = Span(joined[-1].start_s, max(joined[-1].end_s, span.end_s))
        else:
            joined.append(span)
    return tuple(joined)


def _unheard(word: Word, speech: Sequence[Span]) -> Span | None:
    """The time of a word that lies wholly where voice activity heard nobody."""
    if word.start_s is None or word.end_s is None or word.end_s <= word.start_s:
        return None
    if word.probability is not None and word.probability < SURE_WORD:
        return None
    span = Span(word.start_s, word.end_s)
    heard = any(part.start_s < span.end_s and span.start_s < part.end_s for part in speech)
    return None if heard else span


def silent_pauses(speech: Sequence[Span]) -> tuple[Span, ...]:
    """The silences of `SILENT_PAUSE_S` or more between stretches of speech."""
    gaps = (Span(a.end_s, b.start_s) for a, b in pairwise(speech))
    return tuple(gap for gap in gaps if gap.duration_s >= SILENT_PAUSE_S - ROUNDING_S)


def _fillers(transcript: Transcript) -> tuple[Filler, ...]:
    """Filled pauses and discourse markers, in order of time (of the text, where there is none)."""
    pauses = [
        Filler(p.text, "filled_pause", p.start_s, p.end_s, p.source, p.confidence)
        for p in transcript.filled_pauses
    ]
    if not transcript.timed:  # a typed answer is not split into words and filled pauses
        pauses += [
            Filler(
                word.text.lower().strip(",.?!;:-"), "filled_pause", None, None, "transcript", 1.0
            )
            for word in transcript.words
            if is_filled_pause(word.text)
        ]
    markers = [
        Filler(
            marker.text, "discourse_marker", marker.start_s, marker.end_s, "transcript", MARKER_SURE
        )
        for marker in discourse_markers(transcript.words)
    ]
    if not transcript.timed:
        return (*pauses, *markers)
    return tuple(sorted([*pauses, *markers], key=lambda filler: filler.start_s or 0.0))
