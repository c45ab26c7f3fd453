"""`qindesk price EXPR`: what a buyer pays for an order at a moment, line by line, and the sentence that says so."""

import argparse
import json
from typing import Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, add_moment, moment, opened, say

_BAD = {
    "empty": "There is nothing to work out; write it as 89+128*2.",
    "unreadable": "Only amounts, + - * and brackets can be read here; look at place {at}.",
    "unfinished": "Something is missing at place {at}.",
    "no_operator": "Between two amounts stands +, - or *; look at place {at}.",
    "bracket": "A bracket has no other half; look at place {at}.",
    "decimals": "An amount has two decimals at most; look at place {at}.",
    "comma": "A comma stands only between thousands; look at place {at}.",
    "count": "A count is a whole number from 1; look at place {at}.",
    "negative": "An order cannot be below zero.",
}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    price = commands.add_parser("price", parents=[common], help="what a buyer pays under every running offer")
    price.add_argument("expression", metavar="EXPR", help="amounts as they are typed: 89+128*2")
    add_moment(price)
    price.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from app.core.prices.amounts import BadAmount
    from app.core.prices.quotes import NoPrice, money, to_plain

    with opened(options) as desk:
        at = moment(desk, options.at)
        try:
            quote = desk.offers.quote(options.expression, at)
        except BadAmount as bad:
            say(_BAD.get(bad.rule, "This cannot be worked out: {rule}.").format(at=bad.at + 1, rule=bad.rule))
            return WRONG_CALL
        except NoPrice as lack:
            say(f"Nobody wrote down what “{lack.name}” costs.")
            return NOT_FOUND
        sentence = desk.offers.sentence(quote)
    if options.json:
        print(
            json.dumps({"expression": options.expression, **to_plain(quote), "sentence": sentence}, ensure_ascii=False)
        )
    else:
        print(f"{money(quote.total)}\n{sentence}")
    return 0
