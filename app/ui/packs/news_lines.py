"""The lines of the place of news as values: what became of a thing, old → new, and own versions that a pack overtook.

The rule: a line says everything that is painted and read aloud; what stayed the same in a long text is cut, what
changed never is. Of ten thousand lines only those are put into words that are looked at.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import Enum
from itertools import groupby
from zoneinfo import ZoneInfo

from app.core.packs.differences import Mark, Run, changes, marked, split
from app.core.packs.overlays import Moved
from app.core.packs.pack import Difference, Fate, FieldChange, Item, name_of, noun_of
from app.core.packs.sources import News, PackSource
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass
from app.ui.pack_dialogs import change_words
from app.ui.packs import pack_words
from app.ui.palette import Tone
from app.ui.words import translate

AROUND = 24
"""So many letters of what stayed are shown beside what changed."""
MOST = 1_000
"""So many lines are shown besides must-reads; older ones stay stored."""
GIST = 240
"""So many letters of a new thing are shown."""
_DRAWINGS = {Fate.ADDED: "plus", Fate.CHANGED: "edit", Fate.WITHDRAWN: "minus"}
_LISTS = frozenset(("codes", "keywords", "questions", "words", "selling_points"))
"""Fields whose texts stand one a line; here they go on in one."""


class Part(Enum):
    """What a line is."""

    HEAD = "head"
    NEWS = "news"
    OWN = "own"


class Ink(Enum):
    """How a piece of text is written."""

    PLAIN = "plain"
    TITLE = "title"
    MUTED = "muted"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph."""

    text: str
    ink: Ink = Ink.PLAIN


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `key` is the id of the news, or of the thing of an own version; a heading has one of its own.

    `said` puts it into words, which takes its time. `is_waiting`: a must-read that nobody confirmed. `is_faint`: it was
    read.
    """

    part: Part
    key: str
    said: Callable[[], Iterable[Paragraph]]
    drawing: str = ""
    tone: Tone = Tone.MUTED
    item_id: str = ""
    is_waiting: bool = False
    is_faint: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its words."""
        return tuple(self.said())

    @property
    def spoken(self) -> str:
        """It in one line, for screen readers."""
        said = ("".join(_aloud(piece) for piece in paragraph) for paragraph in self.paragraphs)
        return ". ".join(said)


@dataclass(frozen=True, slots=True)
class Told:
    """What lines are made of. `fresh` are the ids of news that count as unread, though they have been seen by now."""

    news: Sequence[News]
    moved: Sequence[Moved]
    sources: Sequence[PackSource]
    item: Callable[[str], Item | None]
    sheet: Sheet
    now: datetime
    zone: ZoneInfo
    fresh: frozenset[str] = frozenset()


def lines_of(told: Told, *, is_unread: bool) -> list[Line]:
    """Must-reads that wait, own versions that a pack overtook, then publication by publication, the newest first."""
    waiting = [one for one in told.news if one.is_waiting]
    lines = _under(translate("packs_agent", "To be read by everybody"), [_of_news(one, told) for one in waiting])
    lines += _under(
        translate("packs_agent", "Your own version, and the pack's new one"),
        [_of_moved(one, told) for one in sorted(told.moved, key=lambda one: name_of(one.own))],
    )
    rest = [one for one in told.news if not one.is_waiting and (not is_unread or _is_unread(one, told))]
    for _key, group in groupby(rest[:MOST], key=lambda one: (one.source_id, one.number, one.told_at)):
        some = list(group)
        lines.append(_head(some[0], told))
        lines += [_of_news(one, told) for one in some]
    return lines


def _is_unread(news: News, told: Told) -> bool:
    return news.confirmed_at is None or news.id in told.fresh


def _under(title: str, lines: list[Line]) -> list[Line]:
    return [Line(Part.HEAD, f"head:{title}", lambda: ((Piece(title, Ink.MUTED),),)), *lines] if lines else []


