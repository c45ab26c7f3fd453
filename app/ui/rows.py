"""Which rows the list shows: what the search finds or, in a group that nothing is searched in, the agent's own order.

The rule: a filter narrows what is shown, but never hides the phrase whose short code was typed whole.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.core.search.hits import EVERYTHING, Hit, Marks, Scope, Tier
from app.core.sheet.lifetimes import State
from app.ui.phrases.model import Ask

if TYPE_CHECKING:
    from app.core.first_page import FirstPage
    from app.core.phrases.shelf import Shelf
    from app.services.phrases.find import Find

_NO_MARKS = Marks()
_WITH_OVER = Scope(is_with_over=True)


def rows_of(find: "Find", shelf: "Shelf", text: str, scope: Scope) -> Ask:
    """Gives the first so many rows of what is typed and filtered."""
    if scope.group and not text:
        return partial(_in_order, find, shelf, scope)
    if text and scope not in (EVERYTHING, _WITH_OVER):
        return partial(_found_with_code, find, text, scope)
    return partial(find.results, text, scope)


def rows_of_page(page: "FirstPage | None", text: str, scope: Scope) -> Ask:
    """The same as long as nothing but the first page is there: it knows what stands first in its filter, no more."""
    is_of_page = page is not None and not text and scope == Scope(page.stage)
    rows = page.rows if page and is_of_page else ()
    return lambda limit: rows[:limit]


def _found_with_code(find: "Find", text: str, scope: Scope, limit: int) -> Sequence[Hit]:
    """What is found in the filter, after a phrase from outside it where nothing inside has the typed code."""
    inside = find.results(text, scope, limit)
    if inside and inside[0].tier is Tier.CODE:
        return inside
    everything = _WITH_OVER if scope.is_with_over else EVERYTHING
    outside = [hit for hit in find.results(text, everything, 1) if hit.tier is Tier.CODE]
    return [*outside, *inside][:limit]


def _in_order(find: "Find", shelf: "Shelf", scope: Scope, limit: int) -> Sequence[Hit]:
    phrases = [phrase for phrase in shelf.under(scope.group) if scope.holds(phrase)]
    if not scope.is_with_over:
        phrases = [each for each in phrases if not each.lifetime or find.validity(each).state is not State.OVER]
    return [Hit(phrase, Tier.USE, lambda _: _NO_MARKS) for phrase in phrases[:limit]]
