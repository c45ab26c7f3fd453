"""What went wrong with a share, marked for the translator, who looks for sentences in the interface only.

The rule: word for word those of `app.core.shares.share.SENTENCES`; a test compares them.
"""

from collections.abc import Mapping

from app.core.shares.share import Fault, ShareTrouble, sentence
from app.ui.words import QT_TRANSLATE_NOOP, translate

REASONS: Mapping[Fault, str] = {
    Fault.NOT_THERE: QT_TRANSLATE_NOOP("shares", "{place} does not exist."),
    Fault.NO_ANSWER: QT_TRANSLATE_NOOP(
        "shares", "{place} does not answer. Is the computer or the network drive that holds it switched on?"
    ),
    Fault.UNREACHABLE: QT_TRANSLATE_NOOP("shares", "{place} cannot be reached. Is this computer online?"),
    Fault.UNKNOWN_HOST: QT_TRANSLATE_NOOP(
        "shares", "Nobody knows the address of {place}. Is it written correctly, and is this computer online?"
    ),
    Fault.PROXY: QT_TRANSLATE_NOOP(
        "shares", "The proxy of your network does not let {place} through. Please ask whoever looks after the network."
    ),
    Fault.CERTIFICATE: QT_TRANSLATE_NOOP(
        "shares", "The certificate of {place} is not trusted; nothing was read. Is this computer's clock right?"
    ),
    Fault.CLOCK: QT_TRANSLATE_NOOP(
        "shares", "{place} refuses a computer whose clock is wrong. Please set the clock of this computer."
    ),
    Fault.SIGN_IN: QT_TRANSLATE_NOOP(
        "shares", "{place} asks for a user name and password, or does not accept the ones given."
    ),
    Fault.DENIED: QT_TRANSLATE_NOOP("shares", "{place} does not let you do this. Please ask whoever shares it."),
    Fault.READ_ONLY: QT_TRANSLATE_NOOP("shares", "{place} can only be read."),
    Fault.IN_USE: QT_TRANSLATE_NOOP(
        "shares", "{place} is open in another program. Please close it there and try again."
    ),
    Fault.UNSTEADY: QT_TRANSLATE_NOOP("shares", "{place} is still being written. It is looked at again in a moment."),
    Fault.FULL: QT_TRANSLATE_NOOP("shares", "There is no space left on {place}."),
    Fault.TOO_BIG: QT_TRANSLATE_NOOP("shares", "{place} is larger than {limit} MB and was not read."),
    Fault.NOT_LISTED: QT_TRANSLATE_NOOP("shares", "{place} does not tell which files it holds."),
    Fault.CROWDED: QT_TRANSLATE_NOOP(
        "shares",
        "{place} holds too many files to list them all. Please take away what does not belong to packs, or "
        "use a folder of its own for them.",
    ),
    Fault.BAD_PLACE: QT_TRANSLATE_NOOP("shares", "{place} is no folder, network path or address that can be read."),
    Fault.BAD_NAME: QT_TRANSLATE_NOOP("shares", "{place} is no name that a file of a share can have."),
    Fault.NO_PARTS: QT_TRANSLATE_NOOP(
        "shares", "Addresses such as {place} need the part of QinDesk for remote places, which is not installed."
    ),
    Fault.SERVER: QT_TRANSLATE_NOOP("shares", "{place} answered with an error ({detail}). It is tried again later."),
}


def of_trouble(trouble: ShareTrouble) -> str:
    """What happened, in the user's language; it holds nothing that lets somebody in."""
    return sentence(trouble, translate("shares", REASONS[trouble.reason]))
