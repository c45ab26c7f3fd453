"""Words that only the dialogs say; those of the trade and of refusals are in `app/ui/sentences.py`.

The rule: an English source per case, looked up when it is shown, so that it follows the language.
"""

from app.core.phrases.phrase import MAX_IMAGE_BYTES, BadPhrase, Output, Place, Role, Stage
from app.core.settings import AGAIN, SEARCH
from app.ui import sentences, trade_words
from app.ui.words import translate


def stage(value: Stage | None) -> str:
    """A stage, or that a phrase belongs to none."""
    return trade_words.of_stage(value) if value else translate("terms", "Any stage")


def role(value: Role | None) -> str:
    """A role, or that a phrase belongs to none."""
    return trade_words.of_role(value) if value else translate("terms", "Any role")


def output(value: Output) -> str:
    """How a phrase leaves the program."""
    return {
        Output.PASTE: translate("terms", "Paste as one message"),
        Output.PARTS: translate("terms", "Paste in parts, cut at lines of ---"),
        Output.COPY: translate("terms", "Copy only"),
    }[value]


def place(value: Place) -> str:
    """Where an image stands."""
    return {Place.BEFORE: translate("terms", "Before the text"), Place.AFTER: translate("terms", "After the text")}[
        value
    ]


def variable(name: str) -> str:
    """What a variable stands for."""
    own = {
        "agent": translate("terms", "Your name"),
        "shop": translate("terms", "The shop's name"),
        "hello": translate("terms", "Greeting for the time of day"),
        "date": translate("terms", "Today's date"),
        "time": translate("terms", "The time now"),
        "clipboard": translate("terms", "What was copied last"),
    }
    return own.get(name) or trade_words.of_fact(name)


def rule(bad: BadPhrase) -> str:
    """Why a field of a phrase cannot be taken."""
    if bad.rule == "too_large":
        megabytes = str((bad.limit or MAX_IMAGE_BYTES) // (1024 * 1024))
        return translate("terms", "The image is larger than {limit} MB.").replace("{limit}", megabytes)
    if bad.rule == "not_a_picture":
        return translate("terms", "Only PNG, JPEG and GIF images can be attached.")
    return sentences.of_rule(bad)


def action(name: str) -> str:
    """What a global hotkey of the settings does."""
    if name == SEARCH:
        return translate("terms", "Search")
    if name == AGAIN:
        return translate("terms", "Paste the last one again")
    kind, _dot, rest = name.partition(".")
    if kind == "pinned":
        return translate("terms", "Paste pinned phrase {number}").replace("{number}", rest)
    return translate("terms", "A phrase of its own")


def why(word: str) -> str:
    """Why a backup was made."""
    return {
        "daily": translate("terms", "Daily"),
        "import": translate("terms", "Before an import"),
        "hand": translate("terms", "By hand"),
        "restore": translate("terms", "Before a restore"),
        "migration": translate("terms", "Before an update"),
    }.get(word, word)
