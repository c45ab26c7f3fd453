"""Every outcome, refusal and trouble as a sentence: what happened, what is safe, what to do.

The rule: sources are English; a sentence is looked up when it is shown, so it follows the language.
"""

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.core.clockwork import moments
from app.core.phrases.pasting import NotPasted, Reason
from app.core.phrases.phrase import BadPhrase
from app.core.storage import NotWritten, Trouble
from app.services.phrases.undoing import Did
from app.ui.trade_words import of_fact
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese

_CONTEXT = "sentences"


REASONS: Mapping[Reason, str] = {
    Reason.NO_TARGET: QT_TRANSLATE_NOOP(
        "sentences", "Not pasted: no chat is in front. Click into the chat and try again."
    ),
    Reason.TARGET_GONE: QT_TRANSLATE_NOOP("sentences", "Not pasted: the chat window was closed."),
    Reason.TARGET_ELEVATED: QT_TRANSLATE_NOOP(
        "sentences", "Not pasted: the chat runs as administrator; so must QinDesk."
    ),
    Reason.TARGET_MOVED: QT_TRANSLATE_NOOP(
        "sentences", "Stopped: another window came to the front. Click into the chat again."
    ),
    Reason.KEYS_HELD: QT_TRANSLATE_NOOP("sentences", "Not pasted: a key was held down. Let go and try again."),
    Reason.CLIPBOARD_BUSY: QT_TRANSLATE_NOOP(
        "sentences", "Not pasted: another program holds the clipboard. Try again."
    ),
    Reason.CLIPBOARD_TAKEN: QT_TRANSLATE_NOOP(
        "sentences", "Not pasted: another program changed the clipboard. Try again."
    ),
    Reason.NOT_TAKEN: QT_TRANSLATE_NOOP(
        "sentences", "The chat took nothing. The text is copied: paste it there yourself."
    ),
    Reason.MISSING_FACTS: QT_TRANSLATE_NOOP("sentences", "Not pasted: {names} is not known yet."),
    Reason.FORBIDDEN_WORDS: QT_TRANSLATE_NOOP("sentences", "Not pasted: buyers must not be told “{names}”."),
    Reason.IMAGE_GONE: QT_TRANSLATE_NOOP(
        "sentences", "Not pasted: its picture is missing. Attach it again in the editor."
    ),
    Reason.NOTHING_LEFT: QT_TRANSLATE_NOOP("sentences", "Not pasted: with its variables filled in, nothing is left."),
    Reason.PASTE_RUNNING: QT_TRANSLATE_NOOP("sentences", "One moment: the last paste is still going on."),
    Reason.CANNOT_PASTE: QT_TRANSLATE_NOOP(
        "sentences", "Wayland lets no program paste for you. Copy it and paste it yourself."
    ),
    Reason.OVER: QT_TRANSLATE_NOOP("sentences", "Not pasted: “{name}” ended {length} ago."),
    Reason.NOT_YET: QT_TRANSLATE_NOOP("sentences", "Not pasted: “{name}” only begins in {length}."),
    Reason.UNBOUND: QT_TRANSLATE_NOOP("sentences", "Not pasted: the activity or phase of this phrase is gone."),
}
NAMELESS: Mapping[Reason, str] = {
    Reason.OVER: QT_TRANSLATE_NOOP("sentences", "Not pasted: this phrase held until {length} ago."),
    Reason.NOT_YET: QT_TRANSLATE_NOOP("sentences", "Not pasted: this phrase only holds in {length}."),
}
_INSTEAD = QT_TRANSLATE_NOOP("sentences", "“{title}” holds now.")
TROUBLES: Mapping[Trouble, str] = {
    Trouble.FULL: QT_TRANSLATE_NOOP("sentences", "Not saved: the disk is full. Free space; phrases are safe."),
    Trouble.LOCKED: QT_TRANSLATE_NOOP("sentences", "Not saved: another program holds the file. Try again in a moment."),
    Trouble.READ_ONLY: QT_TRANSLATE_NOOP(
        "sentences", "The data folder is read-only: search and paste work, saving does not."
    ),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP("sentences", "The phrases file is damaged. It is untouched: restore a backup."),
    Trouble.NEWER: QT_TRANSLATE_NOOP("sentences", "The phrases are of a newer QinDesk and left untouched. Update it."),
    Trouble.FOREIGN: QT_TRANSLATE_NOOP(
        "sentences", "The file in the data folder is not QinDesk's; it was left untouched."
    ),
    Trouble.GONE: QT_TRANSLATE_NOOP("sentences", "It is not there any more; nothing was changed."),
}
RULES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("sentences", "Write a text or attach a picture."),
    "too_long": QT_TRANSLATE_NOOP("sentences", "Too long: at most {limit} characters."),
    "too_deep": QT_TRANSLATE_NOOP("sentences", "Too deep: at most {limit} levels."),
    "too_many": QT_TRANSLATE_NOOP("sentences", "Too many: at most {limit}."),
    "too_large": QT_TRANSLATE_NOOP("sentences", "Too large: at most {limit} bytes."),
    "has_space": QT_TRANSLATE_NOOP("sentences", "A short code has no spaces."),
    "has_nul": QT_TRANSLATE_NOOP("sentences", "It holds an invisible NUL character. Delete it and try again."),
    "has_surrogate": QT_TRANSLATE_NOOP("sentences", "It holds a broken character. Delete it and try again."),
    "ends_before_start": QT_TRANSLATE_NOOP("sentences", "It ends before it begins."),
    "not_an_image": QT_TRANSLATE_NOOP("sentences", "Not a picture: PNG, JPEG and GIF can be attached."),
}
CHORDS: Mapping[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP("sentences", "These keys cannot be used as a hotkey."),
    "no_modifier": QT_TRANSLATE_NOOP("sentences", "Add Ctrl or Alt, or typing would set it off."),
    "input_method": QT_TRANSLATE_NOOP("sentences", "These keys belong to the Chinese input method."),
    "system": QT_TRANSLATE_NOOP("sentences", "The system keeps these keys for itself."),
    "editing": QT_TRANSLATE_NOOP("sentences", "These keys are needed for editing, such as copy and paste."),
}
UNWRITTEN: Mapping[Trouble, str] = {
    Trouble.LOCKED: QT_TRANSLATE_NOOP("sentences", "{path} is open in another program. Close it there and try again."),
    Trouble.READ_ONLY: QT_TRANSLATE_NOOP("sentences", "{path} may not be written. Choose another folder."),
    Trouble.FULL: QT_TRANSLATE_NOOP("sentences", "The disk is full. Free some space and try again."),
    Trouble.GONE: QT_TRANSLATE_NOOP("sentences", "The folder of {path} does not exist. Choose another one."),
}
"""Word for word those of `app.core.storage`."""
DEEDS: Mapping[Did, tuple[str, str]] = {
    Did.CREATED: (QT_TRANSLATE_NOOP("sentences", "Saved “{title}”"), ""),
    Did.EDITED: (QT_TRANSLATE_NOOP("sentences", "Saved “{title}”"), ""),
    Did.DUPLICATED: (
        QT_TRANSLATE_NOOP("sentences", "Duplicated “{title}”"),
        QT_TRANSLATE_NOOP("sentences", "Duplicated {count} phrases"),
    ),
    Did.MOVED: (
        QT_TRANSLATE_NOOP("sentences", "Moved “{title}”"),
        QT_TRANSLATE_NOOP("sentences", "Moved {count} phrases"),
    ),
    Did.RENAMED: (
        QT_TRANSLATE_NOOP("sentences", "Renamed to “{title}”, with its 1 phrase"),
        QT_TRANSLATE_NOOP("sentences", "Renamed to “{title}”, with its {count} phrases"),
    ),
    Did.JOINED: (
        QT_TRANSLATE_NOOP("sentences", "1 phrase joined “{title}”"),
        QT_TRANSLATE_NOOP("sentences", "{count} phrases joined “{title}”"),
    ),
    Did.DELETED: (
        QT_TRANSLATE_NOOP("sentences", "“{title}” is in the bin"),
        QT_TRANSLATE_NOOP("sentences", "{count} phrases are in the bin"),
    ),
    Did.RESTORED: (
        QT_TRANSLATE_NOOP("sentences", "“{title}” is back from the bin"),
        QT_TRANSLATE_NOOP("sentences", "{count} phrases are back from the bin"),
    ),
    Did.ADDED: (
        QT_TRANSLATE_NOOP("sentences", "Added “{title}”"),
        QT_TRANSLATE_NOOP("sentences", "Added {count} phrases"),
    ),
}
"""What is said with an undo beside it: of one phrase, of several. What is not here shows by itself in the list.

A group that got another name is the title there.
"""

