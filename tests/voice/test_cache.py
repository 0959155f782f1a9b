"""Sounds that are kept."""

import os
import stat
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.questions import Interviewer, VoiceWish
from simulator.sound import Sound
from simulator.voice import Utterance, VoiceEngine, VoiceError
from simulator.voice.cache import CachedVoice
from simulator.voice.neural import NeuralVoice
from tests.voice.hearing import saying

RATE_HZ = 24_000


class CountingVoice:
    """Makes noise that depends on everything that a voice may depend on, and counts."""

    name = "counting"

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.said: list[str] = []

    def synthesise(self, utterance: Utterance) -> Sound:
        self.said.append(utterance.text)
        if utterance.text == "unspeakable":
            raise VoiceError("No.", "Do.")
        wish = utterance.speaker.voice
        seed = repr((self.version, utterance.text, wish)).encode()
        noise = np.random.default_rng(list(seed)).uniform(-1, 1, 100 * len(utterance.text))
        return Sound(noise.astype(np.float32), RATE_HZ)


def same(one: Sound, other: Sound) -> bool:
    return one.sample_rate_hz == other.sample_rate_hz and np.array_equal(one.samples, other.samples)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_it_is_a_voice_engine_under_the_others_name() -> None:
    engine = CountingVoice("7")
    cached = CachedVoice(engine, Path("/nowhere"))
    assert isinstance(cached, VoiceEngine)
    assert (cached.name, cached.version) == ("counting", "7")


def test_what_was_said_once_is_not_synthesised_again(tmp_path: Path) -> None:
    engine = CountingVoice()
    first = CachedVoice(engine, tmp_path).synthesise(saying("Hello"))
    again = CachedVoice(engine, tmp_path).synthesise(saying("Hello"))
    assert engine.said == ["Hello"]
    assert same(first, again)
    assert same(again, CountingVoice().synthesise(saying("Hello")))  # not a sample is lost


def test_a_real_voice_is_kept_sample_by_sample_in_less_room(
    neural: NeuralVoice, tmp_path: Path
) -> None:
    said = saying("What are your salary expectations for this role?", "male")
    cached = CachedVoice(neural, tmp_path)
    cached.synthesise(said)
    sound = neural.synthesise(said)
    assert same(cached.synthesise(said), sound)
    assert kept(tmp_path)[0].stat().st_size < 0.6 * sound.samples.nbytes


def test_names_and_titles_do_not_matter_to_the_sound(tmp_path: Path) -> None:
    engine = CountingVoice()
    cached = CachedVoice(engine, tmp_path)
    for name in ("Dana", "Sam"):
        speaker = Interviewer(name.lower(), name, f"Title of {name}", VoiceWish("female", 165))
        cached.synthesise(Utterance("Hello", speaker))
    assert len(engine.said) == 1


def test_whatever_changes_the_sound_is_kept_apart(tmp_path: Path) -> None:
    asked = [
        (CountingVoice("1"), saying("Hello")),
        (CountingVoice("2"), saying("Hello")),
        (CountingVoice("1"), saying("Hello!")),
        (CountingVoice("1"), saying("Hello", "male")),
        (CountingVoice("1"), saying("Hello", None)),
        (CountingVoice("1"), saying("Hello", rate_wpm=171)),
    ]
    for _ in range(2):
        for engine, utterance in asked:
            sound = CachedVoice(engine, tmp_path).synthesise(utterance)
            assert same(sound, CountingVoice(engine.version).synthesise(utterance))
    assert [len(engine.said) for engine, _ in asked] == [1] * len(asked)
    assert len(kept(tmp_path)) == len(asked)


def test_odd_texts_can_be_kept(tmp_path: Path) -> None:
    engine = CountingVoice()
    cached = CachedVoice(engine, tmp_path)
    for text in ("../../x", "\0", "\ud83d", "🙂", "long " * 700):
        for _ in range(2):
            cached.synthesise(saying(text))
    assert len(engine.said) == len(kept(tmp_path)) == 5


def test_an_empty_sound_and_an_error_are_not_kept(tmp_path: Path) -> None:
    cached = CachedVoice(CountingVoice(), tmp_path / "voice")
    assert cached.synthesise(saying("")).duration_s == 0
    with pytest.raises(VoiceError):
        cached.synthesise(saying("unspeakable"))
    assert not (tmp_path / "voice").exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_made_again(tmp_path: Path, data: st.DataObject) -> None:
    engine = CountingVoice()
    cached = CachedVoice(engine, tmp_path)
    whole = cached.synthesise(saying("Hello"))
    (file,) = kept(tmp_path)
    content = bytearray(file.read_bytes())
    if data.draw(st.booleans(), label="cut off"):
        del content[data.draw(st.integers(0, len(content) - 1), label="at") :]
    else:
        at = data.draw(st.integers(0, len(content) - 1), label="at")
        content[at] ^= data.draw(st.integers(1, 255), label="flipped")
    file.write_bytes(content)
    assert same(cached.synthesise(saying("Hello")), whole)
    assert same(cached.synthesise(saying("Hello")), whole)
    assert len(engine.said) <= 2  # the new file is whole again


