"""What the program promises to survive, tried on the real program."""

PLAIN = ("--no-follow-ups",)
"""Only the questions of the plan: what is tried is not what follows from answers."""
