"""What works on this PC and what does not, for `qindesk doctor` and the support.

The rule: looking changes nothing, nothing that fails stops the rest, and no finding holds a buyer's text.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from app.core.storage import Backup, NotStored, Trouble
from app.core.values import dataclass

LITTLE_SPACE = 200 * 1024 * 1024
NO_SPACE = 20 * 1024 * 1024
OLD_BACKUP = timedelta(days=3)


class State(Enum):
    """How a thing is."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


SENTENCES: Mapping[str, str] = {
    "not_checked": "Could not be checked here.",
    "failed": "The check itself failed: {reason}.",
    "folder_ok": "The data folder can be written.",
    "database_ok": "The database is open and intact: {count} phrases.",
    "sheet_ok": "The cheat-sheet holds {activities} activities, {products} products and {facts} facts.",
    "sheet_unreadable": "{unreadable} entries of the cheat-sheet are unreadable here and stay as they are.",
    "orders_ok": "{open} orders wait for payment, {ended} have ended; {follow_ups} promises to buyers are open.",
    "orders_unreadable": "{unreadable} orders are unreadable here and stay as they are.",
    "trouble_full": "The disk is full.",
    "trouble_locked": "Another program holds the file.",
    "trouble_read_only": "The file may not be written.",
    "trouble_damaged": "The database is damaged; a backup can be restored in the settings.",
    "trouble_newer": "The data belongs to a newer version of QinDesk; please update.",
    "trouble_foreign": "The file is not a database of QinDesk.",
    "trouble_gone": "The file is not there.",
    "backup_fresh": "The last of {count} backups is {hours} hours old.",
    "backup_old": "The last backup is {days} days old.",
    "backup_none": "There is no backup yet; the first is made as soon as QinDesk has started.",
    "session_ok": "The session is {session}.",
    "session_wayland": "Wayland lets no program press keys in another: phrases are copied, not pasted.",
    "session_none": "There is no screen that this user may use; start QinDesk from a desktop session.",
    "paste_ok": "Phrases can be pasted into other programs.",
    "paste_bad": "Keys cannot be sent to other programs: phrases are only copied.",
    "hotkeys_ok": "All {count} hotkeys are free.",
    "hotkeys_taken": "Another program holds {names}.",
    "clipboard_ok": "The clipboard can be read.",
    "clipboard_bad": "The clipboard cannot be read; another program may hold it.",
    "input_method_ok": "Input method: {names}.",
    "input_method_none": "No Chinese input method was seen.",
    "fonts_ok": "Chinese is shown in {names}.",
    "fonts_none": "No font with Chinese characters was found: install one, for example Noto Sans CJK.",
    "space_ok": "{megabytes} MB are free.",
    "space_little": "Only {megabytes} MB are free.",
    "versions": "{names}",
}
"""English source sentences; the braces are filled from the values of a finding."""

