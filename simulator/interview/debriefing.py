"""Before an interview: asks what the candidate means to bring in, aloud or typed."""

from collections.abc import Mapping
from pathlib import Path

from simulator.archive.debrief import Debrief, Entry, EntryKind
from simulator.assessment import Assessor, Job
from simulator.interview.base import Candidate, Clock, Heard, Mouth, Screen
from simulator.measures.pay import pay_stated
from simulator.questions import Interviewer, Question, Target, VoiceWish
from simulator.scoring.non_answers import passes_on
from simulator.voice import Utterance

COACH = Interviewer("coach", "Robin", "who prepares you", VoiceWish("female", 165))
GREETING = (
    "Let us get ready for your second interview. I have five short questions, and what you say "
    "stays on this computer. Say 'nothing' where there is nothing."
)
GOODBYE = "Thank you. I will listen for these points in your next interview."
QUESTIONS: Mapping[EntryKind, str] = {
    "unsaid": "Think back to your first interview. What should they know that you did not get to "
    "say?",
    "short": "And what did you talk about that came too short?",
    "idea": "Which idea would you like to offer them? Say the problem, your idea, and the gain.",
    "pitch": "How will you end? Give me your last words: why this job, what you bring, one proof.",
    "pay": "What range of pay will you name when they ask, and what does it rest on?",
}
FEWEST_WORDS = 3
"""Fewer are a "no, nothing"; a range of pay can be as short."""


class Debriefing:
    """One debrief; call `conduct` once. It is handed the same voices and ears as an interview."""

    def __init__(
        self,
        *,
        mouth: Mouth,
        candidate: Candidate,
        assessor: Assessor,
        screen: Screen,
        clock: Clock,
        folder: Path,
        language: str = "en",
    ) -> None:
        self._mouth = mouth
        self._candidate = candidate
        self._assessor = assessor
        self._screen = screen
        self._clock = clock
        self._folder = folder
        self._language = language

    def conduct(self) -> Debrief:
        """What was said, word for word. Sound goes to `folder`, which the caller throws away.

        Raises KeyboardInterrupt, and `MockviewError` where nothing can be recorded or transcribed.
        """
        made_at = self._clock.now()
        for ask in QUESTIONS.values():
            self._mouth.prepare(Utterance(ask, COACH))
        self._mouth.say(Utterance(GREETING, COACH))
        entries: list[Entry] = []
        for number, (kind, ask) in enumerate(QUESTIONS.items(), 1):
            question = Question(kind, kind, COACH.id, ask, target=Target((10.0, 60.0)))
            self._screen.question(number, len(QUESTIONS), question)
            asked = Utterance(ask, COACH)
            self._mouth.say(asked)
            heard = self._candidate.answer(question, asked, self._folder / f"{kind}.flac")
            self._screen.listened(heard)
            if heard.ending == "interrupt":
                raise KeyboardInterrupt
            entry = self._entry(kind, heard)
            if entry is not None:
                entries.append(entry)
            if heard.ending == "quit":
                return Debrief(made_at, tuple(entries))
        self._mouth.say(Utterance(GOODBYE, COACH))
        return Debrief(made_at, tuple(entries))

    def _entry(self, kind: EntryKind, heard: Heard) -> Entry | None:
        """None where nothing was said, or that there is nothing."""
        if heard.recording is None and heard.text is None:
            return None
        file = None if heard.recording is None else heard.recording.file
        job = Job(None, file=file, text=heard.text, language=self._language)
        self._screen.assessing(0, 1)
        made = self._assessor.begin(job).result()
        self._screen.assessing(1, 1)
        words = [word.text for word in made.transcript.words]
        if len(words) < FEWEST_WORDS or passes_on(made.transcript, made.measures):
            return None
        has_range = kind == "pay" and pay_stated(words).kind == "range"
        return Entry(kind, " ".join(words), has_range)
