"""Whether a filled pause that only the prompted pass wrote is to be believed.

The prompt that makes Whisper write filled pauses also tempts it to write one where it did not
understand a word. Two things give that away: the plain pass understood a word there, or the speech
around is hard to understand and runs straight on, while a filled pause nearly always has silence
beside it. The recogniser's own probability is no help: many true ones have .01.
"""

import difflib
import re
from collections.abc import Sequence

from simulator.transcription.base import Word
from simulator.transcription.filled_pauses import SAME_WITHIN_S, is_filled_pause
from simulator.transcription.voice_activity import FRAME_S, Probabilities

UNDERSTOOD = 0.5
"""The probability from which the plain pass's word outweighs the prompted pass's filled pause."""
AROUND_S = 1.5
"""The speech that shows how well the recogniser understands the speaker just there."""
UNCLEAR = 0.8
"""Mean probability of the words around, below which it does not understand them well."""
RUNS_ON = 0.75
"""Mean voice probability of a stretch without a break."""
LONG_S = 0.6
"""A sound that is held longer than this is no misheard word: most syllables take 0.1 to 0.3 s
(Greenberg et al. 2003)."""


def without_doubtful(
    prompted: Sequence[Word], plain: Sequence[Word], voice: Probabilities
) -> list[Word]:
    """The words of the prompted pass, less the filled pauses that do not stand a second look.

    `plain` are the words of the plain pass over the same stretch, `voice` the detector's
    probability for each frame of the whole recording. What the plain pass wrote too is kept.
    """
    replaced = _replaced(prompted, plain)
    words = [word for word in plain if not is_filled_pause(word.text)]
    agreed = [word for word in plain if is_filled_pause(word.text)]
    return [
        word
        for i, word in enumerate(prompted)
        if not is_filled_pause(word.text)
        or any(_near(word, other) for other in agreed)
        or not (i in replaced or _runs_on_unclearly(word, words, voice))
    ]


def _replaced(prompted: Sequence[Word], plain: Sequence[Word]) -> set[int]:
    """Which of `prompted` are filled pauses in the place of one word that was understood."""
    changes = difflib.SequenceMatcher(
        None,
        [_letters(w.text) for w in plain],
        [_letters(w.text) for w in prompted],
        autojunk=False,
    ).get_opcodes()
    return {
        first
        for kind, plain_first, plain_end, first, end in changes
        if kind == "replace"
        and plain_end - plain_first == end - first == 1
        and (plain[plain_first].probability or 0.0) >= UNDERSTOOD
        and not is_filled_pause(plain[plain_first].text)
    }


def _runs_on_unclearly(pause: Word, words: Sequence[Word], voice: Probabilities) -> bool:
    start_s, end_s = pause.start_s or 0.0, pause.end_s or 0.0
    around = [
        word.probability or 0.0
        for word in words
        if (word.end_s or 0.0) > start_s - AROUND_S and (word.start_s or 0.0) < end_s + AROUND_S
    ]
    if end_s - start_s > LONG_S or not around or sum(around) / len(around) >= UNCLEAR:
        return False
    first = int(start_s / FRAME_S)
    within = voice[first : max(first + 1, int(end_s / FRAME_S))]
    return bool(len(within)) and float(within.mean()) > RUNS_ON


def _near(one: Word, other: Word) -> bool:
    return abs((one.start_s or 0.0) - (other.start_s or 0.0)) <= SAME_WITHIN_S


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9']", "", text.lower())
