"""What `trend --json` prints: one line a session, since there may be thousands."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from simulator.archive.documents import SCHEMA
from simulator.review.trend import BestTake, SessionPoint, Trend
from simulator.rounding import tenth


def trend_json(trend: Trend) -> str:
    """Sessions oldest first, medians over them, and the questions with their best takes."""
    medians = {
        "score": tenth(trend.score),
        "fillers_per_minute": tenth(trend.fillers_per_minute),
        "speech_rate_wpm": tenth(trend.rate_wpm),
        "coverage": _tenths(trend.coverage),
    }
    return (
        f'{{"schema": {SCHEMA},\n'
        f'"medians": {json.dumps(medians, ensure_ascii=False)},\n'
        f'"sessions": [{_rows(_session(point) for point in trend.sessions)}],\n'
        f'"questions": [{_rows(_question(take) for take in trend.best)}]}}\n'
    )


def _session(point: SessionPoint) -> dict[str, Any]:
    return {
        "id": point.id,
        "started_at": point.started_at.isoformat(),
        "role": point.role,
        "set": point.set_id,
        "answered": point.answered,
        "score": point.score,
        "fillers_per_minute": tenth(point.fillers_per_minute),
        "speech_rate_wpm": tenth(point.rate_wpm),
        "coverage": _tenths(point.coverage),
    }


def _question(best: BestTake) -> dict[str, Any]:
    return {
        "set": best.set_id,
        "question": best.question,
        "section": best.section,
        "takes": best.takes,
        "best": {"score": best.score, "session": best.session, "take": best.take},
        "last": {"score": best.last_score, "session": best.last_session},
    }


def _rows(documents: Iterable[dict[str, Any]]) -> str:
    return ",".join(f"\n{json.dumps(document, ensure_ascii=False)}" for document in documents)


def _tenths(values: Mapping[str, float]) -> dict[str, float | None]:
    return {key: tenth(value) for key, value in values.items()}
