"""What was heard against what was said: word errors, and filled pauses found in their place."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from simulator.measures.delivery import is_word
from simulator.transcription import Word
from simulator.transcription.filled_pauses import is_filled_pause

PAUSE = "<pause>"
NEVER = 3
"""A filled pause is never taken for a word: leaving out and putting in costs less."""
ONE_SPELLING = {"okay": "ok", "alright": "all right", "gonna": "going to", "cannot": "can not"}


def tokens(text: str) -> list[str]:
    """Words in small letters, filled pauses as `PAUSE`; notes in brackets are left out."""
    found: list[str] = []
    for word in re.findall(r"[A-Za-z0-9']+", _said(text).replace("-", " ")):
        bare = word.lower().strip("'")
        if is_filled_pause(word):
            found.append(PAUSE)
        elif bare:
            found += ONE_SPELLING.get(bare, bare).split()
    return found


def spaced(text: str) -> list[str]:
    """Words as mockview counts them: what stands between spaces and is no filled pause."""
    return [word for word in _said(text).split() if is_word(Word(word))]


def _said(text: str) -> str:
    """Without notes in brackets."""
    return re.sub(r"\{[^}]*\}|\[[^\]]*\]|<[^>]*>", " ", text.replace("\u2019", "'"))


def count(said: Sequence[str], heard: Sequence[str]) -> Counter[str]:
    """Filled pauses said, told and found; words said and heard, and errors among them."""
    counts: Counter[str] = Counter()
    for a, b in _aligned(said, heard):
        counts["pauses"] += a == PAUSE
        counts["told"] += b == PAUSE
        counts["found"] += a == b == PAUSE
    words_said = [token for token in said if token != PAUSE]
    words_heard = [token for token in heard if token != PAUSE]
    counts["words"], counts["words_heard"] = len(words_said), len(words_heard)
    counts["errors"] = sum(a != b for a, b in _aligned(words_said, words_heard))
    return counts


def _aligned(said: Sequence[str], heard: Sequence[str]) -> Iterable[tuple[str | None, str | None]]:
    """The cheapest way from one to the other, token by token."""

    def swap(a: str, b: str) -> int:
        return 0 if a == b else NEVER if PAUSE in (a, b) else 1

    costs = [list(range(len(heard) + 1))]
    for i, a in enumerate(said, 1):
        row = [i]
        for j, b in enumerate(heard, 1):
            row.append(min(costs[-1][j] + 1, row[-1] + 1, costs[-1][j - 1] + swap(a, b)))
        costs.append(row)
    i, j = len(said), len(heard)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + swap(said[i - 1], heard[j - 1]):
            i, j = i - 1, j - 1
            yield said[i], heard[j]
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
            yield said[i], None
        else:
            j -= 1
            yield None, heard[j]
