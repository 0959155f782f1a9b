"""Length, pace, pauses and fillers of one answer."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.measures.clusters import clusters
from simulator.measures.discourse_markers import (
    USUAL_WORDS,
    FillerWords,
    Marker,
    discourse_markers,
)
from simulator.measures.disfluencies import disfluencies
from simulator.measures.model import Filler, Measures, Pause
from simulator.measures.pace import pace_curve
from simulator.transcription import TimeSpan, Transcript, Word
from simulator.transcription.filled_pauses import is_filled_pause

SILENT_PAUSE_S = 1.0
"""Silent pauses of this length or more are listed: over 1 s is a kind of its own (Campione &
Véronis 2002)."""
ROUNDING_S = 1e-6
SHORTEST_FOR_RATES_S = 1.0
"""Rates of less than a second of speech mean nothing."""
SURE_WORD = 0.5
"""The recogniser's probability from which a word counts as speech where no voice was heard."""
SENTENCE_ENDS = (".", "?", "!", "…")
MARKER_OPEN = 0.5
MARKER_SURE = 0.9
"""The confidence told with a discourse marker: the rules are made for a precision over this."""


def measure(transcript: Transcript, words: FillerWords = USUAL_WORDS) -> Measures:
    """Everything that can be counted. Unrounded; None where it needs sound that is not there."""
    markers = discourse_markers(transcript.words, words)
    fillers = _fillers(transcript, [marker for marker in markers if marker.sure])
    possible = tuple(_marker(marker) for marker in markers if not marker.sure)
    broken = disfluencies(transcript.words)
    count = sum(1 for word in transcript.words if is_word(word))
    if not transcript.timed:
        return Measures(
            count, None, None, None, None, None, None, fillers, None, possible, (), broken
        )
    speech = voiced(transcript)
    if not speech:
        return Measures(count, 0.0, 0.0, None, None, None, (), fillers, None, possible, (), broken)
    pauses = tuple(_placed(gap, transcript.words) for gap in silent_pauses(speech))
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
        pauses=pauses,
        fillers=fillers,
        fillers_per_minute=len(fillers) / answer_s * 60 if enough else None,
        possible_fillers=possible,
        clusters=clusters(fillers),
        disfluencies=broken,
        pace_curve=pace_curve(
            [word for word in transcript.words if is_word(word)],
            TimeSpan(speech[0].start_s, speech[-1].end_s),
            silent_pauses(speech),
        ),
    )


def is_word(word: Word) -> bool:
    """Whether it counts as a word.

    What stands between spaces is one ("twenty-five", "don't", "$75,000"); a lone dash or other
    punctuation is none, nor is a filled pause that was typed.
    """
    return any(sign.isalnum() for sign in word.text) and not is_filled_pause(word.text)


def voiced(transcript: Transcript) -> tuple[TimeSpan, ...]:
    """Where the candidate speaks: voice activity, and what it missed of words and filled pauses.

    In order, without overlaps. Voice activity has the better edges, so a word is added only where
    no voice was heard at all and the recogniser is sure of it.
    """
    spans = [
        *transcript.speech,
        *(
            TimeSpan(pause.start_s, pause.end_s)
            for pause in transcript.filled_pauses
            if pause.start_s is not None and pause.end_s is not None and pause.end_s > pause.start_s
        ),
        *(span for word in transcript.words if (span := _unheard(word, transcript.speech))),
    ]
    joined: list[TimeSpan] = []
    for span in sorted(spans, key=lambda span: span.start_s):
        if joined and span.start_s <= joined[-1].end_s:
            joined[-1] = TimeSpan(joined[-1].start_s, max(joined[-1].end_s, span.end_s))
        else:
            joined.append(span)
    return tuple(joined)


def _unheard(word: Word, speech: Sequence[TimeSpan]) -> TimeSpan | None:
    """The time of a word that lies wholly where voice activity heard nobody."""
    if word.start_s is None or word.end_s is None or word.end_s <= word.start_s:
        return None
    if word.probability is not None and word.probability < SURE_WORD:
        return None
    span = TimeSpan(word.start_s, word.end_s)
    heard = any(part.start_s < span.end_s and span.start_s < part.end_s for part in speech)
    return None if heard else span


def silent_pauses(speech: Sequence[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The silences of `SILENT_PAUSE_S` or more between stretches of speech."""
    gaps = (TimeSpan(a.end_s, b.start_s) for a, b in pairwise(speech))
    return tuple(gap for gap in gaps if gap.duration_s >= SILENT_PAUSE_S - ROUNDING_S)


def _placed(gap: TimeSpan, words: Sequence[Word]) -> Pause:
    """Tells whether a silence lies inside a sentence, by the words on either side of it."""
    middle_s = (gap.start_s + gap.end_s) / 2
    before = [word for word in words if word.start_s is not None and word.start_s < middle_s]
    after = [word for word in words if word.start_s is not None and word.start_s >= middle_s]
    inside = None if not before or not after else before[-1].text[-1:] not in SENTENCE_ENDS
    return Pause(gap.start_s, gap.end_s, inside)


def _marker(marker: Marker) -> Filler:
    confidence = MARKER_SURE if marker.sure else MARKER_OPEN
    return Filler(
        marker.text, "discourse_marker", marker.start_s, marker.end_s, "transcript", confidence
    )


def _fillers(transcript: Transcript, markers: Sequence[Marker]) -> tuple[Filler, ...]:
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
    told = [_marker(marker) for marker in markers]
    if not transcript.timed:
        return (*pauses, *told)
    return tuple(sorted([*pauses, *told], key=lambda filler: filler.start_s or 0.0))
