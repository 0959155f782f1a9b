"""Points with reasons. Pure; more of a good thing never scores less."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.measures import Coverage, Measures
from simulator.questions import Target
from simulator.rounding import tenth
from simulator.scoring.coverage import coverage as for_coverage
from simulator.scoring.delivery import delivery as for_delivery
from simulator.scoring.fillers import fillers as for_fillers
from simulator.scoring.last_impression import WEIGHTS as LAST_WEIGHTS
from simulator.scoring.last_impression import Hedge, with_hedges
from simulator.scoring.length import durations
from simulator.scoring.length import length as for_length
from simulator.scoring.liveliness import against_usual
from simulator.scoring.model import PARTS, Finding, Part, Score
from simulator.scoring.non_answers import non_answer
from simulator.scoring.outcome import Outcome
from simulator.scoring.targets import CONVENTION, DEFAULTS, FLOOR, WEIGHTS, Targets
from simulator.transcription import Transcript

NO_SOUND = "Typed: only content and length are scored; pace, pauses and fillers need sound."
NO_QUESTION = "No question was named: content is not scored, and length is held against {}."

SPOILS_DELIVERY = ("clipped", "too_quiet", "other_voice")
"""Conditions in which what is said may be understood, but not how."""


def score(
    *,
    measures: Measures,
    coverage: Sequence[Coverage],
    target: Target | None,
    transcript: Transcript,
    targets: Targets = DEFAULTS,
    usual_spread_semitones: float | None = None,
    last_impression: bool = False,
    hedges: Sequence[Hedge] = (),
) -> Score:
    """The score of one answer, its parts, and a finding for every point lost.

    Each rule gives a part's value, 0 to 100, and findings in points of that part; here they become
    points of the total, so that 100 and all findings add up to the total (but for rounding).
    A recording that is unfit to show how somebody speaks is scored by its content alone.
    Where the candidate's usual pitch spread is given, a finding without points says whether this
    answer was livelier or flatter. In a `last_impression` fillers weigh more, and `hedges` count.
    """
    weights = LAST_WEIGHTS if last_impression else WEIGHTS
    typed = not transcript.timed
    unfit = "" if typed else _unfit(measures)
    heard = not typed and not unfit
    length_s = target.answer_s if target is not None else targets.answer_s
    outcomes: dict[Part, Outcome | None] = {
        "length": for_length(measures, length_s, typed=typed, speech=transcript.speech),
        "fillers": for_fillers(measures, length_s, targets) if heard else None,
        "coverage": for_coverage(coverage) if coverage else None,
        "delivery": for_delivery(measures, length_s, targets) if heard else None,
    }
    if last_impression and outcomes["fillers"] is not None:
        outcomes["fillers"] = with_hedges(outcomes["fillers"], hedges)
    told = {part: outcome for part, outcome in outcomes.items() if outcome is not None}
    weight = sum(weights[part] for part in told)
    findings = [
        replace(finding, points=finding.points * weights[part] / weight)
        for part, outcome in told.items()
        for finding in outcome.findings
    ]
    if heard and usual_spread_semitones is not None and measures.melody is not None:
        findings.append(against_usual(measures.melody, usual_spread_semitones))
    total = sum(outcome.value * weights[part] / weight for part, outcome in told.items())
    none = non_answer(transcript, measures, coverage)
    if none is not None:
        part: Part = "coverage" if coverage else "length"
        before, total = total, min(total, FLOOR)
        if none.nothing_to_add:
            findings = [Finding(part, total - 100, none.reason, (), CONVENTION)]
        elif total < before:
            findings.append(Finding(part, total - before, none.reason, (), CONVENTION))
    return Score(
        total=round(total),
        parts={
            part: None if outcome is None else round(outcome.value)
            for part, outcome in ((part, outcomes[part]) for part in PARTS)
        },
        findings=tuple(
            replace(finding, points=tenth(finding.points))
            for finding in sorted(findings, key=lambda finding: (finding.points, finding.part))
        ),
        not_scored=" ".join(
            sentence
            for sentence, holds in (
                (NO_SOUND, typed),
                (unfit, unfit),
                (NO_QUESTION.format(durations(*length_s)), target is None),
            )
            if holds
        ),
    )


def _unfit(measures: Measures) -> str:
    """Why a recording cannot show how somebody speaks; empty where it can."""
    conditions = [
        condition for condition in measures.conditions if condition.kind in SPOILS_DELIVERY
    ]
    if not conditions:
        return ""
    told = " ".join(f"{condition.told}. {condition.remedy}." for condition in conditions)
    return f"{told} Fillers and delivery are not scored."