_GONE_AGAIN = (
    QT_TRANSLATE_NOOP("sentences", "Undone: “{title}” is gone again."),
    QT_TRANSLATE_NOOP("sentences", "Undone: {count} phrases are gone again."),
)
_AS_BEFORE = (
    QT_TRANSLATE_NOOP("sentences", "Undone: “{title}” is as it was before."),
    QT_TRANSLATE_NOOP("sentences", "Undone: {count} phrases are as they were before."),
)
_NAMED_AGAIN = (
    QT_TRANSLATE_NOOP("sentences", "Undone: 1 phrase is in “{title}” again."),
    QT_TRANSLATE_NOOP("sentences", "Undone: {count} phrases are in “{title}” again."),
)
UNDONE: Mapping[Did, tuple[str, str]] = {
    Did.CREATED: _GONE_AGAIN,
    Did.DUPLICATED: _GONE_AGAIN,
    Did.ADDED: _GONE_AGAIN,
    Did.DELETED: (
        QT_TRANSLATE_NOOP("sentences", "Undone: “{title}” is back."),
        QT_TRANSLATE_NOOP("sentences", "Undone: {count} phrases are back."),
    ),
    Did.RENAMED: _NAMED_AGAIN,
    Did.JOINED: _NAMED_AGAIN,
    Did.RESTORED: (
        QT_TRANSLATE_NOOP("sentences", "Undone: “{title}” is in the bin again."),
        QT_TRANSLATE_NOOP("sentences", "Undone: {count} phrases are in the bin again."),
    ),
}
"""What is said after an undo: of one phrase, of several. After any other deed they are as they were before."""

