"""Amounts of yuan as they are written: in the window, in texts that go out, in columns.

The rule: cents have two figures or are not there at all; nothing is rounded.
"""

from decimal import Decimal

_CENT = Decimal("0.01")


def shown(amount: Decimal | None) -> str:
    """An amount in the window: `¥128`, `¥12,999.50`; nothing for none."""
    return "" if amount is None else f"¥{_exact(amount):,f}"


def told(amount: Decimal, *, is_chinese: bool) -> str:
    """An amount in a text that goes out: `128元`, `99.90元`, `¥99.90`."""
    return f"{digits(amount)}元" if is_chinese else f"¥{digits(amount)}"


def digits(amount: Decimal) -> str:
    """An amount without its unit, as it is typed: `128`, `12999.50`."""
    return f"{_exact(amount):f}"


def aligned(amount: Decimal) -> str:
    """An amount in a column, where the points stand below each other: `¥128.00`."""
    return f"¥{amount:,.2f}"


def _exact(amount: Decimal) -> Decimal:
    if amount == amount.to_integral_value():
        return amount.quantize(Decimal(1))
    cents = amount.quantize(_CENT)
    return cents if cents == amount else amount.normalize()
