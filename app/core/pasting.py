"""How a paste ends: what arrived, or in one word why nothing was touched."""

from dataclasses import dataclass
from enum import Enum

from app.core.changes import NOTHING, Changed


class Reason(Enum):
    """Why a paste was refused. In every case the text can still be copied, and no use is recorded."""

    NO_TARGET = "no_target"
    TARGET_GONE = "target_gone"
    TARGET_ELEVATED = "target_elevated"
    TARGET_MOVED = "target_moved"
    KEYS_HELD = "keys_held"
    CLIPBOARD_BUSY = "clipboard_busy"
    CLIPBOARD_TAKEN = "clipboard_taken"
    MISSING_FACTS = "missing_facts"
    FORBIDDEN_WORDS = "forbidden_words"
    IMAGE_GONE = "image_gone"
    PASTE_RUNNING = "paste_running"
    CANNOT_PASTE = "cannot_paste"


@dataclass(frozen=True, slots=True)
class NotPasted:
    """A refusal. `names` are the missing facts or forbidden words; `text` is what can still be copied.

    `parts_done` says how many parts had already gone out when it was refused.
    """

    reason: Reason
    phrase_id: str
    text: str = ""
    names: tuple[str, ...] = ()
    parts_done: int = 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste that went out.

    `parts_left` are pasted by the next call, where a phrase in parts is not sent by itself; `was_taken` is False where
    the target never asked for the text; `is_clipboard_back` False where the old content could not be given back.
    """

    phrase_id: str
    text: str
    parts_left: int = 0
    was_taken: bool = True
    is_clipboard_back: bool = True
    doubtful_words: tuple[str, ...] = ()
    changed: Changed = NOTHING


Outcome = Pasted | NotPasted
