"""Every key of the program with what it does, place by place: what the page of keys and the manual show.

The rule: chords come from the tables that bind them; here are only words, and none of those without a key.
"""

from collections.abc import Mapping, Sequence

from app.core.values import dataclass
from app.ui import keys
from app.ui.orders.menu import OF_PAID, OF_PROMISES, OF_QUEUE
from app.ui.timers.timer_list import SNOOZES
from app.ui.words import translate

PARTS = "Ctrl+PgDown"
"""The parts of a place, and the sections of a form, are beside each other."""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key in Qt's portable form, `…` where it stands for several, and what it does."""

    chord: str
    told: str


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of one place."""

    name: str
    lines: tuple[KeyLine, ...]


def of_window() -> KeySection:
    """Those that work everywhere in the window."""
    lines = tuple(KeyLine(key.chord, keys.told(key.name)) for key in keys.KEYS)
    return KeySection(translate("key_sections", "In this window"), lines)


def of_places() -> tuple[KeySection, ...]:
    """Those of the single places, while their list has the keyboard."""
    return (_activities(), _orders(), _timers(), _forms())


def _activities() -> KeySection:
    return KeySection(
        translate("key_sections", "Activities and products"),
        (
            KeyLine("Return", translate("key_sections", "Paste the fact as a sentence; open a product")),
            KeyLine("Space", translate("key_sections", "Choose the activity that is meant; once more: none")),
            KeyLine(PARTS, translate("key_sections", "Activities, products, the shop's questions")),
            KeyLine("Del", keys.told("delete")),
        ),
    )


def _orders() -> KeySection:
    every = {**OF_QUEUE, **{f"paid.{name}": chord for name, chord in OF_PAID.items()}}
    every |= {f"promise.{name}": chord for name, chord in OF_PROMISES.items()}
    told = order_words()
    lines = [KeyLine(chord, told[name]) for name, chord in every.items() if name in told]
    lines.append(KeyLine("Alt+1…9", translate("key_sections", "After payment: tick what was done, by its number")))
    lines.append(KeyLine(PARTS, translate("key_sections", "Unpaid, ended, promises")))
    return KeySection(translate("key_sections", "Unpaid orders"), tuple(lines))


def order_words() -> Mapping[str, str]:
    """What a key does to an order, by its name; `paid.` and `promise.` in the parts that are called so."""
    return {
        "urge": translate("key_sections", "Urge the buyer, then the next order"),
        "copy": translate("key_sections", "Copy the buyer's name"),
        "paid": translate("key_sections", "It is paid"),
        "closed": translate("key_sections", "It was closed: choose the reason"),
        "give_up": translate("key_sections", "Give up: choose the reason"),
        "snooze": translate("key_sections", "Remind later: 3, 5 or 10 minutes"),
        "flag": translate("key_sections", "Flag"),
        "note": translate("key_sections", "Note"),
        "problem": translate("key_sections", "A problem with the payment, with its phrase"),
        "override": translate("key_sections", "Urge against the rules, or by them again"),
        "history": translate("key_sections", "What happened to it"),
        "change": translate("key_sections", "Another size, colour or address; not wanted any more"),
        "edit": translate("key_sections", "Edit the order"),
        "delete": translate("key_sections", "Delete the order"),
        "new": translate("key_sections", "Note an order"),
        "undo": translate("key_sections", "Undo"),
        "paste_text": translate("key_sections", "Take over copied order texts"),
        "filter": translate("key_sections", "Filter"),
        "paid.help": translate("key_sections", "After payment: the phrase of what is open"),
        "paid.reopen": translate("key_sections", "Ended: open it again, it waits for its payment"),
        "promise.answer": translate("key_sections", "Promises: answer the buyer"),
        "promise.keep": translate("key_sections", "Promises: it is done"),
        "promise.put_off": translate("key_sections", "Promises: later"),
    }


def _timers() -> KeySection:
    later = translate("key_sections", "Remind again in {minutes} minutes")
    snoozes = [KeyLine(f"Alt+{digit}", later.replace("{minutes}", str(each))) for digit, each in SNOOZES.items()]
    return KeySection(
        translate("key_sections", "Timers"),
        (
            KeyLine("Return", translate("key_sections", "Done, or show the activity; in the line above: start it")),
            KeyLine("Ctrl+Return", translate("key_sections", "Tell the buyer how long is left")),
            *snoozes,
            KeyLine("Del", translate("key_sections", "Delete the countdown")),
            KeyLine("Ctrl+Z", translate("key_sections", "Undo")),
        ),
    )


def _forms() -> KeySection:
    return KeySection(
        translate("key_sections", "In a form"),
        (
            KeyLine("Ctrl+S", translate("key_sections", "Save")),
            KeyLine(PARTS, translate("key_sections", "To the next section")),
            KeyLine("Esc", translate("key_sections", "Close; what was typed is kept as a draft")),
        ),
    )


def every_section() -> Sequence[KeySection]:
    """All of them but the global ones, which are as the settings say."""
    return (of_window(), *of_places())
