"""The candidate answers: microphones, loudspeakers and sound files."""

from simulator.audio.base import (
    AudioError,
    DeviceError,
    Level,
    LiveRecording,
    Loudspeaker,
    Microphone,
    Playback,
    Recording,
    SoundFileError,
)

__all__ = [
    "AudioError",
    "DeviceError",
    "Level",
    "LiveRecording",
    "Loudspeaker",
    "Microphone",
    "Playback",
    "Recording",
    "SoundFileError",
]
