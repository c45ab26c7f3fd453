from PySide6.QtCore import QRect

from app.ui.pixels import Monitor, in_points, monitors

PLAIN = Monitor(QRect(0, 0, 1920, 1080), 1.0)
SHARP = Monitor(QRect(1920, 0, 1280, 720), 1.5)


def test_on_a_plain_screen_pixels_are_points() -> None:
    assert in_points(QRect(10, 20, 300, 400), [PLAIN]) == QRect(10, 20, 300, 400)


def test_on_a_sharp_screen_places_are_divided_from_its_corner() -> None:
    assert in_points(QRect(1920 + 150, 300, 900, 600), [PLAIN, SHARP]) == QRect(2020, 200, 600, 400)


def test_the_screen_that_holds_most_of_it_counts() -> None:
    assert in_points(QRect(1900, 0, 300, 300), [PLAIN, SHARP]).width() == 200
    assert in_points(QRect(1600, 0, 350, 300), [PLAIN, SHARP]).width() == 350


def test_without_a_screen_nothing_is_changed() -> None:
    assert in_points(QRect(1, 2, 3, 4), []) == QRect(1, 2, 3, 4)


def test_the_screens_that_are_there_are_told(qapp: object) -> None:
    assert monitors()[0].pixels.width() >= monitors()[0].place.width()
