"""Small numbers in words, as a person says them."""

_COUNTS = "zero one two three four five six seven eight nine ten".split()
TWICE = 2


def counted(number: int) -> str:
    """ "three"; digits above ten."""
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def times(number: int) -> str:
    """ "once", "twice", "three times"."""
    if number <= TWICE:
        return ("never", "once", "twice")[number]
    return f"{counted(number)} times"


def seconds(length_s: float) -> str:
    """ "one second", "eight seconds": rounded up, so that "within" holds."""
    whole = max(1, -int(-length_s // 1))
    return "one second" if whole == 1 else f"{counted(whole)} seconds"
