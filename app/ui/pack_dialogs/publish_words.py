"""Why something was not published, why a key cannot be had, and what came of it, in words.

The rule: `OBSTACLES` and `KEYS` are word for word those of the command line, except where those name a command; a test
compares them.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from zoneinfo import ZoneInfo

from app.core.packs.publishing import NotPublished, Obstacle
from app.core.shares.share import Fault, ShareTrouble
from app.core.storage import NotWritten
from app.ui import sentences
from app.ui.dialogs import share_reasons
from app.ui.pack_dialogs.publish_desk import NoSigner
from app.ui.packs import refusal_words
from app.ui.words import QT_TRANSLATE_NOOP, translate

OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.BAD_ID: QT_TRANSLATE_NOOP(
        "publishing", "A pack that is called “{names}” cannot be published; choose letters, digits, - and _ for its id."
    ),
    Obstacle.ID_IN_OTHER_CASE: QT_TRANSLATE_NOOP(
        "publishing",
        "The folder holds a pack “{names}” already, and the ids differ only in large and small letters, "
        "which some computers cannot tell apart.",
    ),
    Obstacle.EMPTY: QT_TRANSLATE_NOOP(
        "publishing", "There is nothing in the pack. To withdraw everything, leave one thing in it that says so."
    ),
    Obstacle.OTHER_KEY: QT_TRANSLATE_NOOP(
        "publishing",
        "What was published so far is signed with another key ({names}). Everybody who trusts that one "
        "will refuse yours until they confirm it anew.",
    ),
    Obstacle.KEY_FILE: QT_TRANSLATE_NOOP(
        "publishing", "The folder holds another key under the name of yours ({names}). Nothing was published."
    ),
    Obstacle.UNKNOWN_MUST_READ: QT_TRANSLATE_NOOP(
        "publishing", "Nothing in the pack has the id “{names}”, which is marked as must-read."
    ),
    Obstacle.NOTE_TOO_LONG: QT_TRANSLATE_NOOP("publishing", "The note is too long; {names} characters is the most."),
    Obstacle.TOO_BIG: QT_TRANSLATE_NOOP("publishing", "The pack is larger than {names} MB. Make its pictures smaller."),
    Obstacle.NOT_READ_BACK: QT_TRANSLATE_NOOP(
        "publishing", "What would be written cannot be read again as the same pack. Nothing was published."
    ),
    Obstacle.EXPIRED: QT_TRANSLATE_NOOP(
        "publishing", "The pack holds until a moment that has passed ({names}); everybody would refuse it."
    ),
    Obstacle.NOTHING_NEW: QT_TRANSLATE_NOOP(
        "publishing", "Nothing has changed since publication {names}. Nothing was published."
    ),
    Obstacle.NEWER_FOLDER: QT_TRANSLATE_NOOP(
        "publishing", "The folder is kept by a newer QinDesk. Update this one before you publish."
    ),
    Obstacle.NO_SUCH_NUMBER: QT_TRANSLATE_NOOP("publishing", "There is no publication {names} that is whole."),
    Obstacle.NOT_OURS: QT_TRANSLATE_NOOP(
        "publishing", "Publication {names} is not signed with your key, or was changed since; it is not brought back."
    ),
    Obstacle.NO_KEY: QT_TRANSLATE_NOOP(
        "publishing", "Publishing takes a key to sign with. Make one on the first page."
    ),
}
KEYS: Mapping[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP("keys", "The key at {path} cannot be read; check who may read the file."),
    "no_key": QT_TRANSLATE_NOOP("keys", "The file {path} is no key of minisign's form."),
    "password_missing": QT_TRANSLATE_NOOP("keys", "The key at {path} is protected by a password, and none was given."),
    "wrong_password": QT_TRANSLATE_NOOP("keys", "The password does not open the key at {path}."),
    "too_hard": QT_TRANSLATE_NOOP("keys", "This computer has not enough memory to open the key at {path}."),
    "exists": QT_TRANSLATE_NOOP(
        "keys",
        "There is a key at {path} already. It was left as it is: packs signed with another one are "
        "refused by everybody who trusts it.",
    ),
    "not_written": QT_TRANSLATE_NOOP("keys", "The key could not be written to {path}."),
    "not_there": QT_TRANSLATE_NOOP("keys", "There is no key at {path} yet. Make one, or choose another file."),
}
Lack = NotPublished | NoSigner | NotWritten | ShareTrouble
"""Everything that may stand against publishing; each leaves what agents see as it was."""


def lack(why: Lack) -> str:
    """What stands against it."""
    match why:
        case NotPublished():
            names = ", ".join(why.names)
            return translate("publishing", OBSTACLES[why.obstacle]).replace("{names}", names)
        case NoSigner():
            known = KEYS.get(why.trouble, KEYS["unreadable"])
            return translate("keys", known).replace("{path}", PurePath(why.path).name)
        case NotWritten():
            return sentences.of_unwritten(why)
        case ShareTrouble(reason=Fault.NOT_THERE):
            step = translate("publishing", "Can you open it yourself? Else choose another place on the first page.")
            return refusal_words.joined(share_reasons.of_trouble(why), step)
        case ShareTrouble():
            return share_reasons.of_trouble(why)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A moment by the shop's clock, to the minute."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def left_out(counts: Mapping[str, int]) -> str:
    """What the form of a plain file could not hold."""
    named = {
        "images": translate("publishing", "pictures: {count}"),
        "unknown": translate("publishing", "fields of a newer version: {count}"),
        "entries": translate("publishing", "activities, products and questions: {count}"),
        "kinds": translate("publishing", "kinds of orders: {count}"),
        "bound": translate("publishing", "phrases that hold only during an activity: {count}"),
    }
    return ", ".join(named[what].replace("{count}", f"{count:,}") for what, count in counts.items() if what in named)


def samples_said(count: int) -> str:
    """That entries of the sample stay out, or nothing."""
    if not count:
        return ""
    one = translate("publishing", "1 entry of the sample stays out: it is no shop's.")
    many = translate("publishing", "{count} entries of the sample stay out: they are no shop's.")
    return one if count == 1 else many.replace("{count}", f"{count:,}")
