"""The part for coverage: how much of what a good answer mentions was heard."""

from collections.abc import Sequence

from simulator.measures import Coverage, Evidence
from simulator.scoring import targets as t
from simulator.scoring.model import Elsewhere, Finding
from simulator.scoring.outcome import FULL, Outcome

UNSURE_SHARE = 0.5
"""What may be there counts half, and is said so."""


def coverage(points: Sequence[Coverage]) -> Outcome:
    """The share of the talking points, by weight; what is unsure counts half."""
    weight = sum(point.weight for point in points)
    findings: list[Finding] = []
    value = 0.0
    for point in points:
        worth = FULL * point.weight / weight
        at_s, in_replies = _moment(point.evidence)
        if point.verdict == "covered":
            value += worth
            if point.prompted:
                reason = f"Said when you were asked: {_lower(point.label)}"
                findings.append(
                    Finding(
                        "coverage", 0, reason, at_s, t.CONVENTION,
                        neutral=True, in_replies=in_replies,
                    )
                )  # fmt: skip
        elif point.verdict == "unsure":
            value += UNSURE_SHARE * worth
            reason = f"Perhaps said, counted half: {_lower(point.label)}"
            lost = -worth * (1 - UNSURE_SHARE)
            findings.append(
                Finding("coverage", lost, reason, at_s, t.CONVENTION, in_replies=in_replies)
            )
        else:
            by_own_word = point.program_verdict is not None
            told = "Not said, by your own word" if by_own_word else "Not heard"
            reason = f"{told}: {_lower(point.label)}"
            findings.append(Finding("coverage", -worth, reason, (), t.CONVENTION))
    if all(finding.neutral for finding in findings):
        findings.append(
            Finding("coverage", 0, "Everything a good answer mentions was heard", (), t.CONVENTION)
        )
    return Outcome(value, tuple(findings))


def _moment(said: Evidence | None) -> tuple[tuple[float, ...], tuple[Elsewhere, ...]]:
    """When it was said: in the answer, or in a reply."""
    if said is None or said.start_s is None:
        return (), ()
    if said.answer is None:
        return (said.start_s,), ()
    return (), (Elsewhere(said.answer, said.start_s),)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
