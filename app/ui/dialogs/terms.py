"""The words of the trade and the sentences of refusals, in the language of the interface.

The rule: an English source sentence per case, looked up when it is shown, so that switching the language needs nothing.
"""

from PySide6.QtCore import QCoreApplication

from app.core.phrases import BadPhrase, Output, Place, Role, Stage
from app.core.storage import Trouble

translate = QCoreApplication.translate


def stage(value: Stage | None) -> str:
    """A stage, or that a phrase has none."""
    return {
        None: translate("Terms", "Any stage"),
        Stage.WELCOME: translate("Terms", "Welcome"),
        Stage.INQUIRY: translate("Terms", "Inquiry"),
        Stage.PAYMENT: translate("Terms", "Payment"),
        Stage.LOGISTICS: translate("Terms", "Logistics"),
        Stage.AFTER_SALES: translate("Terms", "After-sales"),
        Stage.FAREWELL: translate("Terms", "Farewell"),
    }[value]


def role(value: Role | None) -> str:
    """A role, or that a phrase has none."""
    return {
        None: translate("Terms", "Any role"),
        Role.PRE_SALES: translate("Terms", "Pre-sales"),
        Role.ORDER_CHANGES: translate("Terms", "Order changes"),
        Role.AFTER_SALES: translate("Terms", "After-sales role"),
        Role.HARD_CUSTOMERS: translate("Terms", "Hard customers"),
    }[value]


def output(value: Output) -> str:
    """How a phrase leaves the program."""
    return {
        Output.PASTE: translate("Terms", "Paste as one message"),
        Output.PARTS: translate("Terms", "Paste in parts, cut at lines of ---"),
        Output.COPY: translate("Terms", "Copy only"),
    }[value]


def place(value: Place) -> str:
    """Where an image stands."""
    return {Place.BEFORE: translate("Terms", "Before the text"), Place.AFTER: translate("Terms", "After the text")}[
        value
    ]


def variable(name: str) -> str:
    """What a variable stands for."""
    return {
        "agent": translate("Terms", "Your name"),
        "shop": translate("Terms", "The shop's name"),
        "hello": translate("Terms", "Greeting for the time of day"),
        "date": translate("Terms", "Today's date"),
        "time": translate("Terms", "The time now"),
        "clipboard": translate("Terms", "What was copied last"),
    }.get(name, name)


def bad_phrase(bad: BadPhrase) -> str:
    """Why a field of a phrase cannot be taken."""
    sentence = {
        "empty": translate("Terms", "Write a text or add an image."),
        "too_long": translate("Terms", "At most {limit} characters."),
        "too_deep": translate("Terms", "At most {limit} groups inside one another."),
        "has_space": translate("Terms", "A short code has no spaces."),
        "has_nul": translate("Terms", "There is a NUL character in it, which no chat client takes."),
        "has_surrogate": translate("Terms", "There is half a character in it; delete it and type it again."),
        "too_large": translate("Terms", "The image is larger than {limit} MB."),
        "not_an_image": translate("Terms", "Only PNG, JPEG and GIF images can be added."),
        "taken": translate("Terms", "Another phrase has it already."),
    }.get(bad.rule, str(bad))
    limit = bad.limit // (1024 * 1024) if bad.rule == "too_large" and bad.limit >= 1024 * 1024 else bad.limit
    return sentence.replace("{limit}", f"{limit:,}")


def bad_chord(reason: str) -> str:
    """Why a chord may not be used; the reason is that of a `BadChord`."""
    return {
        "no_modifier": translate("Terms", "Hold Ctrl or Alt as well: a plain key is needed for typing."),
        "input_method": translate("Terms", "The Chinese input method needs these keys."),
        "system": translate("Terms", "The system keeps these keys for itself."),
        "editing": translate("Terms", "These keys copy, paste or edit in every program."),
    }.get(reason, translate("Terms", "These keys cannot be used as a hotkey."))


def trouble(value: Trouble) -> str:
    """Why nothing was stored, what is safe, what to do."""
    return {
        Trouble.FULL: translate("Terms", "The disk is full. Nothing was lost; make room and try again."),
        Trouble.LOCKED: translate("Terms", "Another program holds the data. Nothing was lost; try again in a moment."),
        Trouble.READ_ONLY: translate("Terms", "The data folder cannot be written to. Nothing was changed."),
        Trouble.DAMAGED: translate("Terms", "The file is damaged. Nothing was changed; restore a backup."),
        Trouble.NEWER: translate("Terms", "The file comes from a newer version of the program. Nothing was changed."),
        Trouble.FOREIGN: translate("Terms", "The file is not one of this program. Nothing was changed."),
        Trouble.GONE: translate("Terms", "The file is not there any more. Nothing else was changed."),
    }[value]
