"""The interviewers' mouth: synthesises ahead of time, plays, and shows what is said."""

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor

from simulator.audio import DeviceError, Loudspeaker
from simulator.errors import MockviewError
from simulator.interview.base import Screen
from simulator.sound import Sound
from simulator.terminal import Keyboard
from simulator.voice import Utterance, VoiceEngine

SKIP_KEYS = ("enter", "space")
KEPT = 3
"""So many sounds of what has been said are kept at hand."""
MISSING_S = 0.5
"""A loudspeaker that stops so much before the end has been lost."""


class Speaking:
    """A `Mouth`. Enter or space cuts short what is being said; nothing else is taken from the keys.

    One thread synthesises, in the order asked for, so that the next question is ready while the
    candidate answers this one. When the voice or the loudspeaker fails, the candidate is told once
    and the interview goes on with captions.
    """

    def __init__(
        self,
        voice: VoiceEngine,
        loudspeaker: Loudspeaker,
        keyboard: Keyboard,
        screen: Screen,
    ) -> None:
        self._voice = voice
        self._loudspeaker = loudspeaker
        self._keyboard = keyboard
        self._screen = screen
        self._synthesiser = ThreadPoolExecutor(max_workers=1, thread_name_prefix="voice")
        self._prepared: OrderedDict[Utterance, Future[Sound]] = OrderedDict()
        self._told = False
        self._said: list[Utterance] = []

    def prepare(self, utterance: Utterance) -> None:
        if utterance not in self._prepared:
            self._prepared[utterance] = self._synthesiser.submit(self._voice.synthesise, utterance)

    def say(self, utterance: Utterance) -> None:
        self.prepare(utterance)
        self._screen.caption(utterance)
        try:
            sound = self._prepared[utterance].result()
            if not self._told and len(sound.samples):
                self._play(sound)
        except MockviewError as error:
            self._tell(error)
        self._keep_few(utterance)

    def _keep_few(self, said: Utterance) -> None:
        """The sound of what was said last stays, to be heard again; the ones before are freed."""
        self._said = [*(one for one in self._said if one != said), said]
        while len(self._said) > KEPT:
            self.forget(self._said.pop(0))

    def forget(self, utterance: Utterance) -> None:
        """Frees the sound of something that will not be said again."""
        self._prepared.pop(utterance, None)

    def close(self) -> None:
        self._synthesiser.shutdown(wait=False, cancel_futures=True)

    def _play(self, sound: Sound) -> None:
        playback = self._loudspeaker.play(sound)
        try:
            while not playback.done:
                if self._keyboard.key(0.02) in SKIP_KEYS:
                    return
            if playback.position_s < sound.duration_s - MISSING_S:
                raise DeviceError("The loudspeaker was lost.")
        finally:
            playback.stop()

    def _tell(self, error: MockviewError) -> None:
        if not self._told:
            self._told = True
            consequence = "The interview goes on with captions."
            self._screen.notice(f"{error} {consequence}")
