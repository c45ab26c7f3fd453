"""Settings as rows of key and JSON, and back.

The rule: what this version does not know or cannot read is left as it is, so that a newer version finds it again.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_type_hints

import msgspec

from app.core.settings import HOTKEYS, Settings


def to_settings(rows: Mapping[str, str]) -> Settings:
    """Settings of rows; what is missing or unreadable has its default."""
    known = {key: value for key, value in _read(rows).items() if value is not _UNREADABLE}
    settings = Settings(**known)
    return replace(settings, hotkeys={**HOTKEYS, **settings.hotkeys})


def changed_rows(rows: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """The rows to write so that they mean these settings. `rows` are the stored ones."""
    stored = to_settings(rows)
    return {
        field.name: msgspec.json.encode(getattr(settings, field.name)).decode()
        for field in fields(settings)
        if getattr(settings, field.name) != getattr(stored, field.name)
    }


_UNREADABLE = object()


def _read(rows: Mapping[str, str]) -> dict[str, Any]:
    kinds = get_type_hints(Settings)
    return {key: _decode(rows[key], kind) for key, kind in kinds.items() if key in rows}


def _decode(value: str, kind: Any) -> Any:
    try:
        return msgspec.json.decode(value, type=kind)
    except (msgspec.DecodeError, TypeError, ValueError):
        return _UNREADABLE
