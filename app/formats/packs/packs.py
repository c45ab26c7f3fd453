"""A pack in and out of every form in which one can be given: JSON, YAML, CSV and a workbook.

The rule: the bytes decide what a file is, never its name; whatever it holds, the answer is a `PackReading`, and a pack
that is written reads back as the same pack, as far as its form can hold it.
"""

import codecs
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from pathlib import PurePath
from zoneinfo import ZoneInfo

from app.core.imports.reading import UNWATCHED, BadFile, Reason, Spot, Watch
from app.core.packs.findings import Finding, PackReading
from app.core.packs.pack import Pack
from app.formats.file import put
from app.formats.packs import json as pack_json
from app.formats.packs import tables as pack_tables
from app.formats.packs import tables_writer as pack_tables_writer
from app.formats.packs import yaml as pack_yaml
from app.formats.packs.tree import grown
from app.formats.sheets.opening import is_sheet
from app.formats.source import HEAD_BYTES, Source, load, of_bytes

made_id = pack_tables.made_id
_YAML = frozenset({".yaml", ".yml"})
_TABLES = frozenset({".csv", ".tsv", ".txt"})
_LOCKS = ("~$", ".~lock.")


class Form(Enum):
    """How a pack is written; the value is the ending of its file."""

    JSON = "json"
    YAML = "yaml"
    CSV = "csv"
    WORKBOOK = "xlsx"


def form_of(path: str) -> Form | None:
    """The form that the ending of a name asks for."""
    ending = PurePath(path).suffix.lower().lstrip(".")
    return {"json": Form.JSON, "yaml": Form.YAML, "yml": Form.YAML, "csv": Form.CSV, "xlsx": Form.WORKBOOK}.get(ending)


def read_pack(
    source: str | bytes,
    zone: ZoneInfo,
    now: datetime,
    *,
    name: str = "",
    pack_id: str = "",
    watch: Watch = UNWATCHED,
) -> PackReading:
    """Read a pack from a path or from bytes. Raises `Cancelled` and nothing else.

    `zone` is the shop's, for moments that a table tells without an offset; `name` is what the bytes are called in what
    is told of them; `pack_id` is the id of a table that does not say its own (else one is made of the file's name).
    """
    file = source if isinstance(source, str) else name
    if PurePath(file).name.startswith(_LOCKS):
        return PackReading(file, None, (Finding(Spot(file), "lock_file"),))
    try:
        return _read(load(source) if isinstance(source, str) else of_bytes(name, source), zone, now, pack_id, watch)
    except BadFile as bad:
        return PackReading(file, None, (Finding(bad.spot, bad.reason.value, names=bad.names, limit=bad.limit),))
    except (RecursionError, MemoryError) as error:
        return PackReading(file, None, (Finding(Spot(file), Reason.BROKEN.value, names=(type(error).__name__,)),))


def _read(source: Source, zone: ZoneInfo, now: datetime, pack_id: str, watch: Watch) -> PackReading:
    watch.step(0, 1)
    head = source.content[:HEAD_BYTES]
    if is_sheet(head):
        return pack_tables.read(source, zone, now, pack_id, watch)
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"{", b"[")):
        return grown(pack_json.tree(source), watch)
    if source.suffix in _YAML or (pack_yaml.looks_like(head) and source.suffix not in _TABLES):
        return grown(pack_yaml.tree(source, watch), watch)
    return pack_tables.read(source, zone, now, pack_id, watch)


def write_pack(pack: Pack, form: Form, zone: ZoneInfo, *, is_chinese: bool = True) -> bytes:
    """A pack as the bytes of a file. `zone` and the language are those of the tables (CSV, workbook)."""
    writers: Mapping[Form, Callable[[], bytes]] = {
        Form.JSON: lambda: pack_json.written(pack),
        Form.YAML: lambda: pack_yaml.written(pack),
        Form.CSV: lambda: pack_tables_writer.phrases_csv(pack, zone, is_chinese=is_chinese),
        Form.WORKBOOK: lambda: pack_tables_writer.workbook(pack, zone, is_chinese=is_chinese),
    }
    return writers[form]()


def left_out(pack: Pack, form: Form) -> Mapping[str, int]:
    """How many things of a pack a form cannot hold, by what they are; empty where it holds everything.

    `images`, `unknown` (what a later version has added), `entries`, `kinds`, and `bound`: phrases whose activity the
    file cannot name, which come back as errors and never as phrases without that limit.
    """
    if form in (Form.JSON, Form.YAML):
        return {}
    is_csv = form is Form.CSV
    activities = set() if is_csv else {entry.id for entry in pack.entries}
    bound = [phrase.lifetime.activity_id for phrase in pack.phrases if phrase.lifetime and phrase.lifetime.activity_id]
    counts = {
        "images": len(pack.images),
        "unknown": len(pack.unknown),
        "entries": len(pack.entries) if is_csv else 0,
        "kinds": len(pack.kinds) if is_csv else 0,
        "bound": sum(activity_id not in activities for activity_id in bound),
    }
    return {what: count for what, count in counts.items() if count}


def save_pack(path: str, pack: Pack, zone: ZoneInfo, *, is_chinese: bool = True) -> None:
    """Write a pack into a file, in the form that its ending asks for (JSON where it asks for none).

    What stood under the name is the old file or the whole new one. Raises `NotWritten`.
    """
    put(path, write_pack(pack, form_of(path) or Form.JSON, zone, is_chinese=is_chinese))
