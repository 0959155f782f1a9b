"""Old documents are brought up one number at a time; newer ones are left alone."""

from typing import Any

import pytest

from simulator.archive.documents import SCHEMA
from simulator.archive.model import ArchiveError
from simulator.archive.upgrades import UPGRADES, upgraded


def test_todays_documents_stay_as_they_are() -> None:
    document = {"schema": SCHEMA, "id": "x"}
    assert upgraded(document) == document


def test_every_older_schema_has_its_upgrade() -> None:
    assert sorted(UPGRADES) == list(range(1, SCHEMA))


def test_upgrades_follow_one_another() -> None:
    def from_1_to_2(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "rate_wpm": document["rate"]}

    def from_2_to_3(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "rate_wpm": document["rate_wpm"] + 0.5}

    upgrades = {1: from_1_to_2, 2: from_2_to_3}
    old = {"schema": 1, "rate": 120}
    assert upgraded(old, upgrades=upgrades, current=3) == {
        "schema": 3,
        "rate": 120,
        "rate_wpm": 120.5,
    }
    assert old == {"schema": 1, "rate": 120}


def test_a_newer_schema_is_named() -> None:
    with pytest.raises(ArchiveError, match=f"newer mockview .schema {SCHEMA + 1}") as caught:
        upgraded({"schema": SCHEMA + 1})
    assert "Update mockview" in caught.value.fix


@pytest.mark.parametrize("schema", [None, "1", 0, -1, True, 1.0, [1]])
def test_a_schema_that_is_no_number(schema: object) -> None:
    with pytest.raises(ArchiveError, match="which schema"):
        upgraded({"schema": schema})
