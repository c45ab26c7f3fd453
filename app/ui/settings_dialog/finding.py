"""Single settings found over all pages, by their words, their pinyin or their initials.

The rule: what is found is read off the pages themselves, so a setting is never called otherwise here than there.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.core.pinyin import Readings
from app.core.search.few import NOWHERE, Few
from app.core.values import dataclass
from app.ui.dialogs.form import Field
from app.ui.settings_dialog.also_called import ALSO
from app.ui.settings_dialog.desk import Page
from app.ui.settings_dialog.sections import Section, name

_SPOKEN = 3
"""Title, other words and section are read as pinyin too; what is explained below a field is not: it is long."""


@dataclass(frozen=True, slots=True)
class Found:
    """One setting: where it stands and what it is called."""

    section: Section
    key: str
    title: str


def find(typed: str, readings: Readings, pages: Mapping[Section, Page]) -> list[Found]:
    """The settings that hold every typed word, those whose own name does first."""
    few = Few(typed, readings)
    found: list[tuple[int, Found]] = []
    for section, page in pages.items():
        for key, widget in page.findable().items():
            title = title_of(widget)
            shelves = (title, ALSO.get(f"{section.name.lower()}.{key}", ""), name(section), _remarks(widget))
            place = few.place(shelves, spoken=_SPOKEN)
            if place != NOWHERE:
                found.append((place, Found(section, key, title)))
    return [one for _place, one in sorted(found, key=lambda each: each[0])]


def title_of(widget: QWidget) -> str:
    """What a setting is called on its page."""
    if isinstance(widget, Field):
        return widget.title.text() or title_of(widget.content)
    return widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()


def _remarks(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel))
