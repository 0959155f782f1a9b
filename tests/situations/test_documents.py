"""What is said of the whole, as JSON."""

import json

from simulator.situations import afterwards
from simulator.situations.documents import afterwards_document
from tests.factories import a_session
from tests.situations.sessions import a_session_of, said


def test_everything_has_its_key_and_is_json() -> None:
    document = afterwards_document(afterwards(a_session()))
    assert list(document) == [
        "parts", "practise_next", "notices", "own_points", "topics", "pitch",
    ]  # fmt: skip
    assert json.loads(json.dumps(document)) == document
    assert len(document["parts"]) == 6


def test_the_same_session_gives_the_same_document() -> None:
    session = a_session_of(said("My boss was incompetent and lazy."), said("Yes.", "pay", total=3))
    one, other = (afterwards_document(afterwards(session)) for _ in range(2))
    assert one == other
    assert one["practise_next"]["situation"] == "pay"
    assert one["notices"][0]["kind"] == "harsh"
