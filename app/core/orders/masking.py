"""Names of buyers where the whole is not needed: `小熊猫` → `小*猫`.

The rule: what is left out cannot be read back, and two letters at most are left of a name.
"""

_MARK = "*"


def masked(name: str) -> str:
    """The first and the last letter of a name with one mark for all between them; of two letters the first alone."""
    letters = name.strip()
    if len(letters) <= 1:
        return _MARK * len(letters)
    return letters[0] + _MARK + (letters[-1] if len(letters) > 2 else "")


def masked_number(number: str) -> str:
    """The last four digits of an order's number; a shorter one is left out whole."""
    return _MARK + number[-4:] if len(number) > 8 else _MARK * bool(number)
