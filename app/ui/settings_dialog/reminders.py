"""The settings of what the program tells by itself: before which ends, with which sounds, and by which clock.

The rule: a clock that is set here moves only what the shop counts, never the PC.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.clockwork import moments
from app.core.clockwork.notices import Sound
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.platform_clock import PlatformClock
from app.ui.dialogs.tokens import CODES, Tokens
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.settings_dialog.zone_box import ZoneBox
from app.ui.theme import Look
from app.ui.words import is_chinese

MOST_STEPS = 6
LONGEST_STEP = 7 * 24 * 60
"""Minutes; a week before an end nobody waits for it yet."""


class RemindersPage(Page):
    """Steps, sounds, the platform's clock and the shop's zone."""

    def __init__(self, look: Look, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.steps = Tokens(look, CODES)
        self.has_sounds = QCheckBox()
        self.listen = {sound: button() for sound in Sound}
        self.listen_word = label("muted", wraps=False)
        self.clock = PlatformClock(desk.now, desk.zone)
        self.zone = ZoneBox()
        self.listening = QWidget()
        self.listening.setLayout(row(self.listen_word, *self.listen.values()))
        self.steps_row = Field(self.steps)
        self.clock_row, self.zone_row = Field(self.clock), Field(self.zone)
        for widget in (self.steps_row, self.has_sounds, self.listening, self.clock_row, self.zone_row):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        settings = self.desk.settings()
        self.steps.set_texts(tuple(str(step) for step in settings.countdown_steps))
        self.has_sounds.setChecked(settings.has_sounds)
        self.zone.put(settings.zone)
        self.clock.put(settings.clock_offset_ms)
        for field in (self.steps_row, self.clock_row, self.zone_row):
            field.refuse("")
        self._remark()

    def findable(self) -> Mapping[str, QWidget]:
        """Everything that can be set, and the sounds to listen to."""
        return {
            "steps": self.steps_row,
            "sounds": self.has_sounds,
            "listen": self.listening,
            "clock": self.clock_row,
            "zone": self.zone_row,
        }

    def _connect(self) -> None:
        self.steps.changed.connect(self._choose_steps)
        self.has_sounds.clicked.connect(lambda is_on: self.change(has_sounds=is_on))
        for sound, key in self.listen.items():
            key.clicked.connect(lambda _=False, sound=sound: self.desk.play(sound))
        self.clock.chosen.connect(self._choose_offset)
        self.clock.refused.connect(self._refuse_offset)
        self.zone.chosen.connect(self._choose_zone)
        self.zone.refused.connect(self._refuse_zone)

    def _choose_steps(self) -> None:
        """Store what stands there once nothing is half typed any more; what is no step is refused at once."""
        texts = self.steps.texts()
        wrong = next((text for text in texts if not _is_step(text)), "")
        reason = self.tr("“{text}” is no number of minutes from 1 to {most}.").replace("{most}", f"{LONGEST_STEP:,}")
        if wrong:
            self.steps_row.refuse(reason.replace("{text}", wrong))
            return
        if len(texts) > MOST_STEPS:
            self.steps_row.refuse(self.tr("At most {most} of them.").replace("{most}", str(MOST_STEPS)))
            return
        self.steps_row.refuse("")
        if self.steps.entry.text():
            return
        steps = tuple(sorted({int(text) for text in texts}, reverse=True))
        if steps != self.desk.settings().countdown_steps and self.change(countdown_steps=steps):
            self.steps.set_texts(tuple(str(step) for step in steps))
        self._remark()

    def _choose_offset(self, offset_ms: int) -> None:
        self.clock_row.refuse("")
        self.change(clock_offset_ms=offset_ms)

    def _refuse_offset(self) -> None:
        self.clock_row.refuse(self.tr("Write seconds, such as 2.5 or -0.3; at most a day."))

    def _choose_zone(self, name: str) -> None:
        self.zone_row.refuse("")
        if name != self.desk.settings().zone:
            self.change(zone=name)
        self._remark()
        self.clock.put(self.desk.settings().clock_offset_ms)

    def _refuse_zone(self, text: str) -> None:
        self.zone_row.refuse(self.tr("There is no time zone “{name}”. Choose one of the list.").replace("{name}", text))

    def _remark(self) -> None:
        settings = self.desk.settings()
        none = self.tr("Only the beginning or the end itself is told.")
        some = self.tr("Minutes before a countdown comes. The last one is told with more emphasis.")
        self.steps_row.remark(some if settings.countdown_steps else none)
        zone, now = self.desk.zone(), self.desk.now().replace(second=0, microsecond=0)
        said = self.tr("All moments of activities are meant in it. There it is {moment} now (UTC{offset}).")
        said = said.replace("{offset}", f"{now.astimezone(zone):%z}")
        self.zone_row.remark(said.replace("{moment}", moments.said(now, now, zone, is_chinese())))

    def _name(self) -> None:
        self.steps_row.name(self.tr("Tell me before it comes (minutes)"))
        self.steps.entry.setAccessibleName(self.tr("Tell me before it comes (minutes)"))
        self.steps.entry.setPlaceholderText(self.tr("Another one, such as 30"))
        self.has_sounds.setText(self.tr("With a sound"))
        self.listen_word.setText(self.tr("Listen:"))
        self.listening.setAccessibleName(self.tr("Listen to the sounds"))
        names = (self.tr("A step"), self.tr("The last step"), self.tr("It is time"))
        for key, name in zip(self.listen.values(), names, strict=True):
            key.setText(name)
        self.clock_row.name(self.tr("The platform's clock"))
        self.clock_row.remark(
            self.tr(
                "Open a page of the platform that shows its time or a countdown, and press the keys until both change "
                "at the same moment."
            )
        )
        self.zone_row.name(self.tr("The shop's time zone"))
        self._remark()


def _is_step(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= LONGEST_STEP
