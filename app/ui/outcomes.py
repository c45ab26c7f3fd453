"""What is said of a paste that ended, and the one thing that helps.

The rule: a paste that went well and is whole is said by the strip alone; every refusal is said and can be acted on.
"""

from enum import Enum

from app.core.phrases.pasting import Copied, NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import SHEET, Phrase
from app.core.sheet.answers import about
from app.core.values import dataclass
from app.ui import sentences
from app.ui.palette import Tone
from app.ui.words import translate


class Remedy(Enum):
    """What the button beside a sentence does."""

    NONE = "none"
    COPY = "copy"
    EDIT = "edit"
    FILL_IN = "fill_in"
    NEXT_PART = "next_part"
    INSTEAD = "instead"
    """Paste the phrase that holds now."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, how grave it is, and what helps."""

    text: str
    tone: Tone
    remedy: Remedy = Remedy.NONE


_BY_EDITING = frozenset((Reason.FORBIDDEN_WORDS, Reason.IMAGE_GONE, Reason.NOTHING_LEFT))
_NOTHING_TO_DO = frozenset((Reason.NOT_TAKEN, Reason.PASTE_RUNNING))
_NOT_TRUE_NOW = frozenset((Reason.OVER, Reason.NOT_YET, Reason.UNBOUND))
"""What may not even be copied."""
_OF_SETTINGS = frozenset(("agent", "shop"))


def said(outcome: Outcome, instead: str = "") -> Said | None:
    """What to say, or nothing. `instead` is the title of the phrase that a refusal offers in place of its own."""
    if isinstance(outcome, NotPasted):
        return Said(sentences.of_refusal(outcome, instead), Tone.SOON, _remedy(outcome))
    if outcome.doubtful_words:
        words = translate("outcomes", ", ").join(outcome.doubtful_words)
        return Said(
            translate("outcomes", "Have a look: “{words}” may break the advertising law.").replace("{words}", words),
            Tone.SOON,
        )
    if isinstance(outcome, Copied):
        return Said(translate("outcomes", "Copied. Paste it into the chat."), Tone.OK)
    return _of_paste(outcome)


def named(phrase: Phrase | None) -> str:
    """What a phrase that is offered instead is called; an answer with its activity, for “sale” may be anybody's."""
    if phrase is None:
        return ""
    is_of_activity = bool(about(phrase.id).activity_id) and phrase.group[-1] not in phrase.title
    return f"{phrase.group[-1]} · {phrase.title}" if is_of_activity else phrase.title


def of_remedy(remedy: Remedy) -> str:
    """The word on the button."""
    words = {
        Remedy.COPY: translate("outcomes", "Copy text"),
        Remedy.EDIT: translate("outcomes", "Edit"),
        Remedy.FILL_IN: translate("outcomes", "Fill in"),
        Remedy.NEXT_PART: translate("outcomes", "Paste next part"),
        Remedy.INSTEAD: translate("outcomes", "Paste what holds now"),
    }
    return words.get(remedy, "")


def _of_paste(pasted: Pasted) -> Said | None:
    if pasted.trouble:
        trouble = sentences.of_trouble(pasted.trouble)
        return Said(translate("outcomes", "Pasted. {trouble}").replace("{trouble}", trouble), Tone.SOON)
    if pasted.parts_left:
        left = str(pasted.parts_left)
        return Said(
            translate("outcomes", "Pasted; parts still to go: {count}").replace("{count}", left),
            Tone.INFO,
            Remedy.NEXT_PART,
        )
    if not pasted.is_clipboard_back:
        return Said(translate("outcomes", "Pasted. What you had copied before could not be given back."), Tone.INFO)
    return None


def _remedy(refusal: NotPasted) -> Remedy:
    if refusal.reason in _NOT_TRUE_NOW:
        return _of_lifetime(refusal)
    if refusal.reason in _NOTHING_TO_DO or not refusal.text:
        return Remedy.NONE
    if refusal.reason is Reason.MISSING_FACTS and set(refusal.names) <= _OF_SETTINGS:
        return Remedy.FILL_IN
    return Remedy.EDIT if refusal.reason in _BY_EDITING else Remedy.COPY


def _of_lifetime(refusal: NotPasted) -> Remedy:
    if refusal.instead:
        return Remedy.INSTEAD
    is_own = not refusal.phrase_id.startswith(f"{SHEET}:")  # an answer is made of the sheet, not written
    return Remedy.EDIT if refusal.reason is Reason.UNBOUND and is_own else Remedy.NONE