Values = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `sentence` is a key of `SENTENCES`."""

    name: str
    state: State
    sentence: str
    values: Values

    @property
    def text(self) -> str:
        """The finding in English words."""
        return SENTENCES[self.sentence].format_map(self.values)

    def to_plain(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return {"name": self.name, "state": self.state.value, "text": self.text, "values": dict(self.values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Probes:
    """How each thing is looked at; None where this start of the program cannot (no screen, no window system).

    `try_folder` and those that count raise `NotStored`. `count_sheet` counts `activities`, `products`, `facts` and the
    `unreadable` ones, `count_orders` `open` and `ended` orders, `unreadable` ones and open `follow_ups`.
    `hotkeys` tells of each chord whether it could be had (those we hold ourselves count as free). `session` is `x11`,
    `wayland`, `windows` or empty. `versions`: name → version.
    """

    try_folder: Callable[[], None]
    free_bytes: Callable[[], int]
    count_phrases: Callable[[], int]
    count_sheet: Callable[[], Mapping[str, int]]
    count_orders: Callable[[], Mapping[str, int]]
    backups: Callable[[], Sequence[Backup]]
    session: Callable[[], str]
    versions: Callable[[], Mapping[str, str]]
    can_paste: Callable[[], bool] | None = None
    hotkeys: Callable[[], Mapping[str, bool]] | None = None
    can_read_clipboard: Callable[[], bool] | None = None
    input_methods: Callable[[], Sequence[str]] | None = None
    chinese_fonts: Callable[[], Sequence[str]] | None = None


_Said = tuple[State, str, Values]


def examine(probes: Probes, now: datetime) -> tuple[Finding, ...]:
    """Look at everything."""
    looks: tuple[tuple[str, Callable[[], _Said] | None], ...] = (
        ("folder", lambda: _folder(probes.try_folder)),
        ("space", lambda: _space(probes.free_bytes())),
        ("database", lambda: (State.OK, "database_ok", {"count": probes.count_phrases()})),
        ("sheet", lambda: _counted("sheet", probes.count_sheet())),
        ("orders", lambda: _counted("orders", probes.count_orders())),
        ("backups", lambda: _backups(probes.backups(), now)),
        ("session", lambda: _session(probes.session())),
        ("paste", _if(probes.can_paste, lambda can: _either(can, "paste_ok", "paste_bad"))),
        ("hotkeys", _if(probes.hotkeys, _hotkeys)),
        ("clipboard", _if(probes.can_read_clipboard, lambda can: _either(can, "clipboard_ok", "clipboard_bad"))),
        ("input_method", _if(probes.input_methods, lambda names: _names(names, "input_method", State.WARN))),
        ("fonts", _if(probes.chinese_fonts, lambda names: _names(names, "fonts", State.BAD))),
        ("versions", lambda: (State.OK, "versions", {"names": _listed(probes.versions())})),
    )
    return tuple(Finding(name, *_said(look)) for name, look in looks)


def to_plain(findings: Sequence[Finding]) -> dict[str, Any]:
    """All findings as a JSON object; `state` is the worst of them."""
    order = list(State)
    worst = max((finding.state for finding in findings), key=order.index, default=State.OK)
    return {"state": worst.value, "findings": [finding.to_plain() for finding in findings]}


def _said(look: Callable[[], _Said] | None) -> _Said:
    if look is None:
        return State.WARN, "not_checked", {}
    try:
        return look()
    except NotStored as error:
        return _trouble(error.trouble)
    except Exception as error:  # a doctor that falls ill helps nobody
        return State.WARN, "failed", {"reason": type(error).__name__}


def _if(probe: Callable[[], Any] | None, say: Callable[[Any], _Said]) -> Callable[[], _Said] | None:
    return None if probe is None else lambda: say(probe())


def _either(is_good: bool, good: str, bad: str) -> _Said:
    return (State.OK, good, {}) if is_good else (State.BAD, bad, {})


def _trouble(trouble: Trouble) -> _Said:
    return State.BAD, f"trouble_{trouble.value}", {}


def _folder(try_folder: Callable[[], None]) -> _Said:
    try_folder()
    return State.OK, "folder_ok", {}


def _space(free: int) -> _Said:
    state = State.BAD if free < NO_SPACE else State.WARN if free < LITTLE_SPACE else State.OK
    return state, "space_ok" if state is State.OK else "space_little", {"megabytes": free // 1024**2}


def _counted(name: str, counts: Mapping[str, int]) -> _Said:
    if counts["unreadable"]:
        return State.WARN, f"{name}_unreadable", {"unreadable": counts["unreadable"]}
    return State.OK, f"{name}_ok", dict(counts)


def _backups(backups: Sequence[Backup], now: datetime) -> _Said:
    if not backups:
        return State.WARN, "backup_none", {}
    age = now - max(backup.made_at for backup in backups)
    if age > OLD_BACKUP:
        return State.WARN, "backup_old", {"days": age.days}
    return State.OK, "backup_fresh", {"count": len(backups), "hours": max(0, int(age.total_seconds() // 3600))}


def _session(session: str) -> _Said:
    if session in {"x11", "windows"}:
        return State.OK, "session_ok", {"session": session}
    return (State.WARN, "session_wayland", {}) if session == "wayland" else (State.BAD, "session_none", {})


def _hotkeys(hotkeys: Mapping[str, bool]) -> _Said:
    taken = [chord for chord, is_free in hotkeys.items() if not is_free]
    if taken:
        return State.WARN, "hotkeys_taken", {"names": ", ".join(taken)}
    return State.OK, "hotkeys_ok", {"count": len(hotkeys)}


def _names(names: Sequence[str], kind: str, without: State) -> _Said:
    if not names:
        return without, f"{kind}_none", {}
    return State.OK, f"{kind}_ok", {"names": ", ".join(names[:3])}


def _listed(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items())
