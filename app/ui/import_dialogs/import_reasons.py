"""The reasons of an import, marked for the translator, who looks for sentences in the interface only.

The rule: word for word those of `app.core.imports.reading.SENTENCES`; a test compares them.
"""

from collections.abc import Mapping

from app.core.imports.reading import Reason
from app.ui.words import QT_TRANSLATE_NOOP

REASONS: Mapping[Reason, str] = {
    Reason.NOT_FOUND: QT_TRANSLATE_NOOP("imports", "The file does not exist."),
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("imports", "The file cannot be read: {names}."),
    Reason.EMPTY: QT_TRANSLATE_NOOP("imports", "The file is empty."),
    Reason.TOO_BIG: QT_TRANSLATE_NOOP("imports", "The file is larger than {limit} MB."),
    Reason.TOO_MANY_ROWS: QT_TRANSLATE_NOOP("imports", "The file has more than {limit} rows."),
    Reason.UNKNOWN_FORMAT: QT_TRANSLATE_NOOP("imports", "This is not a file of phrases that can be read."),
    Reason.BAD_ENCODING: QT_TRANSLATE_NOOP("imports", "The text is neither UTF-8 nor GBK nor marked UTF-16."),
    Reason.BROKEN: QT_TRANSLATE_NOOP("imports", "The file is damaged or cut off: {names}."),
    Reason.UNPACKS_TOO_BIG: QT_TRANSLATE_NOOP("imports", "The file would unpack to more than {limit} MB."),
    Reason.FAR_CELL: QT_TRANSLATE_NOOP("imports", "A cell far from the others ({names}) makes the sheet too large."),
    Reason.TOO_MANY_ALIASES: QT_TRANSLATE_NOOP("imports", "The file repeats itself by more than {limit} references."),
    Reason.TOO_DEEP: QT_TRANSLATE_NOOP("imports", "The file is nested more than {limit} levels deep."),
    Reason.PASSWORD: QT_TRANSLATE_NOOP("imports", "The file is protected by a password."),
    Reason.NO_BODY_COLUMN: QT_TRANSLATE_NOOP("imports", "No column holds the text of the phrases; choose one."),
    Reason.NO_ROWS: QT_TRANSLATE_NOOP("imports", "There is a header and no phrase below it."),
    Reason.NO_BODY: QT_TRANSLATE_NOOP("imports", "The row has no text."),
    Reason.BODY_TOO_LONG: QT_TRANSLATE_NOOP("imports", "The text is longer than {limit} characters."),
    Reason.HAS_NUL: QT_TRANSLATE_NOOP("imports", "The row holds a NUL character."),
    Reason.HAS_SURROGATE: QT_TRANSLATE_NOOP("imports", "The row holds half a character."),
    Reason.BAD_ROW: QT_TRANSLATE_NOOP("imports", "The row is not shaped as its format asks: {names}."),
    Reason.CODE_AS_KEYWORD: QT_TRANSLATE_NOOP(
        "imports", "The code {names} is too long or holds a space; it was kept as a keyword."
    ),
    Reason.TITLE_CUT: QT_TRANSLATE_NOOP("imports", "The title was cut to {limit} characters."),
    Reason.GROUP_CUT: QT_TRANSLATE_NOOP(
        "imports", "The group is nested more than {limit} deep or has a very long name; it was shortened."
    ),
    Reason.COLUMN_IGNORED: QT_TRANSLATE_NOOP(
        "imports", "These columns have no place in a phrase and were left out: {names}."
    ),
    Reason.SHEET_HIDDEN: QT_TRANSLATE_NOOP("imports", "The hidden sheet {names} was read too."),
    Reason.SHEET_IGNORED: QT_TRANSLATE_NOOP("imports", "The sheet {names} holds no phrases and was left out."),
    Reason.PICTURE: QT_TRANSLATE_NOOP("imports", "The picture {names} is not taken over."),
    Reason.VARIABLE: QT_TRANSLATE_NOOP("imports", "The variable {names} has no counterpart here and stays as text."),
    Reason.DATE_FORMAT: QT_TRANSLATE_NOOP("imports", "The date or time {names} is written in this program's own way."),
    Reason.VARIANTS: QT_TRANSLATE_NOOP(
        "imports", "The random choice {names} became a phrase for each of its {limit} texts."
    ),
    Reason.SCRIPT: QT_TRANSLATE_NOOP("imports", "The script {names} is never run; it stays as text."),
    Reason.TRIGGER: QT_TRANSLATE_NOOP(
        "imports", "The pattern {names} cannot be a short code; it was kept as a keyword."
    ),
    Reason.FORMATTING: QT_TRANSLATE_NOOP("imports", "The formatting was dropped, the text was kept."),
    Reason.OTHER_FILE: QT_TRANSLATE_NOOP("imports", "Another file is named and was not followed: {names}."),
    Reason.PLACEHOLDER: QT_TRANSLATE_NOOP(
        "imports", "The text holds the placeholder {names}, which is not filled in by itself."
    ),
    Reason.DUPLICATE: QT_TRANSLATE_NOOP("imports", "The same phrase stands in line {names} already."),
    Reason.CODE_TAKEN: QT_TRANSLATE_NOOP(
        "imports", "The code {names} belongs to another phrase; here it becomes a keyword."
    ),
    Reason.LEFT_OUT: QT_TRANSLATE_NOOP("imports", "Its group was left out."),
    Reason.ACTIVITY_UNKNOWN: QT_TRANSLATE_NOOP(
        "imports", "It holds only during {names}, which does not exist here; it came without that limit."
    ),
    Reason.PROGRAM: QT_TRANSLATE_NOOP(
        "imports", "{names} does something instead of giving a text; nothing in a file is ever run, so it stays out."
    ),
    Reason.HOTKEY: QT_TRANSLATE_NOOP("imports", "The hotkey {names} was left out; the phrase can get one here."),
    Reason.SWITCHED_OFF: QT_TRANSLATE_NOOP("imports", "It is switched off in the other program; here it can be used."),
    Reason.SENDING: QT_TRANSLATE_NOOP(
        "imports", "The other program sends it at once; here you press Enter yourself, unless you choose otherwise."
    ),
    Reason.TOO_MANY_FILES: QT_TRANSLATE_NOOP(
        "imports", "The folder holds more than {limit} files; only those were read."
    ),
    Reason.NO_PHRASES: QT_TRANSLATE_NOOP("imports", "There are no phrases in it."),
}
