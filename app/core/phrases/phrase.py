"""A phrase (话术): a reply that is ready to paste. A phrase that exists is a valid one."""

import re
from dataclasses import replace
from datetime import datetime
from enum import Enum

from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

PERSONAL = "personal"
"""The source of a phrase that this agent owns; any other source is the id of a pack."""
SHEET = "sheet"
"""The source of a phrase that is not kept but made of the cheat-sheet (`app/core/sheet/answers.py`)."""

MAX_BODY = 20_000
"""Characters a body may hold; the chat client cuts messages far earlier, but foreign files carry long ones."""
MAX_TITLE = 200
MAX_CODE = 40
MAX_GROUP_DEPTH = 8
MAX_IMAGE_BYTES = 5 * 1024 * 1024
PART_BREAK = "---"
"""A line of its own that cuts a body into the parts of `Output.PARTS`."""


_SURROGATE = re.compile("[\ud800-\udfff]")


class Stage(Enum):
    """The link of a conversation (环节) in which a phrase is said, in the order of a conversation."""

    WELCOME = "welcome"
    INQUIRY = "inquiry"
    PAYMENT = "payment"
    LOGISTICS = "logistics"
    AFTER_SALES = "after_sales"
    FAREWELL = "farewell"


class Role(Enum):
    """The post (岗位) of the agent who says a phrase."""

    PRE_SALES = "pre_sales"
    ORDER_CHANGES = "order_changes"
    AFTER_SALES = "after_sales"
    HARD_CUSTOMERS = "hard_customers"


class Output(Enum):
    """How a phrase leaves the program."""

    PASTE = "paste"
    PARTS = "parts"
    COPY = "copy"


class Place(Enum):
    """Where an image stands in relation to the text."""

    BEFORE = "before"
    AFTER = "after"


class BadPhrase(ValueError):
    """A phrase breaks a rule; `field` names it, `rule` is a word the interface turns into a sentence."""

    def __init__(self, field: str, rule: str, limit: int = 0) -> None:
        super().__init__(f"{field}: {rule}" + (f" ({limit})" if limit else ""))
        self.field = field
        self.rule = rule
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Image:
    """An attached picture: `file` is its name inside the images folder (sha256 and suffix), never a path."""

    file: str
    place: Place = Place.AFTER


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase. `group` is a path, outermost first; moments are aware UTC; `id` never changes.

    `position` orders it among those of its group, `pin_position` among the pinned ones; both are set by the library.
    """

    id: str
    title: str
    body: str
    group: tuple[str, ...] = ()
    stage: Stage | None = None
    role: Role | None = None
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    is_pinned: bool = False
    hotkey: str = ""
    output: Output = Output.PASTE
    is_sent: bool = False
    images: tuple[Image, ...] = ()
    source: str = PERSONAL
    position: int = 0
    use_count: int = 0
    last_used_at: datetime | None = None
    deleted_at: datetime | None = None
    pin_position: int = 0
    lifetime: Lifetime | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The texts that are pasted one after the other: one, unless the output is by parts."""
        if self.output is not Output.PARTS:
            return (self.body,)
        parts: list[list[str]] = [[]]
        for line in self.body.split("\n"):
            if line.strip() == PART_BREAK:
                parts.append([])
            else:
                parts[-1].append(line)
        return tuple(text for text in ("\n".join(part).strip("\n") for part in parts) if text)

    def used(self, at: datetime) -> "Phrase":
        """The phrase after one more use."""
        return replace(self, use_count=self.use_count + 1, last_used_at=at)


def check(phrase: Phrase) -> Phrase:
    """Give the phrase back, tidied at its edges. Raises `BadPhrase` for the first rule it breaks."""
    tidy = replace(
        phrase,
        title=phrase.title.strip() or _first_line(phrase.body),
        body=phrase.body.replace("\r\n", "\n").replace("\r", "\n"),
        group=tuple(part.strip() for part in phrase.group if part.strip()),
        codes=_unique(phrase.codes),
        keywords=_unique(phrase.keywords),
        questions=_unique(phrase.questions),
    )
    if not tidy.body.strip() and not tidy.images:
        raise BadPhrase("body", "empty")
    if len(tidy.body) > MAX_BODY:
        raise BadPhrase("body", "too_long", MAX_BODY)
    if len(tidy.title) > MAX_TITLE:
        raise BadPhrase("title", "too_long", MAX_TITLE)
    if len(tidy.group) > MAX_GROUP_DEPTH:
        raise BadPhrase("group", "too_deep", MAX_GROUP_DEPTH)
    for code in tidy.codes:
        if len(code) > MAX_CODE:
            raise BadPhrase("codes", "too_long", MAX_CODE)
        if any(letter.isspace() for letter in code):
            raise BadPhrase("codes", "has_space")
    lifetime = tidy.lifetime
    if lifetime and lifetime.from_at and lifetime.until_at and lifetime.until_at <= lifetime.from_at:
        raise BadPhrase("lifetime", "ends_before_start")
    _check_letters(tidy)
    return tidy


def _check_letters(phrase: Phrase) -> None:
    for field, text in _texts(phrase):
        if "\x00" in text:
            raise BadPhrase(field, "has_nul")
        if _SURROGATE.search(text):
            raise BadPhrase(field, "has_surrogate")


def _texts(phrase: Phrase) -> list[tuple[str, str]]:
    lists = (("codes", phrase.codes), ("keywords", phrase.keywords), ("questions", phrase.questions))
    return [
        ("title", phrase.title),
        ("body", phrase.body),
        ("group", "".join(phrase.group)),
        *((field, "".join(texts)) for field, texts in lists),
    ]


def _first_line(body: str) -> str:
    line = body.strip().split("\n", 1)[0].strip()
    return line if len(line) <= 40 else line[:39] + "…"


def _unique(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
