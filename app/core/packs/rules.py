"""What makes a pack a valid one, whatever file it came from or whether it came from a file at all.

The rule: everything that is wrong is told at once, at its place; a pack without an error can be taken over whole.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from app.core.imports.reading import Spot
from app.core.orders.kinds import OrderKind
from app.core.packs.findings import Finding, Locate, Severity, nowhere
from app.core.packs.ids import OWN_ID, ids_of, own
from app.core.packs.kinds import faults_of_kind
from app.core.packs.links import odd
from app.core.packs.pack import Item, Pack, is_pack_id
from app.core.phrases.phrase import MAX_IMAGE_BYTES, BadPhrase, Image, Phrase, check
from app.core.sheet.activities import Activity
from app.core.sheet.entry_checks import faults
from app.core.sheet.entry_rules import FIRST_DAY, LAST_DAY
from app.core.sheet.entry_tidying import texts
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.core.values import dataclass

MAX_IMAGES = 4 * 1024 * 1024
"""Bytes of all pictures of a pack together."""
_IMAGE = re.compile(r"[0-9a-f]{64}\.(png|jpg|gif)")
_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))


@dataclass(frozen=True, slots=True)
class At:
    """Places from the spots of whole things; a field is their column."""

    spots: Mapping[str, Spot]
    file: str = ""

    def __call__(self, item_id: str, field: str) -> Spot:
        """The place of a field."""
        spot = self.spots.get(item_id, Spot(self.file))
        return Spot(spot.file, spot.sheet, spot.line, field)


def errors(pack: Pack, locate: Locate = nowhere) -> tuple[Finding, ...]:
    """Everything for which a pack must not be published or taken over."""
    return tuple(_errors(pack, locate))


def _errors(pack: Pack, locate: Locate) -> Iterator[Finding]:
    if not is_pack_id(pack.head.id):
        yield Finding(locate("", "id"), "bad_pack_id", names=(pack.head.id,))
    if not pack.items():
        yield Finding(locate("", ""), "nothing_in_it")
    yield from _ids(pack, locate)
    for phrase in pack.phrases:
        yield from _phrase(phrase, locate)
    yield from _entries(pack.entries, locate)
    for kind in pack.kinds:
        for fault in faults_of_kind(kind):
            yield _told(kind, fault.field, fault.rule, fault.names, locate)
    items = pack.items()
    for item_id in sorted(pack.must_read - items.keys()):
        yield Finding(locate("", "must_read"), "must_read_unknown", names=(own(item_id, pack.head.id),))
    yield from _images(pack, locate)


def _told(item: Item, field: str, rule: str, names: tuple[str, ...], locate: Locate, limit: int = 0) -> Finding:
    return Finding(locate(item.id, field), rule, Severity.ERROR, names, limit, field, item.id)


def _ids(pack: Pack, locate: Locate) -> Iterator[Finding]:
    seen: set[str] = set()
    prefix = f"{pack.head.id}/"
    for item in (*pack.kinds, *pack.entries, *pack.phrases):
        for item_id in ids_of([item]):
            inside = own(item_id, pack.head.id)
            if not item_id.startswith(prefix) or not OWN_ID.fullmatch(inside):
                yield Finding(locate(item.id, "id"), "bad_id", names=(inside,), item_id=item.id)
            elif item_id in seen:
                first = locate(item_id, "id").line
                yield Finding(locate(item.id, "id"), "id_twice", names=(inside, str(first)), item_id=item.id)
            seen.add(item_id)
        if isinstance(item, Activity):
            yield from _phase_ids(item, prefix, locate)


def _phase_ids(activity: Activity, prefix: str, locate: Locate) -> Iterator[Finding]:
    for number, phase in enumerate(activity.phases):
        inside = phase.id.removeprefix(prefix)
        if not phase.id.startswith(prefix) or not OWN_ID.fullmatch(inside):
            field = f"phases.{number}.id"
            yield Finding(locate(activity.id, field), "bad_id", names=(inside,), item_id=activity.id)


def _phrase(phrase: Phrase, locate: Locate) -> Iterator[Finding]:
    try:
        check(phrase)
    except BadPhrase as bad:
        names = (str(bad.limit),) if bad.limit else phrase.codes if bad.rule == "has_space" else ()
        rule = "group_too_deep" if bad.rule == "too_deep" else bad.rule
        yield _told(phrase, bad.field, rule, names, locate, bad.limit)
    lifetime = phrase.lifetime or Lifetime()
    for field, at in (("lifetime.from_at", lifetime.from_at), ("lifetime.until_at", lifetime.until_at)):
        if at is not None and not FIRST_DAY <= at < LAST_DAY:
            yield _told(phrase, field, "out_of_reach", (), locate)


def _entries(entries: Iterable[Entry], locate: Locate) -> Iterator[Finding]:
    later = Sheet.of(entries)
    for entry in entries:
        for field, text in texts(entry):
            if field.rpartition(".")[2] == "link" and odd(text):
                yield _told(entry, field, "path_out", (text[:80],), locate)
        for fault in faults(entry, Sheet(), later):
            yield _told(entry, fault.field, fault.rule, fault.names, locate)


def images_of(item: Item) -> tuple[Image, ...]:
    """The pictures that a thing shows."""
    if isinstance(item, Phrase):
        return item.images
    return (item.picture,) if isinstance(item, Product) and item.picture else ()


def _images(pack: Pack, locate: Locate) -> Iterator[Finding]:
    for item in pack.items().values():
        if isinstance(item, OrderKind):
            continue
        for image in images_of(item):
            if image.file not in pack.images:
                yield Finding(locate(item.id, "images"), "image_missing", names=(image.file,), item_id=item.id)
    for name, content in pack.images.items():
        if not is_image(name, content):
            yield Finding(locate("", "images"), "bad_image", names=(name,))
    if sum(map(len, pack.images.values())) > MAX_IMAGES:
        yield Finding(locate("", "images"), "images_too_large", limit=MAX_IMAGES // 1024 // 1024)


def is_image(name: str, content: bytes) -> bool:
    """Whether a picture is what its name says: its hash and its kind."""
    if not _IMAGE.fullmatch(name) or len(content) > MAX_IMAGE_BYTES:
        return False
    digest, _, suffix = name.partition(".")
    known = any(content.startswith(mark) and suffix == kind for mark, kind in _BEGINNINGS)
    return known and hashlib.sha256(content).hexdigest() == digest
