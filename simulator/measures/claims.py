"""What a judge is asked about how something is said, beside the talking points of a set.

The judge was trained on these very claims with sentences labelled by hand (`training/lines`).
"""

BLAMES = (
    "Blames or belittles",
    "The candidate speaks harshly of somebody or of a company: names a culprit, insults, "
    "ridicules.",
)
RAISES_PAY = (
    "Brings up pay",
    "The candidate brings up their own pay: salary, bonus, a raise, more money.",
)
ENDED = ("Says how it ended", "The candidate tells how the story came out, good or bad.")
"""Label and description, as `judge.claim` takes them."""


def about(topic: str) -> tuple[str, str]:
    """That a question of the candidate's is about a topic, by the topic's label."""
    topic = topic.lower()
    return f"Asks about {topic}", f"The candidate's question is about: {topic}."
