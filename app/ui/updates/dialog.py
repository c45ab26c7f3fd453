"""New versions: which one is here and why, and whether it may be installed when the program quits.

The rule: nothing is installed by closing this window; each choice is a button of its own and can be taken back here.
"""

from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QLabel

from app.core.settings import Language
from app.core.updates.update import Offer, Stage
from app.ui.dialogs.form import Form, button, dress, label, row
from app.ui.settings_dialog.backups import moment
from app.ui.updates import words as update_words
from app.ui.updates.desk import UpdateDesk
from app.ui.words import is_chinese

_HAS_OFFER = (Stage.READY, Stage.AGREED, Stage.FAILED)


class UpdateDialog(Form):
    """A small window over what `UpdateDesk` tells. `refresh` reads it again."""

    def __init__(self, desk: UpdateDesk) -> None:
        super().__init__((440, 260))
        self._desk = desk
        self._is_looking = False
        self.headline, self.installed = label("title"), label("muted")
        self.reason, self.details = label(), label("hint")
        self.trouble = label("error")
        self.look_button, self.skip_button = button("link"), button("link")
        self.switch = QCheckBox()
        for widget in (self.headline, self.installed, self.reason, self.details, self.trouble):
            self.column.addWidget(widget)
        self.column.addLayout(row(self.look_button, self.skip_button))
        self.column.addStretch(1)
        self.column.addWidget(self.switch)
        self.add_button(lambda: self.tr("Close"), self.reject)
        self.now_button = self.add_button(lambda: self.tr("Quit and install now"), self._install_now)
        self.agree_button = self.add_button(self._agree_words, self._agree, "primary")
        self.look_button.clicked.connect(self._look)
        self.skip_button.clicked.connect(self._skip)
        self.switch.toggled.connect(self._turn)
        self.spoken.again(self._name)

    def refresh(self) -> None:
        """Show how far it has come; also the end of a look."""
        has_looked, self._is_looking = self._is_looking, False
        self._show()
        if has_looked:  # the button that was pressed could not keep the keyboard while it looked
            (self.agree_button if self.agree_button.isVisible() else self.look_button).setFocus()

    def _show(self) -> None:
        standing = self._desk.standing()
        offer = standing.offer if standing.stage in _HAS_OFFER else None
        self.headline.setText(self.tr("Looking…") if self._is_looking else update_words.of_standing(standing))
        self.installed.setText(self.tr("Installed: {version}").replace("{version}", str(standing.installed)))
        _put(
            self.reason,
            offer.reason(Language.CHINESE.value if is_chinese() else Language.ENGLISH.value) if offer else "",
        )
        _put(self.details, self._details(offer) if offer else self._looked(standing.looked_at))
        _put(self.trouble, update_words.of_trouble(standing.trouble))
        self.switch.blockSignals(True)
        self.switch.setChecked(standing.is_on and not standing.is_managed)
        self.switch.blockSignals(False)
        self.switch.setEnabled(not standing.is_managed)
        self.look_button.setVisible(not standing.is_managed and standing.is_on)
        self.look_button.setEnabled(not self._is_looking)
        self.skip_button.setVisible(offer is not None)
        self.agree_button.setVisible(offer is not None)
        self.agree_button.setText(self._agree_words())
        dress(self.agree_button, "" if standing.stage is Stage.AGREED else "primary")
        self.now_button.setVisible(offer is not None and self._desk.can_install)

    def _details(self, offer: Offer) -> str:
        size = QLocale().formattedDataSize(offer.build.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        said = self.tr("Published {moment} · {size}, downloaded and checked")
        return said.replace("{moment}", moment(offer.published_at)).replace("{size}", size)

    def _looked(self, at: datetime | None) -> str:
        return self.tr("Last looked: {moment}").replace("{moment}", moment(at)) if at else ""

    def _agree_words(self) -> str:
        if not self._desk.can_install:
            return self.tr("Show the file")
        is_agreed = self._desk.standing().stage is Stage.AGREED
        return self.tr("Do not install it") if is_agreed else self.tr("Install when I quit")

    def _agree(self) -> None:
        if not self._desk.can_install:
            self._desk.show_file()
        elif self._desk.standing().stage is Stage.AGREED:
            self._desk.take_back()
        else:
            self._desk.agree()
        self._show()

    def _install_now(self) -> None:
        self._desk.agree()
        self._desk.quit_and_install()

    def _look(self) -> None:
        self._is_looking = True
        self._show()
        self._desk.look()

    def _skip(self) -> None:
        self._desk.skip()
        self._show()
        self.look_button.setFocus()

    def _turn(self, is_on: bool) -> None:
        self._desk.turn(is_on)
        self._show()

    def _name(self) -> None:
        self.setWindowTitle(self.tr("New versions"))
        self.look_button.setText(self.tr("Look now"))
        self.skip_button.setText(self.tr("Skip this version"))
        self.switch.setText(self.tr("Look for new versions"))
        self._show()


def _put(widget: QLabel, text: str) -> None:
    """A text that takes no room where there is none."""
    widget.setText(text)
    widget.setVisible(bool(text))
