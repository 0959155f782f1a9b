"""What every stored shape is made of: bounds of numbers, names of files, strictness."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from simulator.archive.names import is_plain_name

LONGEST_S = 1e6
"""Nothing lasts longer (11 days): what says so is damaged."""


def _plain(name: str) -> str:
    if not is_plain_name(name):
        raise ValueError("must be the name of a file in the interview's own folder")
    return name


Seconds = Annotated[float, Field(ge=-LONGEST_S, le=LONGEST_S)]
Rate = Annotated[float, Field(ge=0, le=LONGEST_S)]
Difference = Annotated[float, Field(ge=-LONGEST_S, le=LONGEST_S)]
Probability = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[int, Field(ge=0, le=100)]
Position = Annotated[int, Field(ge=0)]
FileName = Annotated[str, AfterValidator(_plain)]


class Stored(BaseModel):
    """Strict about what a value is, lenient about keys that it does not know."""

    model_config = ConfigDict(extra="ignore", strict=True, allow_inf_nan=False, frozen=True)
