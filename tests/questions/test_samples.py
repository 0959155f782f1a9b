"""Sample answers: texts, or answers with what is said to follow-ups."""

from pathlib import Path

import pytest

from simulator.questions.reading import SetError
from simulator.questions.samples import SampleAnswer, read


def test_texts_and_answers_with_replies(tmp_path: Path) -> None:
    file = tmp_path / "samples.yaml"
    file.write_text(
        "deed:\n  - >-\n    I did\n    it.\n"
        "  - answer: I did.\n    replies: [It ended well., 'Yes.']\n"
    )
    assert read(file, ["deed"]) == {
        "deed": (SampleAnswer("I did it."), SampleAnswer("I did.", ("It ended well.", "Yes.")))
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("deed: [{answer: I did., reply: [x]}]", "'answer' and a list"),
        ("deed: [{answer: I did., replies: x}]", "'answer' and a list"),
        ("deed: [{replies: [x]}]", "expected a text"),
        ("deed: [{answer: I did., replies: ['']}]", "expected a text"),
        ("deed: [3]", "expected a text"),
        ("other: [I did.]", "no question 'other'"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "samples.yaml"
    file.write_text(content)
    with pytest.raises(SetError) as caught:
        read(file, ["deed"])
    assert says in str(caught.value)
