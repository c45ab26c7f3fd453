"""What the people who look after a computer decide about new versions: a file beside the program, values of a registry.

The rule: what is not understood turns looking off and says so; it is never guessed.

    {"updates": {"on": true, "from": "\\\\\\\\server\\\\qindesk", "key": "RWQ…"}}
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.core.packs.signatures import BadKey, read_public_key
from app.core.updates.update import Policy

FILE = "policy.json"
ON, FROM, KEY = "on", "from", "key"
NAMES = (ON, FROM, KEY)


class _File(msgspec.Struct, frozen=True):
    updates: dict[str, Any] = {}


def read_file(content: bytes) -> Mapping[str, Any]:
    """What a policy file says of updates. Raises `ValueError`."""
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_File).updates
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise ValueError(f"{FILE} is not understood") from None


def policy_of(*sources: Mapping[str, Any]) -> Policy:
    """The policy of several places; the first that says something of a name decides it."""
    said: dict[str, Any] = {}
    for source in reversed(sources):
        said |= source
    if unknown := said.keys() - set(NAMES):
        return Policy(fault=f"“{min(unknown)}” is not known")
    is_on, location, key = said.get(ON, True), said.get(FROM, ""), said.get(KEY, "")
    if is_on not in (True, False):
        return Policy(fault=f"“{ON}” is neither true nor false")
    if not isinstance(location, str) or not isinstance(key, str):
        return Policy(fault=f"“{FROM}” and “{KEY}” are texts")
    try:
        return Policy(bool(is_on), location.strip(), read_public_key(key) if key.strip() else None)
    except BadKey:
        return Policy(fault=f"“{KEY}” is no public key")
