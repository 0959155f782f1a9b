"""What was typed as an answer, in sessions of every age."""

from simulator.archive.model import Answer


def typed_in(answer: Answer) -> str:
    """The words of an answer that was typed, as they were typed.

    Sessions from before these were kept apart hold them in the transcript, or, where there is none
    yet, in the note.
    """
    if answer.typed_text is not None:
        return answer.typed_text
    made = answer.own_assessment or answer.assessment
    return answer.note if made is None else made.transcript.text
