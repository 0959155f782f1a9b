"""What was typed is found wherever a session of its time keeps it."""

from dataclasses import replace

import pytest

from simulator.archive import Answer, typed_in
from tests import factories

OLD = factories.an_answer(1, sound=None, typed=True, assessment=None, state="recorded")
MEASURED = factories.an_assessment(transcript=factories.a_transcript("I said ten.", typed=True))
CORRECTED = factories.an_assessment(transcript=factories.a_transcript("I said two.", typed=True))


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (replace(OLD, typed_text="Ten."), "Ten."),
        (replace(OLD, typed_text="Ten.", state="failed", note="The process died."), "Ten."),
        (replace(OLD, typed_text="", note="The process died."), ""),
        (replace(OLD, note="Ten."), "Ten."),
        (replace(OLD, state="assessed", assessment=MEASURED), "I said ten."),
        (
            replace(OLD, state="assessed", assessment=CORRECTED, own_assessment=MEASURED),
            "I said ten.",
        ),
    ],
)
def test_what_was_typed(answer: Answer, text: str) -> None:
    assert typed_in(answer) == text
