"""What a line of an order is refused for, in English sentences for the command line."""

from collections.abc import Mapping

from app.commands.opening import MOMENTS

REFUSALS: Mapping[str, str] = {
    **MOMENTS,
    "empty": "There is no order in it; write it as: 小熊猫 128 聚 14:05",
    "too_long": "The line is too long for one order.",
    "no_buyer": "The buyer is missing; write it as: 小熊猫 128 聚 14:05",
    "negative": "The amount “{text}” is below zero.",
    "decimals": "The amount “{text}” has more than two decimals.",
    "too_large": "The amount “{text}” is too large.",
    "two_amounts": "“{text}” is a second amount; write what the buyer is called as 买家:{text}.",
    "two_numbers": "“{text}” is a second order number.",
    "two_kinds": "“{text}” is a second kind.",
    "two_times": "“{text}” is a second time.",
    "digits_lost": "“{text}” was rounded by a spreadsheet; its last digits are lost. Copy the number again.",
    "bad_number": "“{text}” is neither an amount nor an order number, which has 18 or 19 digits.",
    "future": "“{text}” lies in the future.",
    "no_time": "“{text}” is a day without a time; write it as 11-10 14:05.",
    "no_closing": "This kind has no deadline of its own; add it as 截止 11-12 24:00.",
    "closes_first": "It would close before it was placed.",
    "not_understood": "“{text}” is not understood: a kind is 聚 (jhs) or 普通, an item follows #, a note //.",
}
"""By the rules of `BadOrder`; `{text}` is the piece of the line that is refused."""


def refusal(rule: str, piece: str) -> str:
    """The sentence of a refusal."""
    return REFUSALS.get(rule, REFUSALS["not_understood"]).replace("{text}", piece.strip())
