"""How a paste ends: what arrived, or in one word why nothing was touched."""

from datetime import timedelta
from enum import Enum

from app.core.changes import NOTHING, Changed
from app.core.sheet.lifetimes import Validity
from app.core.storage import Trouble
from app.core.values import dataclass


class Reason(Enum):
    """Why a paste was refused. Save where it is not true at this moment (`OVER`, `NOT_YET`,
    `UNBOUND`), the text can still be copied; in no case a use is recorded.
    """

    NO_TARGET = "no_target"
    TARGET_GONE = "target_gone"
    TARGET_ELEVATED = "target_elevated"
    TARGET_MOVED = "target_moved"
    KEYS_HELD = "keys_held"
    CLIPBOARD_BUSY = "clipboard_busy"
    CLIPBOARD_TAKEN = "clipboard_taken"
    NOT_TAKEN = "not_taken"
    MISSING_FACTS = "missing_facts"
    FORBIDDEN_WORDS = "forbidden_words"
    IMAGE_GONE = "image_gone"
    NOTHING_LEFT = "nothing_left"
    PASTE_RUNNING = "paste_running"
    CANNOT_PASTE = "cannot_paste"
    OVER = "over"
    NOT_YET = "not_yet"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True)
class NotPasted:
    """A refusal. `names` are the missing facts or forbidden words; `text` is what can still be copied.

    `parts_done` says how many parts had already gone out when it was refused. After `NOT_TAKEN` (the target never asked
    for the text) the text lies on the clipboard, because taking it away would let a slow target paste the old content.
    After `OVER`, `NOT_YET` and `UNBOUND` the text may not be copied either: `validity` tells what it hung on, `away`
    how long it has been over or is still to come, `instead` is the phrase that holds now, if there is one.
    """

    reason: Reason
    phrase_id: str
    text: str = ""
    names: tuple[str, ...] = ()
    parts_done: int = 0
    validity: Validity | None = None
    away: timedelta = timedelta()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste that the target took.

    `parts_left` go out with the next call, where a phrase in parts is not sent by itself; `is_clipboard_back` is False
    where the old content could not be given back; `trouble` says why the use could not be recorded.
    """

    phrase_id: str
    text: str
    parts_left: int = 0
    is_clipboard_back: bool = True
    doubtful_words: tuple[str, ...] = ()
    trouble: Trouble | None = None
    changed: Changed = NOTHING


@dataclass(frozen=True, slots=True)
class Copied:
    """The text lies on the clipboard, as asked for; the agent pastes it."""

    phrase_id: str
    text: str
    doubtful_words: tuple[str, ...] = ()


Outcome = Pasted | Copied | NotPasted


class Refused(Exception):
    """Unwinds a paste to where what was touched is given back; never leaves the services."""

    def __init__(
        self,
        reason: Reason,
        names: tuple[str, ...] = (),
        validity: Validity | None = None,
        away: timedelta = timedelta(),
        instead: str = "",
    ) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.names = names
        self.validity = validity
        self.away = away
        self.instead = instead
