"""Showing a whole interview in the terminal: as `review` does, and `run` at its end."""

from simulator.archive import StoredSession, earlier, usual_voice
from simulator.cli.practising import practising, set_of
from simulator.cli.standards import own
from simulator.cli.surroundings import Surroundings


def show_session(around: Surroundings, stored: StoredSession) -> None:
    """Held against the user's own targets and the interviews before it."""
    from simulator.coaching import coached
    from simulator.review.pages import session_page
    from simulator.review.printing import show

    session = stored.session
    practise = practising(session, lambda: set_of(around, session), around.command)
    before = earlier(around.archive, session.started_at)
    made = coached(session, before, own(around.settings).targets, practise)
    show(session_page(session, usual_voice(before), made, scores=not around.settings.hide_scores))
