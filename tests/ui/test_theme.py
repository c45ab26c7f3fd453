import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.settings import Theme
from app.ui import icons
from app.ui.palette import DARK, LIGHT, Tone
from app.ui.sheet import DRAWINGS
from app.ui.theme import ICON, Look, Scale, Type, sheet

NAMES = sorted(path.stem for path in DRAWINGS.glob("*.svg"))


@pytest.fixture
def switched(look: Look) -> Iterator[Look]:
    yield look
    look.use(Theme.LIGHT)


@pytest.fixture
def bare(qapp: QApplication, look: Look) -> Iterator[Look]:
    """A look that is not on yet; afterwards the usual one is on again."""
    qapp.setStyleSheet("")
    made = Look(qapp, Theme.LIGHT, is_on=False)
    yield made
    made.deleteLater()
    for theme in (Theme.DARK, Theme.LIGHT):
        look.use(theme)


def _inked(image: QImage) -> list[QColor]:
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() > 200]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("qapp")
def test_a_drawing_is_on_the_grid_and_stays_inside(name: str) -> None:
    root = ET.parse(DRAWINGS / f"{name}.svg").getroot()
    picture = icons.pixmap(name, "#000000", 40, 1.0).toImage()

    assert root.get("viewBox") in {"0 0 20 20", "0 0 64 64"}
    assert _inked(picture)
    assert all(picture.pixelColor(x, y).alpha() == 0 for x in range(40) for y in (0, 39))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("qindesk")])
def test_a_drawing_has_the_one_stroke_and_takes_any_colour(name: str) -> None:
    root = ET.parse(DRAWINGS / f"{name}.svg").getroot()

    assert (root.get("stroke"), root.get("stroke-width"), root.get("stroke-linecap")) == (
        "currentColor",
        "1.6",
        "round",
    )
    assert {pixel.name() for pixel in _inked(icons.pixmap(name, "#ff0000", 20, 2.0).toImage())} == {"#ff0000"}


def test_a_drawing_has_the_pixels_of_the_screen() -> None:
    picture = icons.pixmap("search", "#000000", 20, 2.0)

    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)


def test_a_drawing_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.pixmap("nothing_like_it", "#000000", 20, 1.0)


@pytest.mark.parametrize("is_paused", [False, True])
def test_the_program_has_an_icon_of_its_own(qapp: QApplication, is_paused: bool) -> None:
    assert not icons.program(is_paused).pixmap(32, 32).isNull()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_names_every_colour_and_leaves_no_place_open(palette: object) -> None:
    text = sheet(LIGHT if palette is LIGHT else DARK, Scale())

    assert "$" not in text
    assert not re.search(r"url\(\"(?!.*fixed/\w+\.svg\"\))", text)


