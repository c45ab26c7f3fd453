"""What comes out of a foreign phrase file: phrases as they were read, and what was not understood, row by row.

The rule: one bad row never loses the rest. A row that cannot be taken is a `Problem` with its place; only a file of
which nothing can be trusted is a `BadFile`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import Enum

from app.core.phrases.phrase import Output, Role, Stage
from app.core.values import dataclass

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_ROWS = 200_000
UNGROUPED = "未分组"
"""The group of a phrase that its program kept outside all groups, as 千牛 itself calls it."""

Group = tuple[str, ...]
Columns = Mapping[str, Mapping[str, str]]
"""Remembered meanings, as `Settings.columns` keeps them: `Table.key` → column header → the value of a `Column`."""


class Reason(Enum):
    """Why a file, a row or a part of it was not taken over; `SENTENCES` says it in words."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    UNKNOWN_FORMAT = "unknown_format"
    BAD_ENCODING = "bad_encoding"
    BROKEN = "broken"
    UNPACKS_TOO_BIG = "unpacks_too_big"
    FAR_CELL = "far_cell"
    TOO_MANY_ALIASES = "too_many_aliases"
    TOO_DEEP = "too_deep"
    PASSWORD = "password"  # noqa: S105 - the word of a reason
    NO_BODY_COLUMN = "no_body_column"
    NO_ROWS = "no_rows"
    NO_BODY = "no_body"
    BODY_TOO_LONG = "body_too_long"
    HAS_NUL = "has_nul"
    HAS_SURROGATE = "has_surrogate"
    BAD_ROW = "bad_row"
    CODE_AS_KEYWORD = "code_as_keyword"
    TITLE_CUT = "title_cut"
    GROUP_CUT = "group_cut"
    COLUMN_IGNORED = "column_ignored"
    SHEET_HIDDEN = "sheet_hidden"
    SHEET_IGNORED = "sheet_ignored"
    PICTURE = "picture"
    VARIABLE = "variable"
    DATE_FORMAT = "date_format"
    VARIANTS = "variants"
    SCRIPT = "script"
    TRIGGER = "trigger"
    FORMATTING = "formatting"
    OTHER_FILE = "other_file"
    PLACEHOLDER = "placeholder"
    DUPLICATE = "duplicate"
    CODE_TAKEN = "code_taken"
    LEFT_OUT = "left_out"
    ACTIVITY_UNKNOWN = "activity_unknown"
    PROGRAM = "program"
    HOTKEY = "hotkey"
    SWITCHED_OFF = "switched_off"
    SENDING = "sending"
    TOO_MANY_FILES = "too_many_files"
    NO_PHRASES = "no_phrases"


SENTENCES: Mapping[Reason, str] = {
    Reason.NOT_FOUND: "The file does not exist.",
    Reason.UNREADABLE: "The file cannot be read: {names}.",
    Reason.EMPTY: "The file is empty.",
    Reason.TOO_BIG: "The file is larger than {limit} MB.",
    Reason.TOO_MANY_ROWS: "The file has more than {limit} rows.",
    Reason.UNKNOWN_FORMAT: "This is not a file of phrases that can be read.",
    Reason.BAD_ENCODING: "The text is neither UTF-8 nor GBK nor marked UTF-16.",
    Reason.BROKEN: "The file is damaged or cut off: {names}.",
    Reason.UNPACKS_TOO_BIG: "The file would unpack to more than {limit} MB.",
    Reason.FAR_CELL: "A cell far from the others ({names}) makes the sheet too large.",
    Reason.TOO_MANY_ALIASES: "The file repeats itself by more than {limit} references.",
    Reason.TOO_DEEP: "The file is nested more than {limit} levels deep.",
    Reason.PASSWORD: "The file is protected by a password.",
    Reason.NO_BODY_COLUMN: "No column holds the text of the phrases; choose one.",
    Reason.NO_ROWS: "There is a header and no phrase below it.",
    Reason.NO_BODY: "The row has no text.",
    Reason.BODY_TOO_LONG: "The text is longer than {limit} characters.",
    Reason.HAS_NUL: "The row holds a NUL character.",
    Reason.HAS_SURROGATE: "The row holds half a character.",
    Reason.BAD_ROW: "The row is not shaped as its format asks: {names}.",
    Reason.CODE_AS_KEYWORD: "The code {names} is too long or holds a space; it was kept as a keyword.",
    Reason.TITLE_CUT: "The title was cut to {limit} characters.",
    Reason.GROUP_CUT: "The group is nested more than {limit} deep or has a very long name; it was shortened.",
    Reason.COLUMN_IGNORED: "These columns have no place in a phrase and were left out: {names}.",
    Reason.SHEET_HIDDEN: "The hidden sheet {names} was read too.",
    Reason.SHEET_IGNORED: "The sheet {names} holds no phrases and was left out.",
    Reason.PICTURE: "The picture {names} is not taken over.",
    Reason.VARIABLE: "The variable {names} has no counterpart here and stays as text.",
    Reason.DATE_FORMAT: "The date or time {names} is written in this program's own way.",
    Reason.VARIANTS: "The random choice {names} became a phrase for each of its {limit} texts.",
    Reason.SCRIPT: "The script {names} is never run; it stays as text.",
    Reason.TRIGGER: "The pattern {names} cannot be a short code; it was kept as a keyword.",
    Reason.FORMATTING: "The formatting was dropped, the text was kept.",
    Reason.OTHER_FILE: "Another file is named and was not followed: {names}.",
    Reason.PLACEHOLDER: "The text holds the placeholder {names}, which is not filled in by itself.",
    Reason.DUPLICATE: "The same phrase stands in line {names} already.",
    Reason.CODE_TAKEN: "The code {names} belongs to another phrase; here it becomes a keyword.",
    Reason.LEFT_OUT: "Its group was left out.",
    Reason.ACTIVITY_UNKNOWN: "It holds only during {names}, which does not exist here; it came without that limit.",
    Reason.PROGRAM: "{names} does something instead of giving a text; nothing in a file is ever run, so it stays out.",
    Reason.HOTKEY: "The hotkey {names} was left out; the phrase can get one here.",
    Reason.SWITCHED_OFF: "It is switched off in the other program; here it can be used.",
    Reason.SENDING: "The other program sends it at once; here you press Enter yourself, unless you choose otherwise.",
    Reason.TOO_MANY_FILES: "The folder holds more than {limit} files; only those were read.",
    Reason.NO_PHRASES: "There are no phrases in it.",
}
"""English source sentences; `{names}` and `{limit}` are filled from the problem."""


