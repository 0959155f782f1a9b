"""Each format by its name; JSON is read back whole."""

import json

import pytest

from simulator.archive.schema import StoredDocument
from simulator.review.exporting import FORMATS, exported
from tests import factories


def test_json_is_the_session_and_opens_again() -> None:
    session = factories.a_session()
    text = exported(session, "json")
    assert json.loads(text)["schema"] == 1
    assert StoredDocument.model_validate_json(text).live() == session


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_session_gives_the_same_text(to: str) -> None:
    assert exported(factories.a_session(), to) == exported(factories.a_session(), to)
    assert exported(factories.a_session(), to).endswith("\n")
