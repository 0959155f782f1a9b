"""Sets the stage for an interview: which voice, which ears, which answers, from the flags."""

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from simulator.audio import DeviceError, Loudspeaker, Microphone, files
from simulator.audio.loudspeaker import DeviceLoudspeaker, NoLoudspeaker
from simulator.audio.resampling import resampled
from simulator.audio.stand_in import StandInMicrophone
from simulator.cli.surroundings import Surroundings
from simulator.errors import MockviewError
from simulator.installing import with_pip
from simulator.interview import Candidate, Heard, Screen
from simulator.interview.answering import Rules, SpokenCandidate
from simulator.interview.speaking import Speaking
from simulator.interview.standing_in import (
    LineUp,
    Recorded,
    Script,
    Scripted,
    StandIn,
    TypedScript,
)
from simulator.interview.typing import COMMANDS, TypedCandidate
from simulator.places import at_home
from simulator.questions import Interviewer, Question, VoiceWish
from simulator.questions.samples import Samples
from simulator.sound import Sound
from simulator.terminal import Keyboard, lent
from simulator.voice import Utterance, VoiceEngine, choosing
from simulator.voice.cache import CachedVoice

SAMPLE = "sample"
CANDIDATE = Interviewer("candidate", "You", "candidate", VoiceWish("male", 150))
NOBODY_PRESSES_AUTO_STOP_S = 4.0
NOBODY_PRESSES_GIVE_UP_S = 20.0
"""Without keys an answer ends by silence, and a question that nobody answers ends too."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Where the candidate's answers come from; `count` is how many there are, if that is known.

    `line_up` is where answers stand in for a person's.
    """

    spoken: "Callable[[Sequence[Question]], Microphone]"
    count: int | None
    live: bool
    line_up: LineUp | None = None


def voice(surroundings: Surroundings) -> tuple[VoiceEngine, str]:
    """The interviewers' voice, and a sentence that says which it is."""
    probes = choosing.probe_all()
    name = choosing.choose(surroundings.settings.voice, probes)
    about = next(probe.about for probe in probes if probe.engine == name)
    return CachedVoice(choosing.load(name), surroundings.places.cache / "voice"), f"Voice: {about}."


def wake_sound() -> None:
    """Looks for devices, which takes a moment; what is wrong with them is told by who uses them."""
    from simulator.audio import devices

    with suppress(MockviewError):
        devices.portaudio()


def loudspeaker(surroundings: Surroundings, screen: Screen, *, silent: bool) -> Loudspeaker:
    """The device, or none where there is none: then the interview is read."""
    if silent:
        return NoLoudspeaker()
    from simulator.audio import devices

    try:
        devices.find("output", surroundings.settings.output_device)
    except MockviewError as error:
        if surroundings.settings.output_device is not None:
            raise
        screen.notice(f"{error.what} The interview goes on with captions.")
        return NoLoudspeaker()
    return DeviceLoudspeaker(surroundings.settings.output_device)


def answers(
    given: Sequence[str],
    surroundings: Surroundings,
    samples: Callable[[str | None], Samples],
    engine: VoiceEngine,
) -> Answers:
    """From the microphone, from files and folders, `sample`, or a file of sample answers.

    `samples` reads such a file, or the set's own where it is handed None.
    """
    if not given:

        def from_device(_: Sequence[Question]) -> Microphone:
            from simulator.audio import devices
            from simulator.audio.microphone import DeviceMicrophone

            try:
                devices.find("input", surroundings.settings.input_device)  # before the greeting
            except DeviceError as error:
                if surroundings.settings.input_device is not None:  # another name may help
                    raise
                instead = "Answer without one: --typed, or --answers sample."
                raise DeviceError(error.what, f"{instead} {error.fix}") from error
            return DeviceMicrophone(surroundings.settings.input_device)

        return Answers(from_device, None, live=True)
    if is_script(given):
        scripted = Scripted(script(given, samples), _candidates_voice(engine))
        return Answers(lambda _: StandInMicrophone(scripted), None, live=False, line_up=scripted)
    paths = sound_files(given)
    # Read when they are needed, but a mistake is told before the greeting.
    for path in paths:
        files.read(path)
    recorded = Recorded(paths, files.read)
    return Answers(
        lambda _: StandInMicrophone(recorded),
        len(recorded.answers),
        live=False,
        line_up=recorded,
    )


def is_script(given: Sequence[str]) -> bool:
    """Whether the answers are texts: the set's samples, or a file of them."""
    return len(given) == 1 and (given[0] == SAMPLE or Path(given[0]).suffix in (".yaml", ".yml"))


