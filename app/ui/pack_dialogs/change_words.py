"""What became of the things of a pack, in words: kinds of things, fates, fields, and what a field was and is.

The rule: there is a word for every field of `app.core.packs.differences.FIELDS`; a test counts them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.core.orders.kinds import OrderKind
from app.core.packs.differences import split
from app.core.packs.pack import Difference, Fate, FieldChange, Item, Noun
from app.core.phrases.phrase import Output, Phrase, Role, Stage
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.ui.dialogs import terms
from app.ui.palette import Tone
from app.ui.sheet_panel import field_words
from app.ui.sheet_panel.terms import listed
from app.ui.words import QT_TRANSLATE_NOOP, translate

FIELDS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("pack_fields", "Title"),
    "body": QT_TRANSLATE_NOOP("pack_fields", "Text"),
    "group": QT_TRANSLATE_NOOP("pack_fields", "Group"),
    "stage": QT_TRANSLATE_NOOP("pack_fields", "Stage"),
    "role": QT_TRANSLATE_NOOP("pack_fields", "Role"),
    "codes": QT_TRANSLATE_NOOP("pack_fields", "Codes"),
    "keywords": QT_TRANSLATE_NOOP("pack_fields", "Keywords"),
    "questions": QT_TRANSLATE_NOOP("pack_fields", "Questions"),
    "is_pinned": QT_TRANSLATE_NOOP("pack_fields", "Pinned"),
    "output": QT_TRANSLATE_NOOP("pack_fields", "Output"),
    "images": QT_TRANSLATE_NOOP("pack_fields", "Pictures"),
    "lifetime": QT_TRANSLATE_NOOP("pack_fields", "When it holds"),
    "words": QT_TRANSLATE_NOOP("pack_fields", "Words in a line"),
    "closes_after": QT_TRANSLATE_NOOP("pack_fields", "Closes after"),
    "steps": QT_TRANSLATE_NOOP("pack_fields", "Reminder"),
    "picture": QT_TRANSLATE_NOOP("pack_fields", "Picture"),
    "must_read": QT_TRANSLATE_NOOP("pack_fields", "Must read"),
}
_NOUNS: Mapping[Noun, str] = {
    Noun.PHRASE: QT_TRANSLATE_NOOP("pack_changes", "Phrase"),
    Noun.ACTIVITY: QT_TRANSLATE_NOOP("pack_changes", "Activity"),
    Noun.PRODUCT: QT_TRANSLATE_NOOP("pack_changes", "Product"),
    Noun.FACT: QT_TRANSLATE_NOOP("pack_changes", "Question"),
    Noun.KIND: QT_TRANSLATE_NOOP("pack_changes", "Order kind"),
}
_FATES: Mapping[Fate, tuple[str, Tone]] = {
    Fate.ADDED: (QT_TRANSLATE_NOOP("pack_changes", "New"), Tone.OK),
    Fate.CHANGED: (QT_TRANSLATE_NOOP("pack_changes", "Changed"), Tone.INFO),
    Fate.WITHDRAWN: (QT_TRANSLATE_NOOP("pack_changes", "Withdrawn"), Tone.LATE),
}


def noun(value: Noun) -> str:
    """What a thing is."""
    return translate("pack_changes", _NOUNS[value])


def fate(value: Fate) -> str:
    """What became of it."""
    return translate("pack_changes", _FATES[value][0])


def tone(value: Fate) -> Tone:
    """Its colour, beside the word."""
    return _FATES[value][1]


def field(change: FieldChange) -> str:
    """What a field is called, after the name of the row that is meant."""
    known, row = split(change.field)
    if known in FIELDS:
        return listed((row, translate("pack_fields", FIELDS[known])))
    return field_words.of_field(change.field)


def values(change: FieldChange) -> tuple[str, str]:
    """What it was and what it is."""
    return _value(change.field, change.old), _value(change.field, change.new)


def _value(name: str, value: str) -> str:
    known, _row = split(name)
    if not value:
        return ""
    match known:
        case "stage":
            return terms.stage(Stage(value))
        case "role":
            return terms.role(Role(value))
        case "output":
            return terms.output(Output(value))
    return field_words.of_value(name, value)


def summed(one: Difference) -> str:
    """Which fields of a thing changed, for one line."""
    return listed([field(change) for change in one.changes])


def sums(differences: Sequence[Difference]) -> str:
    """How many things became what."""
    counts = Counter(each.fate for each in differences)
    said = {
        Fate.ADDED: translate("pack_changes", "{count} new"),
        Fate.CHANGED: translate("pack_changes", "{count} changed"),
        Fate.WITHDRAWN: translate("pack_changes", "{count} withdrawn"),
    }
    told = listed(said[each].replace("{count}", f"{counts[each]:,}") for each in Fate if counts[each])
    return told or translate("pack_changes", "no change")


def gist(item: Item | None) -> str:
    """What a thing says, for whoever reads that it is new or gone."""
    match item:
        case Phrase():
            return item.body
        case Fact():
            return item.answer
        case OrderKind():
            return listed(item.words)
        case Activity():
            return listed((item.platform, item.note))
        case Product():
            return "\n".join(item.selling_points)
    return ""
