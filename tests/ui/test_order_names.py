from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from app.core.orders.choices import LOST_REASONS, ORDER_CHECKS, PAYMENT_PROBLEMS
from app.core.orders.duties.shifts import SHIFTS
from app.core.orders.kinds import DEFAULTS
from app.ui import order_names

CHOICES = (*LOST_REASONS, *PAYMENT_PROBLEMS, *ORDER_CHECKS)
NAMES = sorted(
    {one.name for one in (*DEFAULTS, *CHOICES, *SHIFTS)} | {step.name for kind in DEFAULTS for step in kind.steps}
)


@pytest.fixture
def chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_shop_begins_with_has_an_english_name_that_is_kept_as_it_was(name: str) -> None:
    shown = order_names.shown(name)

    assert shown.isascii()
    assert order_names.kept(shown) == name


def test_a_name_of_the_shops_own_is_shown_and_kept_as_it_is() -> None:
    assert (order_names.shown("自有团购"), order_names.kept("自有团购")) == ("自有团购", "自有团购")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", [*NAMES, "Price"])
def test_in_chinese_every_name_is_as_it_is_kept(name: str) -> None:
    assert (order_names.shown(name), order_names.kept(name)) == (name, name)