def script(given: Sequence[str], samples: Callable[[str | None], Samples]) -> Script:
    """The texts that `answers` is handed, where `is_script` holds. Raises `MockviewError`."""
    return Script(samples(None if given[0] == SAMPLE else given[0]))


def sound_files(given: Sequence[str]) -> list[Path]:
    """The files named, and in folders all sound files in order of their names."""
    found: list[Path] = []
    for name in given:
        path = at_home(Path(name))
        if path.is_dir():
            inside = sorted(
                file for file in path.iterdir() if file.suffix.lower() in files.SUFFIXES
            )
            if not inside:
                raise MockviewError(f"There is no recording in the folder {name}.", files.ADVICE)
            found += inside
        else:
            found.append(path)
    return found


def _candidates_voice(engine: VoiceEngine) -> Callable[[str], Sound]:
    if engine.name == "silent":
        if choosing.choose(choosing.AUTO, choosing.probe_all()) != engine.name:
            raise MockviewError(
                "Sample answers need a voice, and 'silent' was chosen.",
                "Choose another with --voice, or have them typed with --typed.",
            )
        raise MockviewError(
            "Sample answers need a voice, and this computer has none.",
            f"Install one with: {with_pip('hibari-tts')}",
        )
    return lambda text: resampled(engine.synthesise(Utterance(text, CANDIDATE)))


def mouth(
    engine: VoiceEngine,
    speaker: Loudspeaker,
    keyboard: Keyboard,
    screen: Screen,
    stack: ExitStack,
) -> Speaking:
    """The interviewers' mouth, closed with the `stack`. Without a loudspeaker nothing is made."""
    if isinstance(speaker, NoLoudspeaker):
        engine = choosing.load("silent")  # nobody hears it: captions need no synthesis
    speaking = Speaking(engine, speaker, keyboard, screen)
    stack.callback(speaking.close)
    return speaking


def candidate(
    microphone: Microphone,
    keyboard: Keyboard,
    screen: Screen,
    speaking: Speaking,
    *,
    auto_stop_s: float | None,
    keys: bool,
    line_up: LineUp | None = None,
) -> Candidate:
    """Somebody at the microphone, or recordings (`line_up`) that stand in for them.

    Without `keys`, silence ends an answer: after `auto_stop_s`, or as long as is usual then.
    """
    rules = Rules(auto_stop_s)
    if not keys:
        rules = Rules(auto_stop_s or NOBODY_PRESSES_AUTO_STOP_S, NOBODY_PRESSES_GIVE_UP_S)
    spoken = SpokenCandidate(microphone, keyboard, screen, speaking.say, rules)
    return spoken if line_up is None else StandIn(spoken, line_up)


def _prompt() -> str:
    """Where to type; stdout is for a document where it is no terminal."""
    return "> " if sys.stdin.isatty() and sys.stdout.isatty() else ""


def typing_candidate(speaking: Speaking, typed: Script | None = None) -> Candidate:
    """Somebody at the keyboard, a line at a time; or texts that stand in for them."""
    if typed is not None:
        return TypedScript(typed)

    def read_line() -> str | None:
        try:
            return input(_prompt())
        except EOFError:
            return None

    return TypedCandidate(read_line, speaking.say)


class OtherWays:
    """The `Ways` of a candidate at this computer whose microphone fails."""

    def __init__(
        self,
        keyboard: Keyboard,
        screen: Screen,
        speaking: Speaking,
        auto_stop_s: float | None,
    ) -> None:
        self._keyboard = keyboard
        self._screen = screen
        self._speaking = speaking
        self._auto_stop_s = auto_stop_s
        self._numbers: list[int] = []

    def look_again(self) -> list[str]:
        from simulator.audio import devices, streams

        streams.look_again()
        found = devices.listing("input")
        self._numbers = [device.number for device in found]
        return [device.name for device in found]

    def speaking(self, choice: int) -> Candidate:
        from simulator.audio.microphone import DeviceMicrophone

        return candidate(
            DeviceMicrophone(str(self._numbers[choice])),
            self._keyboard, self._screen, self._speaking,
            auto_stop_s=self._auto_stop_s, keys=True,
        )  # fmt: skip

    def typing(self) -> Candidate:
        return _TypesInstead(typing_candidate(self._speaking), self._keyboard, self._screen)


class _TypesInstead:
    """A `Candidate` who types from here on: the terminal is lent for whole lines meanwhile."""

    def __init__(self, types: Candidate, keyboard: Keyboard, screen: Screen) -> None:
        self._types = types
        self._keyboard = keyboard
        self._screen = screen

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:
        self._screen.notice(COMMANDS)
        with lent(self._keyboard):
            return self._types.answer(question, asked, file)