ERROR = QT_TRANSLATE_NOOP("sentences", "Our mistake ({place}); phrases are safe. Please send the log.")
_ANY_RULE = QT_TRANSLATE_NOOP("sentences", "This cannot be used: {rule}.")
_PARTS_DONE = QT_TRANSLATE_NOOP("sentences", "{count} parts had already gone out.")
_LIST_COMMA = QT_TRANSLATE_NOOP("sentences", ", ")


def translated(source: str) -> str:
    """A sentence of this file in the language that is on."""
    return QCoreApplication.translate(_CONTEXT, source)


def of_refusal(refusal: NotPasted, instead: str = "") -> str:
    """Why nothing, or nothing more, was pasted; `instead` is the title of the phrase that holds now."""
    names = translated(_LIST_COMMA).join(of_fact(name) for name in refusal.names)
    said = translated(_reason(refusal)).replace("{names}", names)
    if "{length}" in said:
        said = said.replace("{length}", moments.length_in_words(refusal.away, is_chinese=is_chinese()))
    if refusal.validity:
        said = said.replace("{name}", refusal.validity.name)
    if refusal.parts_done:
        said += " " + translated(_PARTS_DONE).replace("{count}", str(refusal.parts_done))
    if instead:
        said += " " + translated(_INSTEAD).replace("{title}", instead)
    return said


def _reason(refusal: NotPasted) -> str:
    if refusal.validity is None or not refusal.validity.name:
        return NAMELESS.get(refusal.reason, REASONS[refusal.reason])
    return REASONS[refusal.reason]


def of_trouble(trouble: Trouble) -> str:
    """Why something was not read or not saved."""
    return translated(TROUBLES[trouble])


def of_unwritten(lost: NotWritten) -> str:
    """Why a file could not be written."""
    return translated(UNWRITTEN[lost.trouble]).replace("{path}", PurePath(lost.path).name)


def of_error(place: str) -> str:
    """What to do after an error of our own; `place` is where it happened, for the support."""
    return translated(ERROR).replace("{place}", place)


def of_rule(broken: BadPhrase) -> str:
    """What is wrong with a field of a phrase."""
    source = RULES.get(broken.rule, _ANY_RULE)
    return translated(source).replace("{limit}", f"{broken.limit:,}").replace("{rule}", broken.rule)


def of_deed(did: Did, count: int, title: str) -> str:
    """What was just done to so many phrases; nothing where the list shows it."""
    one, many = DEEDS.get(did, ("", ""))
    said = one if count == 1 or not many else many
    return translated(said).replace("{count}", str(count)).replace("{title}", title) if said else ""


def of_undo(did: Did, count: int, title: str) -> str:
    """What became of so many phrases when a deed was undone."""
    one, many = UNDONE.get(did, _AS_BEFORE)
    return translated(one if count == 1 else many).replace("{count}", str(count)).replace("{title}", title)


def of_chord_reason(reason: str) -> str:
    """Why a chord cannot be a hotkey; the reason is the word of a `BadChord`."""
    return translated(CHORDS.get(reason, CHORDS["unreadable"]))