@pytest.mark.parametrize(
    "arrays",
    [
        {"samples": np.zeros(9, np.float32)},
        {"samples": np.zeros(9, np.int16), "sample_rate_hz": 24_000},
        {"samples": np.zeros((3, 3), np.float32), "sample_rate_hz": 24_000},
        {"samples": np.array([{}], object), "sample_rate_hz": 24_000},
        {"samples": np.zeros(9, np.float32), "sample_rate_hz": 0},
    ],
)
def test_a_file_that_holds_something_else_is_made_again(
    tmp_path: Path, arrays: dict[str, Any]
) -> None:
    engine = CountingVoice()
    cached = CachedVoice(engine, tmp_path)
    whole = cached.synthesise(saying("Hello"))
    np.savez(kept(tmp_path)[0], **arrays)
    assert same(cached.synthesise(saying("Hello")), whole)
    assert len(engine.said) == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
def test_it_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "voice"
    before = os.umask(0)
    try:
        CachedVoice(CountingVoice(), folder).synthesise(saying("Hello"))
    finally:
        os.umask(before)
    assert mode(folder) == mode(folder.parent) == 0o700
    assert [mode(file) for file in kept(folder)] == [0o600]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
def test_a_folder_that_others_could_read_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "voice"
    folder.mkdir()
    folder.chmod(0o755)
    CachedVoice(CountingVoice(), folder).synthesise(saying("Hello"))
    assert mode(folder) == 0o700


def test_nothing_but_whole_sounds_is_left_in_it(tmp_path: Path) -> None:
    CachedVoice(CountingVoice(), tmp_path).synthesise(saying("Hello"))
    assert [file.suffix for file in kept(tmp_path)] == [".npz"]


def test_a_place_that_cannot_be_written_is_as_good_as_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    engine = CountingVoice()
    cached = CachedVoice(engine, tmp_path / "file" / "voice")
    first, again = (cached.synthesise(saying("Hello")) for _ in range(2))
    assert same(first, again)
    assert len(engine.said) == 2


def age(file: Path, by_s: float) -> None:
    status = file.stat()
    os.utime(file, (status.st_atime, status.st_mtime - by_s))


def test_the_folder_is_bounded_and_the_longest_unheard_goes(tmp_path: Path) -> None:
    engine = CountingVoice()
    CachedVoice(engine, tmp_path).synthesise(saying("aaaa"))
    size = kept(tmp_path)[0].stat().st_size
    cached = CachedVoice(engine, tmp_path, largest_bytes=3 * size + size // 2)
    for text in ("bbbb", "cccc"):
        for file in kept(tmp_path):
            age(file, 100)
        cached.synthesise(saying(text))
    for file in kept(tmp_path):
        age(file, 100)
    cached.synthesise(saying("aaaa"))  # heard again: the youngest now
    cached.synthesise(saying("dddd"))
    assert sum(file.stat().st_size for file in kept(tmp_path)) <= 3.5 * size
    engine.said.clear()
    for text in ("aaaa", "cccc", "dddd"):
        cached.synthesise(saying(text))
    assert engine.said == []
    cached.synthesise(saying("bbbb"))
    assert engine.said == ["bbbb"]


@given(sizes=st.lists(st.integers(1, 60), max_size=12), largest=st.integers(0, 40_000))
@settings(max_examples=25)
def test_it_never_grows_beyond_its_bound(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], largest: int
) -> None:
    folder = tmp_path_factory.mktemp("voice")
    cached = CachedVoice(CountingVoice(), folder, largest_bytes=largest)
    for number, size in enumerate(sizes):
        cached.synthesise(saying(chr(65 + number) * size))
        assert sum(file.stat().st_size for file in folder.iterdir()) <= largest


def test_leavings_of_a_killed_process_go_and_other_files_stay(tmp_path: Path) -> None:
    for name in ("tmpabc.new", "README.md"):
        (tmp_path / name).write_bytes(b"x" * 5000)
        age(tmp_path / name, 100)
    CachedVoice(CountingVoice(), tmp_path, largest_bytes=4000).synthesise(saying("Hi"))
    assert {file.suffix for file in kept(tmp_path)} == {".npz", ".md"}
