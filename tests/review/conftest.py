"""An interview to look back on, for the tests that hold it against earlier ones."""

import pytest

from simulator.archive import StoredSession, earlier
from simulator.coaching import Coaching, coached
from tests.report import interviews


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoredSession, Coaching]:
    """With two earlier ones, another take, a voice and curves."""
    archive, stored = interviews.an_interview(tmp_path_factory.mktemp("recordings"))
    return stored, coached(stored.session, earlier(archive, stored.session.started_at))
