"""What ended is opened again from the list of what ended: by its key, its row or its button, and taken back."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.core.orders.order import Deed, Outcome
from app.ui.orders.segments import Part
from tests.ui.orders.conftest import Place

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def shown(place: Place) -> list[str]:
    model = place.panel.paid.list.cards
    return [getattr(model.at(row), "id", "") for row in range(model.rowCount())]


def offered(place: Place) -> list[str]:
    bar = place.panel.bars[place.panel.paid]
    return [button.toolTip() for button in bar.findChildren(QToolButton) if not button.isHidden()]


def lose(place: Place, order_id: str = "o3") -> None:
    """An order is given up for a reason, and stood on where it lies then."""
    place.office.orders.give_up(order_id, "price")
    place.panel.refresh()
    place.panel.segments.choose(Part.PAID)
    place.stand_on(order_id)


def test_what_was_lost_stands_behind_what_was_paid_and_says_why(place: Place) -> None:
    paid = shown(place)

    lose(place)

    card = place.panel.paid.list.card(place.order("o3"))
    assert shown(place) == [*paid, "o3"]
    assert (card.word, card.drawing, card.points) == ("given up", "minus", ())
    assert "price" in card.state.casefold()


def test_its_key_opens_it_again_with_an_entry_in_its_history(place: Place) -> None:
    lose(place)

    place.press(Qt.Key.Key_R, ALT)

    order = place.order("o3")
    assert (order.is_open, order.outcome_at, order.lost_reason) == (True, None, "")
    assert place.office.orders.history("o3")[-1].deed is Deed.REOPENED
    assert place.panel.notice.text.endswith("waits for its payment again")
    assert "o3" not in shown(place)


def test_ctrl_z_loses_it_again(place: Place) -> None:
    lose(place)
    place.press(Qt.Key.Key_R, ALT)

    place.press(Qt.Key.Key_Z, CTRL)

    assert place.order("o3").outcome is Outcome.GIVEN_UP
    assert place.order("o3").lost_reason == "price"


def test_what_was_marked_as_paid_by_mistake_is_opened_again_too(place: Place) -> None:
    place.panel.segments.choose(Part.PAID)
    place.stand_on("o8")

    place.press(Qt.Key.Key_R, ALT)

    assert place.order("o8").is_open


def test_what_closed_by_its_time_needs_a_later_end_first(place: Place) -> None:
    lose(place)
    place.office.go(days=30)
    place.panel.refresh()
    place.stand_on("o3")

    place.press(Qt.Key.Key_R, ALT)
    said, offer = place.panel.notice.text, place.panel.notice.action
    place.panel.notice.do()

    assert place.order("o3").outcome is Outcome.GIVEN_UP
    assert said.endswith("give it a later end first.")
    assert offer == "Edit…"
    assert place.told("edit_wanted") == ["o3"]


def test_the_buttons_offer_what_can_be_done_with_the_row(place: Place) -> None:
    place.panel.resize(700, 620)
    lose(place)
    of_lost = offered(place)

    place.stand_on("o8")

    assert set(of_lost) == {
        "Open again (Alt+R)", "Note (Alt+N)", "Copy name (Ctrl+C)", "History (Alt+H)",
    }  # fmt: skip
    assert "Paste phrase (Enter)" in offered(place)


def test_a_digit_checks_nothing_of_what_was_lost(place: Place) -> None:
    lose(place)

    place.press(Qt.Key.Key_1, ALT)

    assert place.order("o3").checks == ()
    assert place.office.orders.left(place.order("o3")) > timedelta()


def test_enter_on_what_was_lost_says_nothing_of_its_shipping(place: Place) -> None:
    place.office.phrases = {"hddz": "p1", "hdbz": "p3"}
    lose(place)

    place.press(Qt.Key.Key_Return)

    assert place.told("paste_wanted") == []
    assert place.told("copy_name_wanted") == ["o3"]
