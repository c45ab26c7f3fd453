"""What the export says: kinds of files, what each is for, what it loses.

The rule: `LOSSES` are word for word those of `app.core.imports.exports`; a test compares them.
"""

from collections.abc import Mapping

from app.core.imports.exports import Loss, LossCount, Target, Written
from app.ui.words import QT_TRANSLATE_NOOP, translate

LOSSES: Mapping[Loss, str] = {
    Loss.ONLY_PICTURE: QT_TRANSLATE_NOOP("exports", "Left out, because there is only a picture"),
    Loss.NO_CODE: QT_TRANSLATE_NOOP(
        "exports",
        "Left out, because there is no short code that the input method takes (letters first, then digits)",
    ),
    Loss.TOO_LONG: QT_TRANSLATE_NOOP("exports", "Left out, because the text is longer than a cell can be"),
    Loss.TEXT: QT_TRANSLATE_NOOP(
        "exports", "A letter or a blank of the text has no place in this file and is written otherwise"
    ),
    Loss.VARIABLES: QT_TRANSLATE_NOOP(
        "exports", "The variables in double braces stay as they are and are not filled in there"
    ),
    Loss.RARE_LETTERS: QT_TRANSLATE_NOOP("exports", "Rare letters or emoji that old programs may show wrong"),
    Loss.PICTURES: QT_TRANSLATE_NOOP("exports", "The pictures stay here"),
    Loss.LIFETIME: QT_TRANSLATE_NOOP("exports", "From when and until when it holds is left out"),
    Loss.OUTPUT: QT_TRANSLATE_NOOP("exports", "Sending in parts, or copying only, is left out"),
    Loss.TITLE: QT_TRANSLATE_NOOP("exports", "The title is left out; the beginning of the text takes its place"),
    Loss.CODES: QT_TRANSLATE_NOOP("exports", "Short codes are left out or cut apart"),
    Loss.NO_GROUP: QT_TRANSLATE_NOOP("exports", "The group is left out"),
    Loss.GROUP_LEVELS: QT_TRANSLATE_NOOP("exports", "Groups inside groups are joined into fewer levels"),
    Loss.GROUP_NAME: QT_TRANSLATE_NOOP("exports", "The name of the group is written otherwise"),
    Loss.UNGROUPED: QT_TRANSLATE_NOOP("exports", "Without a group it goes into 未分组"),
    Loss.KEYWORDS: QT_TRANSLATE_NOOP("exports", "Keywords are left out or cut apart"),
    Loss.QUESTIONS: QT_TRANSLATE_NOOP("exports", "The buyers' questions are left out or cut apart"),
    Loss.STAGE: QT_TRANSLATE_NOOP("exports", "The stage is left out"),
    Loss.ROLE: QT_TRANSLATE_NOOP("exports", "The role is left out"),
    Loss.PINNED: QT_TRANSLATE_NOOP("exports", "The pin is left out"),
    Loss.SPACES: QT_TRANSLATE_NOOP("exports", "Several blanks in a row of a title or a group become one"),
    Loss.OWN: QT_TRANSLATE_NOOP("exports", "The hotkey and sending by itself stay on this PC"),
}


def target(value: Target) -> str:
    """A kind of file."""
    return {
        Target.XLSX: translate("exports", "Table for Excel or WPS"),
        Target.QIANNIU: translate("exports", "Qianniu quick phrases"),
        Target.KEFUBAO: translate("exports", "Kefubao"),
        Target.SOGOU: translate("exports", "Sogou input method"),
        Target.ESPANSO: translate("exports", "espanso"),
        Target.PACK: translate("exports", "QinDesk on another PC"),
    }[value]


def purpose(value: Target) -> str:
    """What a kind of file is for."""
    return {
        Target.XLSX: translate("exports", "To look through and edit, and to import here again"),
        Target.QIANNIU: translate("exports", "For Qianniu's own import: code, text and one level of groups"),
        Target.KEFUBAO: translate("exports", "For Kefubao's import: two levels of groups, title and text"),
        Target.SOGOU: translate("exports", "Whoever types a short code is offered the text, in any program"),
        Target.ESPANSO: translate("exports", "Short codes become the text while typing, on any system"),
        Target.PACK: translate("exports", "For a colleague: everything but pictures and hotkeys"),
    }[value]


def file_name(value: Target) -> str:
    """What a file is called before the agent says otherwise, without its ending."""
    return {
        Target.XLSX: translate("exports", "Phrases"),
        Target.QIANNIU: translate("exports", "Phrases for Qianniu"),
        Target.KEFUBAO: translate("exports", "Phrases for Kefubao"),
        Target.SOGOU: translate("exports", "Phrases for Sogou"),
        Target.ESPANSO: translate("exports", "qindesk"),
        Target.PACK: translate("exports", "Phrases for colleagues"),
    }[value]


def loss(value: Loss) -> str:
    """What is lost, in a sentence."""
    return translate("exports", LOSSES[value])


def titles(value: LossCount) -> str:
    """Some of the phrases that it is about."""
    told = translate("exports", ", ").join(value.titles)
    return f"{told} …" if value.count > len(value.titles) else told


def count(number: int) -> str:
    """So many phrases."""
    one, many = translate("exports", "1 phrase"), translate("exports", "{count} phrases")
    return one if number == 1 else many.replace("{count}", f"{number:,}")


def written(value: Written, file: str) -> str:
    """What was written."""
    said = translate("exports", "Written: {file} · {phrases} · {size}")
    for key, text in (("{file}", file), ("{phrases}", count(value.preview.kept)), ("{size}", _size(value.size))):
        said = said.replace(key, text)
    large = translate("exports", "It is too large to be read back here in one piece; export group by group for that.")
    return said if value.is_readable else f"{said}\n{large}"


def _size(size: int) -> str:
    return f"{max(1, size / 1024):,.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:,.1f} MB"
