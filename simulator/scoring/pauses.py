"""Which silences a listener feels."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.measures import Pause
from simulator.scoring.targets import Targets


@dataclass(frozen=True, slots=True)
class LongPauses:
    """Those beyond the targets: from one length on in mid-sentence, from another anywhere."""

    anywhere: tuple[Pause, ...]
    """Longer than `Targets.silence_s`."""
    inside: tuple[Pause, ...]
    """In mid-sentence, longer than `Targets.long_pause_s`, and not among the others."""

    def __len__(self) -> int:
        return len(self.anywhere) + len(self.inside)


def long_pauses(pauses: Sequence[Pause], targets: Targets) -> LongPauses:
    """Those of an answer, each in one place."""
    return LongPauses(
        anywhere=tuple(pause for pause in pauses if pause.duration_s > targets.silence_s),
        inside=tuple(
            pause
            for pause in pauses
            if pause.inside_sentence
            and targets.long_pause_s < pause.duration_s <= targets.silence_s
        ),
    )