def _head(news: News, told: Told) -> Line:
    """The heading of a publication, with what its lead wrote about it where that is still known."""

    def said() -> Iterable[Paragraph]:
        yield (Piece(pack_words.publication(news, told.now, told.zone), Ink.MUTED),)
        source = next((one for one in told.sources if one.id == news.source_id and one.number == news.number), None)
        if source and source.note.strip():
            yield (Piece(source.note.strip(), Ink.MUTED),)

    return Line(Part.HEAD, f"head:{news.source_id}:{news.number}:{news.told_at}", said)


def _of_news(news: News, told: Told) -> Line:
    one = news.difference
    is_read = news.confirmed_at is not None
    if not one.item_id:
        said = translate("packs_agent", "All of it is new: {count} things.").replace("{count}", f"{news.count:,}")
        return Line(Part.NEWS, news.id, lambda: ((Piece(said),),), "plus", Tone.OK, is_faint=is_read)
    return Line(
        Part.NEWS,
        news.id,
        lambda: (_title(one), *_body(news, told)),
        "bell" if news.is_waiting else _DRAWINGS[one.fate],
        Tone.SOON if news.is_waiting else change_words.tone(one.fate),
        one.item_id,
        news.is_waiting,
        is_read and news.id not in told.fresh,
    )


def _title(one: Difference) -> Paragraph:
    return (
        Piece(f"{change_words.fate(one.fate)}  ", Ink.MUTED),
        Piece(" ".join(one.name.split()), Ink.TITLE),
        Piece(f"  {change_words.noun(one.noun)}", Ink.MUTED),
    )


def _body(news: News, told: Told) -> Iterable[Paragraph]:
    one = news.difference
    if one.fate is Fate.WITHDRAWN:
        stays = translate("packs_agent", "Do not use it any more; it lies in the bin.")
        return ((Piece(stays, Ink.MUTED),),)
    if one.fate is Fate.ADDED:
        gist = change_words.gist(told.item(one.item_id)).strip()
        shown = gist if len(gist) <= GIST else f"{gist[:GIST]}…"
        return ((Piece(shown),),) if shown else ()
    return tuple(_change(change) for change in one.changes)


def _of_moved(moved: Moved, told: Told) -> Line:
    def said() -> Iterable[Paragraph]:
        yield (Piece(name_of(moved.own), Ink.TITLE), Piece(f"  {change_words.noun(noun_of(moved.own))}", Ink.MUTED))
        for change in changes(moved.own, moved.original, told.zone, told.sheet):
            yield _change(change)
        yours, theirs = translate("packs_agent", "yours"), translate("packs_agent", "the pack's")
        yield (Piece(yours, Ink.GONE), Piece(" → ", Ink.MUTED), Piece(theirs, Ink.NEW))

    return Line(Part.OWN, moved.item_id, said, "swap", Tone.INFO, moved.item_id)


def _change(change: FieldChange) -> Paragraph:
    if change.field == "must_read":
        return (Piece(translate("packs_agent", "Everybody is to read it now."), Ink.MUTED),)
    old, new = change_words.values(change)
    if split(change.field)[0] in _LISTS:
        old, new = (" · ".join(text.splitlines()) for text in (old, new))
    inks = {Mark.GONE: Ink.GONE, Mark.NEW: Ink.NEW, Mark.SAME: Ink.PLAIN}
    runs = (Piece(run.text, inks[run.mark]) for run in shortened(marked(old, new)))
    return (Piece(f"{change_words.field(change)}  ", Ink.MUTED), *runs)


def shortened(runs: Sequence[Run]) -> list[Run]:
    """The pieces of two texts, with what stayed the same cut down to what stands beside a change."""
    kept = []
    for at, run in enumerate(runs):
        if run.mark is not Mark.SAME or len(run.text) <= 2 * AROUND + 2:
            kept.append(run)
            continue
        before = run.text[:AROUND] if at else ""
        after = run.text[-AROUND:] if at < len(runs) - 1 else ""
        kept.append(Run(f"{before}…{after}", Mark.SAME))
    return kept


def _aloud(piece: Piece) -> str:
    if piece.ink is Ink.GONE:
        return translate("packs_agent", "(gone: {text})").replace("{text}", piece.text)
    if piece.ink is Ink.NEW:
        return translate("packs_agent", "(new: {text})").replace("{text}", piece.text)
    return piece.text