def test_switching_the_theme_repaints_at_once(switched: Look, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    switched.dress(button, "search", Tone.TEXT)

    with qtbot.waitSignal(switched.changed, timeout=500):
        switched.use(Theme.DARK)

    assert switched.is_dark
    assert _inked(button.icon().pixmap(18, 18).toImage())[0].name().upper() == DARK.text


@pytest.mark.parametrize("side", [14, 16, 18])
def test_a_drawing_of_a_button_is_rendered_at_the_size_it_is_shown_at(look: Look, qtbot: QtBot, side: int) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIconSize(QSize(side, side))

    look.dress(button, "copy")

    assert [size.width() for size in button.icon().availableSizes()] == [side]


def test_a_drawing_of_a_menu_is_of_the_size_that_the_style_shows() -> None:
    style = QApplication.style()

    shown = {
        style.pixelMetric(each) for each in (QStyle.PixelMetric.PM_SmallIconSize, QStyle.PixelMetric.PM_ButtonIconSize)
    }

    assert shown == {ICON}


def test_a_look_that_is_not_on_yet_dresses_everything_when_asked(qapp: QApplication, bare: Look) -> None:
    bare.use(Theme.DARK)
    before = qapp.styleSheet()

    bare.put_on()

    assert (before, qapp.styleSheet()) == ("", sheet(DARK, bare.scale))
    assert qapp.palette().window().color() == QColor(DARK.ground)


def test_what_is_drawn_comes_when_it_is_asked_for(qtbot: QtBot, bare: Look) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    bare.put_on()
    bare.dress(button, "more")
    before = button.icon().isNull()

    with qtbot.waitSignal(bare.drawn, timeout=0):
        bare.draw()

    assert before
    assert bare.has_drawings
    assert not button.icon().isNull()


def test_the_same_theme_again_changes_nothing(switched: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switched.changed):
        switched.use(Theme.LIGHT)


def test_a_drawing_is_made_once(look: Look) -> None:
    assert look.pixmap("search", Tone.TEXT, 20, 1.0) is look.pixmap("search", Tone.TEXT, 20, 1.0)


def test_type_and_rows_grow_with_the_text_setting() -> None:
    scale = Scale(1.5)

    assert (scale.size(Type.BODY), scale.row, scale.target) == (20, 72, 42)


def test_a_font_has_its_size_in_pixels(look: Look) -> None:
    assert look.font(Type.TITLE).pixelSize() == 14


@pytest.mark.parametrize("percent", [90, 130])
def test_another_text_size_grows_what_stands_and_goes_back_to_the_same(
    switched: Look, qtbot: QtBot, percent: int
) -> None:
    button, free = QToolButton(), QToolButton()
    for widget in (button, free):
        qtbot.addWidget(widget)
    button.setFixedSize(switched.scale.target + 4, switched.scale.target + 4)
    free.setMinimumHeight(200)

    switched.use(Theme.LIGHT, percent / 100)
    grown, text = button.size(), switched.font(Type.BODY).pixelSize()
    switched.use(Theme.LIGHT, 1.0)

    assert text == round(13 * percent / 100)
    assert grown.width() == grown.height() == max(28, round(28 * percent / 100)) + 4
    assert button.height() == 32
    assert free.minimumHeight() == 200


class _Dressings(QObject):
    """Counts how often each widget is dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.of[watched.objectName()] += 1
        return False


def test_however_deep_a_widget_lies_another_text_size_dresses_it_no_oftener_than_its_window(
    switched: Look, qapp: QApplication, qtbot: QtBot
) -> None:
    widgets = [QWidget()]
    for depth in range(1, 12):
        widgets.append(QLabel(f"{depth}", widgets[-1]))
    qtbot.addWidget(widgets[0])
    for depth, widget in enumerate(widgets):
        widget.setObjectName(f"at {depth}")
    widgets[0].show()
    switched.use(Theme.LIGHT, 1.25)
    dressings = _Dressings()

    qapp.installEventFilter(dressings)
    switched.use(Theme.LIGHT, 1.5)
    qapp.removeEventFilter(dressings)

    counts = [dressings.of[widget.objectName()] for widget in widgets]
    assert counts == [2] * len(widgets)
    assert widgets[-1].font().pixelSize() == 20


def test_with_less_motion_no_cursor_blinks_and_back(qapp: QApplication, look: Look) -> None:
    usual = qapp.cursorFlashTime()

    look.calm(True)
    calm = qapp.cursorFlashTime()
    look.calm(False)

    assert usual > 0
    assert (calm, qapp.cursorFlashTime()) == (0, usual)


def test_quotes_are_as_wide_as_the_language_wants_them(look: Look) -> None:
    former = QLocale()

    QLocale.setDefault(QLocale("zh_CN"))
    chinese = look.font(Type.BODY).featureTags()
    QLocale.setDefault(QLocale("en"))
    english = [tag.toString().data().decode() for tag in look.font(Type.BODY).featureTags()]
    QLocale.setDefault(former)

    assert chinese == []
    assert english == ["pwid"]
