"""`mockview doctor`: can this computer speak, listen and transcribe, and what is there to mend?"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

import click

from simulator import folders
from simulator.cli.surroundings import Surroundings, find
from simulator.errors import MockviewError
from simulator.review.plain import plain
from simulator.sound import Sound

SENTENCE = "Tell me about a time when you solved a difficult problem."
LISTEN_S = 2.0
ENOUGH_WORDS = 0.8
DEVICES: Mapping[str, Literal["input", "output"]] = {"loudspeaker": "output", "microphone": "input"}
"""What of this is a device, and the flag that chooses it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `needed`: without it there is no interview by voice."""

    what: str
    good: bool
    told: str
    fix: str = ""
    needed: bool = True
    devices: tuple[str, ...] = ()
    """Those that could be chosen, by number and name."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--input", "input_device", metavar="DEVICE", help="The microphone: name or number.")
@click.option("--output", "output_device", metavar="DEVICE", help="The loudspeaker.")
@click.pass_context
def doctor(
    ctx: click.Context, /, as_json: bool, input_device: str | None, output_device: str | None
) -> None:
    """Check that this computer can speak, listen and transcribe.

    Looks at the voice, the loudspeaker, the microphone, the speech model, the model of meaning, the
    question sets, the folder of recordings and the settings. Says a sentence, listens for two
    seconds, and transcribes what it said. Nothing is kept.
    """
    around = find({"input_device": input_device, "output_device": output_device})
    said: list[Sound] = []
    looks: list[tuple[str, Callable[[], Finding]]] = [
        ("voice", lambda: _voice(around, said)),
        ("loudspeaker", lambda: _loudspeaker(around, said)),
        ("microphone", lambda: _microphone(around)),
        ("speech model", lambda: _transcription(around, said)),
        ("model of meaning", _meaning),
        ("question sets", lambda: _sets(around)),
        ("recordings", lambda: _recordings(around)),
        ("settings", lambda: _settings(around)),
    ]
    findings = []
    for what, look in looks:
        if sys.stderr.isatty():
            click.echo(f"Looking at the {what} ...", err=True)
        try:
            finding = look()
        except MockviewError as error:
            needed = what not in ("voice", "loudspeaker")
            finding = Finding(what, False, error.what, error.fix, needed)
        if what in DEVICES:
            finding = replace(finding, devices=_devices(what))
        findings.append(finding)
        if not as_json:
            _tell(finding)
    ready = all(finding.good for finding in findings if finding.needed)
    if as_json:
        document = {"schema": 1, "ready": ready, "findings": [asdict(f) for f in findings]}
        click.echo(json.dumps(document, indent=2))
    elif ready:
        click.echo("\nReady. Start with: mockview run --role manager")
    else:
        click.echo(f"\nNot ready yet. {_what_to_do(findings)}")
    ctx.exit(0 if ready else 1)


def _what_to_do(findings: Sequence[Finding]) -> str:
    """Where nothing but the microphone is missing, an interview can be sat all the same."""
    bad = {finding.what for finding in findings if not finding.good}
    if "microphone" in bad and bad <= {"microphone", "loudspeaker"}:
        return (
            "You can type: mockview run --typed\n"
            "Sample answers can stand in for you: mockview run --answers sample"
        )
    return "Mend what is marked PROBLEM, then: mockview doctor"


def _tell(finding: Finding) -> None:
    sign = "good" if finding.good else "PROBLEM" if finding.needed else "missing"
    click.echo(f"{finding.what:17} {sign:8} {finding.told}")
    if finding.fix and not finding.good:
        click.echo(f"{'':26} {finding.fix}")
    if finding.devices:
        click.echo(f"{'':26} --{DEVICES[finding.what]} can be: {', '.join(finding.devices)}")


def _voice(around: Surroundings, said: list[Sound]) -> Finding:
    from simulator.questions import Interviewer
    from simulator.voice import Utterance, choosing

    probes = choosing.probe_all()
    name = choosing.choose(around.settings.voice, probes)
    sound = choosing.load(name).synthesise(
        Utterance(SENTENCE, Interviewer("doctor", "Doctor", "doctor"))
    )
    said.append(sound)
    about = next(probe.about for probe in probes if probe.engine == name)
    missing = [probe for probe in probes if not probe.works]
    fix = " ".join(f"{probe.why_not} {probe.fix}" for probe in missing)
    return Finding("voice", bool(len(sound.samples)), about, fix, needed=False)


