"""What is said of new versions, marked for the translator, who looks for sentences in the interface only.

The rule: the reasons are word for word those of `app.core.updates.update.SENTENCES`; a test compares them.
"""

from collections.abc import Mapping

from app.core.shares.share import ShareTrouble
from app.core.storage import NotStored
from app.core.updates.update import NotOffered, Refusal, Stage, Standing
from app.ui import sentences
from app.ui.dialogs import share_reasons
from app.ui.words import QT_TRANSLATE_NOOP, translate

REASONS: Mapping[Refusal, str] = {
    Refusal.UNSIGNED: QT_TRANSLATE_NOOP(
        "updates", "The announcement of new versions is not signed, so nothing of it is believed."
    ),
    Refusal.BAD_SIGNATURE: QT_TRANSLATE_NOOP(
        "updates", "The signature of the announcement is damaged or in a form that is not known."
    ),
    Refusal.WRONG_KEY: QT_TRANSLATE_NOOP(
        "updates", "The announcement is signed with another key ({found}) than yours ({pinned})."
    ),
    Refusal.TAMPERED: QT_TRANSLATE_NOOP("updates", "The announcement was changed after it was signed, or is damaged."),
    Refusal.NO_ANNOUNCEMENT: QT_TRANSLATE_NOOP("updates", "The file latest.json announces no version of QinDesk."),
    Refusal.NEWER_FORM: QT_TRANSLATE_NOOP(
        "updates", "The announcement is written for a newer QinDesk than this one. Please install that by hand."
    ),
    Refusal.OLDER: QT_TRANSLATE_NOOP(
        "updates", "Version {found} is announced, and {pinned} was seen already. An older one is never installed."
    ),
    Refusal.DAMAGED_FILE: QT_TRANSLATE_NOOP(
        "updates", "The downloaded file {found} is not the one that was announced, and was deleted."
    ),
}
_STAGES: Mapping[Stage, str] = {
    Stage.OFF: QT_TRANSLATE_NOOP("updates", "Nobody looks for new versions."),
    Stage.CURRENT: QT_TRANSLATE_NOOP("updates", "You have the newest version."),
    Stage.READY: QT_TRANSLATE_NOOP("updates", "Version {version} is ready to be installed."),
    Stage.AGREED: QT_TRANSLATE_NOOP("updates", "Version {version} is installed when you quit QinDesk."),
    Stage.FAILED: QT_TRANSLATE_NOOP(
        "updates", "Version {version} was not installed the last time. Nothing was lost; please try again."
    ),
}
_NOT_FOUND_OUT = QT_TRANSLATE_NOOP("updates", "Whether there is a newer version could not be found out.")
_NOT_LOOKED = QT_TRANSLATE_NOOP("updates", "Nobody has looked for a newer version yet.")
_MANAGED = QT_TRANSLATE_NOOP("updates", "Whoever looks after this computer brings new versions, or says where to look.")
_NEWS = QT_TRANSLATE_NOOP("updates", "QinDesk {version} is here. It is installed when you quit, if you want it.")


def of_standing(standing: Standing) -> str:
    """How far it has come, in one sentence."""
    if standing.stage is Stage.OFF and standing.is_managed:
        return translate("updates", _MANAGED)
    if standing.stage is Stage.CURRENT and (standing.trouble or standing.looked_at is None):
        return translate("updates", _NOT_FOUND_OUT if standing.trouble else _NOT_LOOKED)
    version = str(standing.offer.version) if standing.offer else ""
    return translate("updates", _STAGES[standing.stage]).replace("{version}", version)


def of_news(standing: Standing) -> str:
    """What the window says once when a version has come."""
    version = str(standing.offer.version) if standing.offer else ""
    return translate("updates", _NEWS).replace("{version}", version)


def of_trouble(trouble: Exception | None) -> str:
    """Why the last look brought nothing; empty where nothing stood in its way."""
    match trouble:
        case NotOffered():
            said = translate("updates", REASONS[trouble.refusal])
            return said.replace("{found}", trouble.found).replace("{pinned}", trouble.pinned)
        case ShareTrouble():
            return share_reasons.of_trouble(trouble)
        case NotStored():
            return sentences.of_trouble(trouble.trouble)
    return ""
