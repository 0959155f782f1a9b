"""How each number is told, where it should be, and which change of it is worth a word."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.coaching.figures import Figures
from simulator.scoring import Targets

Standing = Literal["on target", "near", "off target"]
Change = Literal["better", "worse", "same"]


Away = Callable[[float, Targets], float]
"""How far a value is from where it should be; 0: there."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One number of `Figures`.

    `away` is None for what is never judged. What is up to `near` away still counts as near. `step`
    is the least change worth telling. `target` is told in words, "" for nothing. `scored` numbers
    are opinions of the program, which some would rather not see. `what` is its name in JSON, ""
    for what is not told there.
    """

    name: str
    value: Callable[[Figures], float | None]
    show: Callable[[float], str]
    step: float
    away: Away | None = None
    near: Callable[[Targets], float] = lambda _: 0
    target: Callable[[Targets], str] = lambda _: ""
    scored: bool = False
    what: str = ""
    beyond_too: bool = False
    """Whether more is better where the target is reached as well."""

    def standing(self, value: float, targets: Targets) -> Standing | None:
        """None where nothing is judged."""
        if self.away is None:
            return None
        away = self.away(value, targets)
        if away <= 0:
            return "on target"
        return "near" if away <= self.near(targets) else "off target"

    def change(self, before: float | None, after: float | None, targets: Targets) -> Change | None:
        """What became of a value: nearer to its target or farther from it, by a step or more.

        None where nothing is judged, or where a side has no value.
        """
        if self.away is None or before is None or after is None:
            return None
        nearer = self.away(before, targets) - self.away(after, targets)
        if self.beyond_too:
            nearer = after - before
        if abs(nearer) < self.step:
            return "same"
        return "better" if nearer > 0 else "worse"


def _below(value: float, least: float) -> float:
    return max(0.0, least - value)


def _above(value: float, most: float) -> float:
    return max(0.0, value - most)


SCORE = Yardstick(
    "Score, of 100",
    what="score",
    value=lambda f: f.total,
    show=lambda v: f"{v:.0f}",
    step=3,
    away=lambda v, _: _below(v, 80),
    near=lambda _: 20,
    scored=True,
    beyond_too=True,
)
POINTS_MADE = Yardstick(
    "Talking points made",
    value=lambda f: f.points_made,
    show=lambda v: f"{v:.0%}",
    step=0.1,
    away=lambda v, _: _below(v, 0.75),
    near=lambda _: 0.25,
    target=lambda _: "most of them",
    scored=True,
)
YARDSTICKS: tuple[Yardstick, ...] = (
    SCORE,
    POINTS_MADE,
    Yardstick(
        "Beyond the length asked for",
        what="seconds beyond the length asked for",
        value=lambda f: f.off_length_s,
        show=lambda v: f"{v:.0f} s",
        step=5,
        away=lambda v, _: v if v >= 1 else 0,
        near=lambda _: 20,
        target=lambda _: "0 s",
    ),
    Yardstick(
        "Words a minute",
        what="words a minute",
        value=lambda f: f.pace_wpm,
        show=lambda v: f"{v:.0f}",
        step=5,
        away=lambda v, t: _below(v, t.pace_wpm[0]) + _above(v, t.pace_wpm[1]),
        near=lambda t: t.pace_wpm[0] - t.pace_amber_wpm[0],
        target=lambda t: f"{t.pace_wpm[0]:.0f} to {t.pace_wpm[1]:.0f}",
    ),
    Yardstick(
        "Fillers a minute",
        what="fillers a minute",
        value=lambda f: f.fillers_per_minute,
        show=lambda v: f"{v:.1f}",
        step=0.5,
        away=lambda v, t: _above(v, t.fillers_unnoticed),
        near=lambda t: t.fillers_fine - t.fillers_unnoticed,
        target=lambda t: f"up to {t.fillers_unnoticed:g}",
    ),
    Yardstick(
        "Long pauses an answer",
        what="long pauses",
        value=lambda f: f.long_pauses,
        show=lambda v: f"{v:.1f}".removesuffix(".0"),
        step=0.5,
        away=lambda v, _: v,
        near=lambda _: 1,
        target=lambda _: "0",
    ),
    Yardstick(
        "Seconds before the first word",
        what="seconds before the first word",
        value=lambda f: f.latency_s,
        show=lambda v: f"{v:.1f}",
        step=0.5,
        away=lambda v, t: _above(v, t.latency_s),
        near=lambda _: 2,
        target=lambda t: f"under {t.latency_s:g}",
    ),
    Yardstick(
        "Melody, in semitones",
        value=lambda f: f.spread_semitones,
        show=lambda v: f"{v:.1f}",
        step=1,
        target=lambda _: "never judged",
    ),
    Yardstick(
        "Loudness, its range in dB",
        value=lambda f: f.loudness_spread_db,
        show=lambda v: f"{v:.0f}",
        step=3,
        target=lambda _: "never judged",
    ),
)