class Severity(Enum):
    """What a problem did to its row: the row is gone, a part of it is, or it is only worth a look."""

    SKIPPED = "skipped"
    UNSUPPORTED = "unsupported"
    HINT = "hint"


class Column(Enum):
    """What a column of a table means."""

    BODY = "body"
    TITLE = "title"
    CODE = "code"
    GROUP = "group"
    SUBGROUP = "subgroup"
    KEYWORDS = "keywords"
    QUESTION = "question"
    STAGE = "stage"
    ROLE = "role"
    PICTURE = "picture"
    IGNORED = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: `line` counts as an editor or spreadsheet shows it, from 1; 0 is the file as a whole."""

    file: str = ""
    sheet: str = ""
    line: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of a row, or of the whole file (`spot.line` 0), that was not taken over."""

    spot: Spot
    reason: Reason
    severity: Severity = Severity.SKIPPED
    names: tuple[str, ...] = ()
    limit: int = 0

    @property
    def sentence(self) -> str:
        """The reason in English words."""
        return sentence(self.reason, self.names, self.limit)


class BadFile(Exception):
    """Nothing of a file can be trusted, so nothing of it is taken over."""

    def __init__(self, spot: Spot, reason: Reason, names: tuple[str, ...] = (), limit: int = 0) -> None:
        place = ", ".join(part for part in (spot.file, spot.sheet, f"line {spot.line}" if spot.line else "") if part)
        super().__init__(f"{place}: {sentence(reason, names, limit)}")
        self.spot = spot
        self.reason = reason
        self.names = names
        self.limit = limit


class Cancelled(Exception):
    """The agent stopped the reading; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How long a phrase holds, as its file says: an activity and a phase of it by name, because ids differ by shop.

    The ids beside them are those of an activity that comes with the pack or after it, such as the sample's.
    """

    from_at: datetime | None = None
    until_at: datetime | None = None
    activity: str = ""
    phase: str = ""
    activity_id: str = ""
    phase_id: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase as it was read, before any rule of ours: edges may be untidy, codes may be taken.

    `id` and `source` are given by a pack only: the phrase keeps them, so that a newer pack finds it again and the pack
    can be removed by its `source`. Empty ones mean a new personal phrase.
    """

    body: str
    spot: Spot
    title: str = ""
    group: Group = ()
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    stage: Stage | None = None
    role: Role | None = None
    id: str = ""
    source: str = ""
    is_pinned: bool = False
    output: Output = Output.PASTE
    holding: Holding | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """How a table was understood, for a dialog that lets another meaning of the columns be chosen.

    `headers` are unique; without a header row they are `A`, `B`, … as a spreadsheet names its columns. `columns` maps
    every header to the value of a `Column`; `samples` are the first rows below the header.
    """

    sheet: str
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    samples: tuple[tuple[str, ...], ...]
    has_header: bool = True

    @property
    def key(self) -> str:
        """What a chosen meaning is remembered by, in `Settings.columns`."""
        return "\t".join(self.headers)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came out of one file. `format` is the name of the reader in `app/formats`."""

    format: str
    file: str
    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """How a reading tells how far it is, and hears that it shall stop. Both are called on the reading thread."""

    progress: Callable[[int, int], None] = lambda _done, _total: None
    is_cancelled: Callable[[], bool] = lambda: False

    def step(self, done: int, total: int) -> None:
        """Tell the progress (`done` of `total` rows or bytes). Raises `Cancelled`."""
        if self.is_cancelled():
            raise Cancelled
        self.progress(done, total)


UNWATCHED = Watch()


def sentence(reason: Reason, names: tuple[str, ...] = (), limit: int = 0) -> str:
    """A reason in English words, for the log and the command line."""
    return SENTENCES[reason].replace("{limit}", f"{limit:,}").replace("{names}", ", ".join(names))


def groups(readings: Iterable[Reading]) -> Mapping[Group, int]:
    """The groups of the files with the number of phrases in each, in the order of the files."""
    counts: dict[Group, int] = {}
    for reading in readings:
        for found in reading.found:
            counts[found.group] = counts.get(found.group, 0) + 1
    return counts