def _loudspeaker(around: Surroundings, said: list[Sound]) -> Finding:
    from simulator.audio import devices
    from simulator.audio.loudspeaker import DeviceLoudspeaker

    device = devices.find("output", around.settings.output_device)
    if said:
        playback = DeviceLoudspeaker(around.settings.output_device).play(said[0])
        until = time.monotonic() + said[0].duration_s + 3
        while not playback.done and time.monotonic() < until:
            time.sleep(0.05)
        finished = playback.done
        playback.stop()
        if not finished:
            return Finding(
                "loudspeaker", False, f"'{device.name}' takes no sound.",
                "Choose another with --output.", needed=False,
            )  # fmt: skip
    return Finding("loudspeaker", True, f"{device.name}: did you hear a sentence?", needed=False)


def _microphone(around: Surroundings) -> Finding:
    from simulator.audio import devices
    from simulator.audio.microphone import DeviceMicrophone

    device = devices.find("input", around.settings.input_device)
    with tempfile.TemporaryDirectory(prefix=".mockview-doctor-") as folder:
        live = DeviceMicrophone(around.settings.input_device).record(Path(folder) / "heard.flac")
        loudest = -120.0
        until = time.monotonic() + LISTEN_S
        while time.monotonic() < until:
            time.sleep(0.05)
            loudest = max(loudest, live.level().peak_dbfs)
        recorded_s = live.elapsed_s
        live.discard()
    if recorded_s < LISTEN_S / 2:
        return Finding(
            "microphone", False, f"'{device.name}' sends no sound.",
            "Choose another with --input.",
        )  # fmt: skip
    heard = f"loudest {loudest:.0f} dBFS in {LISTEN_S:.0f} seconds"
    return Finding("microphone", True, f"{device.name}: {heard}; about -20 to -6 is good speech")


def _devices(what: str) -> tuple[str, ...]:
    """All of that kind, by number and name; none where nobody can tell."""
    from simulator.audio import devices

    try:
        found = devices.listing(DEVICES[what])
    except MockviewError:
        return ()
    return tuple(f"{device.number} {plain(device.name)}" for device in found)


def _transcription(around: Surroundings, said: list[Sound]) -> Finding:
    from simulator.audio.resampling import resampled
    from simulator.transcription.whisper import WhisperRecogniser

    model = around.speech_model()
    recogniser = WhisperRecogniser(model)
    about = f"{model.name} ({model.size_bytes / 1e6:.0f} MB)"
    if not said or not len(said[0].samples):
        return Finding("speech model", True, f"{about} loads; nothing was said to try it on")
    heard = recogniser.transcribe(resampled(said[0])).text.lower()
    wanted = [word.strip(".,").lower() for word in SENTENCE.split()]
    found = sum(word in heard for word in wanted)
    good = found >= ENOUGH_WORDS * len(wanted)
    told = f"{about} understood {found} of {len(wanted)} words of the voice"
    return Finding("speech model", good, told, "Try another one: mockview models list")


def _meaning() -> Finding:
    from simulator.judge import reader

    return Finding("model of meaning", True, reader.load().model)


def _sets(around: Surroundings) -> Finding:
    from simulator.questions import library

    shelf = around.question_sets()
    loaded = shelf.load(library.DEFAULT)
    own = f"your own are looked for in {around.places.user_sets}"
    return Finding("question sets", True, f"{loaded.id}: {len(loaded.questions)} questions; {own}")


def _recordings(around: Surroundings) -> Finding:
    folder = around.archive.folder
    try:
        folders.make_private(folder)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Finding(
            "recordings", False, f"{folder} cannot be written: {error.strerror}.",
            "Choose another place with --recordings or MOCKVIEW_RECORDINGS.",
        )  # fmt: skip
    return Finding("recordings", True, f"are kept in {folder}")


def _settings(around: Surroundings) -> Finding:
    file = around.places.settings_file
    told = f"are read from {file}" if file.exists() else f"none yet; they would stand in {file}"
    return Finding("settings", True, told)
