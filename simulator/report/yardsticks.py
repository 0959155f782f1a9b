"""How each number is told, where it should be, and which change of it is worth a word."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.report.figures import Figures
from simulator.scoring import Targets

Standing = Literal["on target", "near", "off target"]
Change = Literal["better", "worse", "same"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One number of `Figures`.

    `away` is how far a value is from where it should be (0: there); None for what is never judged.
    What is up to `near` away still counts as near. `step` is the least change worth telling.
    `scored` numbers are opinions of the program, which some would rather not see.
    """

    name: str
    value: Callable[[Figures], float | None]
    show: Callable[[float], str]
    target: Callable[[Targets], str]
    away: Callable[[float, Targets], float] | None
    near: Callable[[Targets], float]
    step: float
    scored: bool = False

    def standing(self, value: float, targets: Targets) -> Standing | None:
        """None where nothing is judged."""
        if self.away is None:
            return None
        away = self.away(value, targets)
        if away <= 0:
            return "on target"
        return "near" if away <= self.near(targets) else "off target"

    def change(self, before: float, after: float, targets: Targets) -> Change:
        """What became of a value: nearer to its target or farther from it, by a step or more."""
        if self.away is None:
            return "same"
        nearer = self.away(before, targets) - self.away(after, targets)
        if abs(nearer) < self.step:
            return "same"
        return "better" if nearer > 0 else "worse"


def _band(value: float, ends: tuple[float, float]) -> float:
    return max(ends[0] - value, value - ends[1], 0.0)


YARDSTICKS: tuple[Yardstick, ...] = (
    Yardstick(
        "Score, of 100",
        value=lambda f: f.total,
        show=lambda v: f"{v:.0f}",
        target=lambda _: "",
        away=lambda v, _: 80 - min(v, 80),
        near=lambda _: 20,
        step=3,
        scored=True,
    ),
    Yardstick(
        "Talking points made",
        value=lambda f: f.points_made,
        show=lambda v: f"{v:.0%}",
        target=lambda _: "most of them",
        away=lambda v, _: 0.75 - min(v, 0.75),
        near=lambda _: 0.25,
        step=0.1,
        scored=True,
    ),
    Yardstick(
        "Beyond the length asked for",
        value=lambda f: f.off_length_s,
        show=lambda v: f"{v:.0f} s",
        target=lambda _: "0 s",
        away=lambda v, _: v if v >= 1 else 0,
        near=lambda _: 20,
        step=5,
    ),
    Yardstick(
        "Words a minute",
        value=lambda f: f.pace_wpm,
        show=lambda v: f"{v:.0f}",
        target=lambda t: f"{t.pace_wpm[0]:.0f} to {t.pace_wpm[1]:.0f}",
        away=lambda v, t: _band(v, t.pace_wpm),
        near=lambda t: t.pace_wpm[0] - t.pace_amber_wpm[0],
        step=5,
    ),
    Yardstick(
        "Fillers a minute",
        value=lambda f: f.fillers_per_minute,
        show=lambda v: f"{v:.1f}",
        target=lambda t: f"up to {t.fillers_unnoticed:g}",
        away=lambda v, t: max(0.0, v - t.fillers_unnoticed),
        near=lambda t: t.fillers_fine - t.fillers_unnoticed,
        step=0.5,
    ),
    Yardstick(
        "Long pauses an answer",
        value=lambda f: f.long_pauses,
        show=lambda v: f"{v:.1f}".removesuffix(".0"),
        target=lambda _: "0",
        away=lambda v, _: v,
        near=lambda _: 1,
        step=0.5,
    ),
    Yardstick(
        "Seconds before the first word",
        value=lambda f: f.latency_s,
        show=lambda v: f"{v:.1f}",
        target=lambda t: f"under {t.latency_s:g}",
        away=lambda v, t: max(0.0, v - t.latency_s),
        near=lambda _: 2,
        step=0.5,
    ),
    Yardstick(
        "Melody, in semitones",
        value=lambda f: f.spread_semitones,
        show=lambda v: f"{v:.1f}",
        target=lambda _: "never judged",
        away=None,
        near=lambda _: 0,
        step=1,
    ),
)
