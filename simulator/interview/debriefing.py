"""Before an interview: asks what the candidate means to bring in, aloud or typed."""

from collections.abc import Callable, Mapping
from pathlib import Path

from simulator.archive.debrief import Debrief, Entry, EntryKind
from simulator.assessment import Assessor, Job
from simulator.errors import MockviewError
from simulator.interview.base import Candidate, Clock, Ending, Heard, Mouth, Screen
from simulator.interview.script import in_words
from simulator.measures import Measures, measure
from simulator.measures.pay import pay_stated
from simulator.questions import Interviewer, Question, Target, VoiceWish
from simulator.scoring.non_answers import passes_on
from simulator.transcription import Transcript, Word
from simulator.voice import Utterance

COACH = Interviewer("coach", "Robin", "who prepares you", VoiceWish("female", 165))
QUESTIONS: Mapping[EntryKind, str] = {
    "unsaid": "Think back to your first interview. What should they know that you did not get to "
    "say?",
    "short": "What did you talk about that came too short?",
    "idea": "Which idea would you like to offer them? Say the problem, your idea, and the gain.",
    "pitch": "How will you end? Give me your last words: why this job, what you bring, one proof.",
    "pay": "What range of pay will you name when they ask, and what does it rest on?",
}
TARGET = Target((10.0, 60.0))
GOODBYE = "Thank you. I will listen for these points in your next interview."
GOODBYE_TO_NOTHING = "Thank you. Then there is nothing to listen for."
SO_FAR = "So far: “{}” Skip the question to leave it so."
NOT_UNDERSTOOD = "That answer is not kept."
TYPE_IT = "Please type it, and the others too."
FEWEST_WORDS = 3
"""Fewer are a "no, nothing"; a range of pay can be as short."""


class Debriefing:
    """One debrief; call `conduct` once. It is handed the same voices and ears as an interview.

    `keep` is called after each answer with all that is kept by then. `typing`, where somebody sits
    at a keyboard, gives the candidate who types from the moment on when a recording cannot be
    transcribed.
    """

    def __init__(
        self,
        *,
        mouth: Mouth,
        candidate: Candidate,
        assessor: Assessor,
        screen: Screen,
        clock: Clock,
        folder: Path,
        keep: Callable[[Debrief], None],
        typing: Callable[[], Candidate] | None = None,
        language: str = "en",
    ) -> None:
        self._mouth = mouth
        self._candidate = candidate
        self._assessor = assessor
        self._screen = screen
        self._clock = clock
        self._folder = folder
        self._keep = keep
        self._typing = typing
        self._language = language

    def conduct(self, before: Debrief | None = None) -> Debrief:
        """What was said, word for word. Sound goes to `folder`, which the caller throws away.

        Where `before` broke off, what is left is asked; where it was complete, everything is asked
        again, and each answer takes the place of the one before. Raises KeyboardInterrupt, and
        `MockviewError` where nothing can be recorded or kept; what was kept by then stays.
        """
        left = () if before is None else before.left
        asked = [kind for kind in QUESTIONS if not left or kind in left]
        kept = Debrief(self._clock.now()) if before is None else before
        kept = Debrief(kept.made_at, kept.entries, tuple(asked))
        for kind in asked:
            self._mouth.prepare(Utterance(QUESTIONS[kind], COACH))
        self._mouth.say(Utterance(greeting(kept), COACH))
        for kind in asked:
            ending, now = self._ask(kind, kept)
            if now != kept:
                kept = now
                self._keep(kept)
            if ending == "quit":
                return kept
        self._mouth.say(Utterance(GOODBYE if kept.entries else GOODBYE_TO_NOTHING, COACH))
        return kept

    def _ask(self, kind: EntryKind, kept: Debrief) -> tuple[Ending, Debrief]:
        """Asks one question, and what is kept after it."""
        question = Question(kind, kind, COACH.id, QUESTIONS[kind], target=TARGET)
        self._screen.question(list(QUESTIONS).index(kind) + 1, len(QUESTIONS), question)
        asked = Utterance(question.ask, COACH)
        self._mouth.say(asked)
        earlier = kept.entry(kind)
        if earlier is not None:
            self._screen.notice(SO_FAR.format(earlier.text))
        while True:
            heard = self._candidate.answer(question, asked, self._folder / f"{kind}.flac")
            if heard.ending == "interrupt":
                raise KeyboardInterrupt  # what was begun is asked again
            self._screen.listened(heard)
            if heard.recording is None and heard.text is None:
                return heard.ending, kept if heard.ending == "quit" else kept.passed(kind)
            try:
                transcript, measures = self._understood(heard)
            except MockviewError as error:
                self._screen.notice(f"{error.what} {NOT_UNDERSTOOD}")
                if self._typing is None or heard.ending == "quit":
                    return heard.ending, kept
                self._screen.notice(TYPE_IT)
                self._candidate, self._typing = self._typing(), None
                continue
            break
        if heard.recording is not None and heard.recording.lost:
            self._screen.notice(f"{heard.recording.lost} What you said until then is kept.")
        words = [word.text for word in transcript.words]
        if not words:
            return heard.ending, kept.passed(kind)
        entry = None
        if len(words) >= FEWEST_WORDS and not passes_on(transcript, measures):
            has_range = kind == "pay" and pay_stated(words).kind == "range"
            entry = Entry(kind, " ".join(words), has_range)
        return heard.ending, kept.told(kind, entry, self._clock.now())

    def _understood(self, heard: Heard) -> tuple[Transcript, Measures]:
        """Its words. Raises `MockviewError` where a recording cannot be transcribed."""
        if heard.recording is None:
            words = tuple(Word(word) for word in (heard.text or "").split())
            transcript = Transcript(words, (), (), None, "typed", self._language)
            return transcript, measure(transcript)
        job = Job(None, file=heard.recording.file, language=self._language)
        self._screen.assessing(0, 1)
        try:
            made = self._assessor.begin(job).result()
        finally:
            self._screen.assessing(1, 1)
        return made.transcript, made.measures


def greeting(kept: Debrief) -> str:
    """What is going to happen, and how to say that there is nothing."""
    left = len(kept.left)
    if left < len(QUESTIONS):
        are_left = "One question is left."
        if left > 1:
            are_left = f"{in_words(left).capitalize()} questions are left."
        return f"Let us go on where you stopped. {are_left} Say 'nothing' where there is nothing."
    again = "again " if kept.entries else ""
    return (
        f"Let us get ready {again}for your second interview. I have five short questions, and what "
        "you say stays on this computer. Say 'nothing' where there is nothing."
    )
