"""What was being written when the program was asked to quit, as by an installer: kept until the next start.

The rule: nothing that was written is lost by an upgrade or a power cut, and nothing but values of our own comes back:
what names anything else is dropped unread, and so is, alone, a draft that a newer version does not understand.
"""

import io
import logging
import os
import pickle
import re
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

_log = logging.getLogger(__name__)
_PLAIN = {
    "builtins": {"set", "frozenset"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "decimal": {"Decimal"},
    "zoneinfo": {"ZoneInfo"},
}
_OURS = "app.core."
_PICTURE = re.compile(rb"[0-9a-f]{64}\.(?:png|jpg|gif)")

Drafts = Mapping[str, Mapping[str, Any]]
"""By the kind of form, then by what was edited."""


class _Reader(pickle.Unpickler):
    """Makes values of the core and of the standard library only; no function is ever called by its name."""

    def find_class(self, module: str, name: str) -> Any:
        is_plain = name in _PLAIN.get(module, ())
        if is_plain or module.startswith(_OURS):  # asked first: to find a name is to import its module
            found = super().find_class(module, name)
            if is_plain or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a draft")


class _Writer(pickle.Pickler):
    """Writes a time zone by its name, a choice by its value; Python's own ways may call a function by its name."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return type(value), (value.value,)
        return (ZoneInfo, (value.key,)) if isinstance(value, ZoneInfo) else NotImplemented


class DraftFile:
    """One file of the data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, drafts: Drafts) -> bool:
        """Write drafts down; whether all of them could be. Without any there is no file."""
        written = [(kind, key, raw) for kind, kept in drafts.items() for key, raw in _written(kept).items()]
        with suppress(OSError):
            if not written:
                self._path.unlink(missing_ok=True)
                return not any(drafts.values())
            beside = self._path.with_name(f"{self._path.name}.new")
            with beside.open("wb") as file:
                file.write(pickle.dumps(written))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
            return len(written) == sum(len(kept) for kept in drafts.values())
        _log.warning("The drafts could not be written")
        return False

    def read(self) -> Drafts:
        """What was kept the last time; a file that cannot be read at all is dropped."""
        found: dict[str, dict[str, Any]] = {}
        try:
            raw = self._path.read_bytes()
            listed = _Reader(io.BytesIO(raw)).load()
            rows = [(str(kind), str(key), bytes(draft)) for kind, key, draft in listed]
        except FileNotFoundError:
            return found
        except OSError as error:  # somebody else has it open: it is not ours to drop
            _log.warning("The drafts could not be opened: %s", error)
            return found
        except Exception as error:  # pickle raises what the bytes make it raise
            _log.warning("The drafts could not be read: %s", type(error).__name__)
            with suppress(OSError):
                self._path.unlink()
            return found
        for kind, key, draft in rows:
            try:
                found.setdefault(kind, {})[key] = _Reader(io.BytesIO(draft)).load()
            except Exception as error:  # the same
                _log.warning("A draft was dropped: %s", error)
        return found

    def pictures(self) -> frozenset[str]:
        """The picture files that stand in what was written last: nobody else may need them yet."""
        try:
            raw = self._path.read_bytes()
        except OSError:
            return frozenset()
        return frozenset(name.decode("ascii") for name in _PICTURE.findall(raw))


def _written(kept: Mapping[str, Any]) -> dict[str, bytes]:
    """Each draft by itself, so that one that cannot be written costs no other."""
    written: dict[str, bytes] = {}
    for key, draft in kept.items():
        try:
            into = io.BytesIO()
            _Writer(into).dump(draft)
            written[key] = into.getvalue()
        except Exception as error:  # what cannot be pickled says so in many ways
            _log.warning("A draft was not kept: %s", type(error).__name__)
    return written
