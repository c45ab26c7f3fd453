"""How everything looks: colours, the size of letters, how far the window fades, and how much moves."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.settings import Theme
from app.core.window_choices import OPACITIES, TEXT_PERCENTS
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.words import translate


def theme(value: Theme) -> str:
    """The name of a theme."""
    return {
        Theme.SYSTEM: translate("settings", "As the system"),
        Theme.LIGHT: translate("settings", "Light"),
        Theme.DARK: translate("settings", "Dark"),
    }[value]


def percent(value: int) -> str:
    """A percentage."""
    return f"{value} %"


class AppearancePage(Page):
    """Theme, text, opacity, motion."""

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.theme: Choice[Theme] = Choice(list(Theme), theme)
        self.text: Choice[int] = Choice(TEXT_PERCENTS, percent)
        self.opacity: Choice[int] = Choice(OPACITIES, percent)
        self.motion = QCheckBox()
        self._rows = {name: Field(getattr(self, name)) for name in ("theme", "text", "opacity", "motion")}
        for field in self._rows.values():
            self.column.addWidget(field)
        self.column.addStretch(1)
        self.theme.chosen.connect(lambda: self.change(theme=self.theme.value))
        self.text.chosen.connect(lambda: self.change(text_percent=self.text.value))
        self.opacity.chosen.connect(lambda: self.change(idle_opacity=self.opacity.value))
        self.motion.clicked.connect(lambda is_on: self.change(has_less_motion=is_on))
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; a figure that is not on offer shows as the nearest one."""
        settings = self.desk.settings()
        self.theme.pick(settings.theme)
        self.text.pick(_nearest(settings.text_percent, TEXT_PERCENTS))
        self.opacity.pick(_nearest(settings.idle_opacity, OPACITIES))
        self.motion.setChecked(settings.has_less_motion)

    def findable(self) -> Mapping[str, QWidget]:
        """Every row."""
        return self._rows

    def _name(self) -> None:
        self._rows["theme"].name(self.tr("Colours"))
        self._rows["text"].name(self.tr("Text size"))
        self._rows["opacity"].name(self.tr("While nobody uses the window it is opaque to"))
        self._rows["opacity"].remark(
            self.tr("It is whole under the pointer, while you type, and while it tells something.")
        )
        self.motion.setText(self.tr("Less motion"))
        self._rows["motion"].remark(self.tr("No cursor blinks, and no menu slides or fades."))


def _nearest(value: int, offered: tuple[int, ...]) -> int:
    return min(offered, key=lambda each: abs(each - value))
