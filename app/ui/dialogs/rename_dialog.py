"""Another name for a group: its whole path stands there, so that it can be put into another group as well.

The rule: that there is such a group already is said before, in words and on the button; it is joined, never replaced.
"""

from collections.abc import Callable, Mapping

from app.core.phrases.phrase import MAX_GROUP_DEPTH, BadPhrase
from app.core.phrases.shelf import Group
from app.ui.composing import ComposingEdit
from app.ui.dialogs import terms
from app.ui.dialogs.form import Field, Form
from app.ui.dialogs.group_field import group_of, path_text


class RenameDialog(Form):
    """A small window. `counts` are the groups that there are with how many phrases each holds in all.

    `rename` does it, and raises `BadPhrase` where a path would be too deep.
    """

    def __init__(
        self,
        group: Group,
        counts: Mapping[Group, int],
        rename: Callable[[Group], object],
    ) -> None:
        super().__init__((360, 200))
        self._group, self._counts, self._rename = group, counts, rename
        self.entry = ComposingEdit()
        self.entry.setText(path_text(group))
        self.field = Field(self.entry)
        self.column.addWidget(self.field)
        self.column.addStretch(1)
        self.add_button(lambda: self.tr("Cancel"), self.reject)
        self.button = self.add_button(self._word, self.take, "primary")
        self.entry.textChanged.connect(lambda _text: self._look_at())
        self.entry.returnPressed.connect(self.take)
        self.spoken.again(self._name)
        self.entry.setFocus()
        name = group[-1]
        self.entry.setSelection(len(self.entry.text()) - len(name), len(name))

    @property
    def name(self) -> Group:
        """The path that stands there."""
        return group_of(self.entry.text(), self._counts)

    def take(self) -> None:
        """Give the group the name that stands there."""
        if self.name == self._group:
            self.reject()
            return
        try:
            if not self.name:
                self.field.refuse(self.tr("A group needs a name."))
                return
            self._rename(self.name)
        except BadPhrase as bad:
            self.field.refuse(terms.rule(BadPhrase("group", bad.rule, bad.limit or MAX_GROUP_DEPTH)))
            return
        self.accept()

    @property
    def _is_joining(self) -> bool:
        return self.name != self._group and self.name in self._counts

    def _word(self) -> str:
        return self.tr("Join them") if self._is_joining else self.tr("Rename")

    def _look_at(self) -> None:
        self.field.refuse("")
        joined = self.tr("There is such a group with {count} phrases: the two become one.")
        self.field.remark(joined.replace("{count}", f"{self._counts[self.name]:,}") if self._is_joining else "")
        self.button.setText(self._word())

    def _name(self) -> None:
        count = self._counts.get(self._group, 0)
        title = self.tr("Rename the group with {count} phrases") if count != 1 else self.tr("Rename the group")
        self.setWindowTitle(title.replace("{count}", f"{count:,}"))
        self.field.name(self.tr("New name; A / B for a group in a group"))
        self._look_at()
