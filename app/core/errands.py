"""What a command has the running program do, because that keeps the data: a typed message there, a typed one back.

The rule: whatever does not read as exactly one of these is refused as a whole and nothing of it is done.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

MAX_ANSWER = 4 * 1024 * 1024
"""An answer may tell of many rows of an export."""
Text = Annotated[str, msgspec.Meta(max_length=4096)]


class BadErrand(ValueError):
    """It is none."""


class Verb(StrEnum):
    """What is done."""

    ADD = "order add"
    IMPORT = "order import"
    OUTCOME = "order outcome"


class Errand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One command. `words` are the line, the whole paths of files, or a number and what became of the order."""

    verb: Verb
    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1, max_length=200)]
    reason: Text = ""
    is_json: bool = False


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the command ends with: its exit code, what goes to standard output, and what is told to people."""

    code: int
    out: str
    err: str


def written(message: Errand | Answer) -> bytes:
    """A message as it is handed over."""
    return msgspec.json.encode(message)


def read_errand(content: bytes) -> Errand:
    """An errand as it was handed over. Raises `BadErrand`."""
    try:
        return msgspec.json.decode(content, type=Errand)
    except msgspec.MsgspecError as error:
        raise BadErrand(str(error)) from error


def read_answer(content: bytes) -> Answer:
    """An answer as it came back. Raises `BadErrand`."""
    try:
        return msgspec.json.decode(content, type=Answer)
    except msgspec.MsgspecError as error:
        raise BadErrand(str(error)) from error
