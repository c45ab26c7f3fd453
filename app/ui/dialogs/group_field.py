"""A field for a group: one of those that exist, found by typing any part of its path, or a new one.

The rule: what stands there as it was put means exactly that group, even if a name in it holds a slash.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from app.core.phrases.shelf import Group, Node

BETWEEN_GROUPS = " / "


def path_text(group: Group) -> str:
    """A group as it is written."""
    return BETWEEN_GROUPS.join(group)


def group_of(text: str, known: Iterable[Group]) -> Group:
    """The group that is written: a known one if its path is the same, else the parts between slashes."""
    written = text.strip()
    for group in known:
        if path_text(group) == written:
            return group
    return tuple(part.strip() for part in written.replace("／", "/").split("/") if part.strip())


def paths(nodes: Iterable[Node]) -> list[Group]:
    """The paths of all groups of a tree, each before those inside it."""
    found: list[Group] = []
    for node in nodes:
        found += [node.path, *paths(node.children)]
    return [path for path in found if path]


class GroupField(QComboBox):
    """An editable list of groups."""

    def __init__(self) -> None:
        super().__init__()
        self._known: list[Group] = []
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(finder)

    @property
    def group(self) -> Group:
        """The group that stands there."""
        return group_of(self.currentText(), self._known)

    def set_group(self, group: Group, known: Sequence[Group] = ()) -> None:
        """Show a group among those that exist."""
        self._known = list(dict.fromkeys((*known, *((group,) if group else ()))))
        self.blockSignals(True)
        self.clear()
        self.addItems([path_text(path) for path in self._known])
        self.setEditText(path_text(group))
        self.blockSignals(False)

    def hint(self, text: str) -> None:
        """Say in the empty field what may be typed."""
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(text)
