"""Words of the trade that the forms of the cheat-sheet say: kinds, lifetimes, moments.

The rule: an English source per case, looked up when it is shown, so that it follows the language.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.sheet.activities import ActivityKind, Base, PhaseKind
from app.core.sheet.lifetimes import State, Validity
from app.ui.sheet_panel.terms import moment
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_KINDS: Mapping[ActivityKind, str] = {
    ActivityKind.PLATFORM_SALE: QT_TRANSLATE_NOOP("entry_words", "Platform sale"),
    ActivityKind.GROUP_BUY: QT_TRANSLATE_NOOP("entry_words", "Group-buy"),
    ActivityKind.BRAND_GROUP: QT_TRANSLATE_NOOP("entry_words", "Brand group"),
    ActivityKind.OWN: QT_TRANSLATE_NOOP("entry_words", "The shop's own"),
}
_PHASES: Mapping[PhaseKind, str] = {
    PhaseKind.WARM_UP: QT_TRANSLATE_NOOP("entry_words", "Warm-up"),
    PhaseKind.SALE: QT_TRANSLATE_NOOP("entry_words", "Sale"),
    PhaseKind.EXTRA: QT_TRANSLATE_NOOP("entry_words", "Extra window"),
    PhaseKind.END: QT_TRANSLATE_NOOP("entry_words", "End"),
}
_BASES: Mapping[Base, str] = {
    Base.ITEMS: QT_TRANSLATE_NOOP("entry_words", "By the goods, before the coupon"),
    Base.AFTER_COUPON: QT_TRANSLATE_NOOP("entry_words", "By what is left after the coupon"),
}


def kind(value: ActivityKind) -> str:
    """Whose promotion it is."""
    return translate("entry_words", _KINDS[value])


def phase(value: PhaseKind) -> str:
    """What a phase is."""
    return translate("entry_words", _PHASES[value])


def base(value: Base) -> str:
    """By which amount the threshold of the platform's offer is judged."""
    return translate("entry_words", _BASES[value])


def validity(seen: Validity, now: datetime, zone: ZoneInfo) -> str:
    """How a lifetime looks from now, in a sentence."""
    if seen.state is State.UNBOUND:
        return translate("entry_words", "Its activity or phase is not there any more: it is not offered.")
    away = moments.length_in_words(seen.distance(now), is_chinese())
    if seen.state is State.NOT_YET and seen.from_at:
        said = translate("entry_words", "Not yet: it begins {moment}, in {length}.")
        return said.replace("{moment}", moment(seen.from_at, now, zone)).replace("{length}", away)
    if seen.state is State.OVER and seen.until_at:
        said = translate("entry_words", "Over: it ended {moment}, {length} ago.")
        return said.replace("{moment}", moment(seen.until_at, now, zone, is_end=True)).replace("{length}", away)
    if seen.until_at:
        said = translate("entry_words", "It holds now, until {moment}.")
        return said.replace("{moment}", moment(seen.until_at, now, zone, is_end=True))
    return translate("entry_words", "It holds now.")
