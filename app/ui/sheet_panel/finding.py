"""Products by the search that finds everything else: same pinyin, same order.

The rule: a product is found by any of its answers, and by its name where it has none yet.
"""

from collections.abc import Callable, Iterable, Sequence

from app.core import answers
from app.core.search.hits import Scope
from app.core.sheet import Sheet
from app.services.find import Find

_ANSWERS = 12
"""About so many answers a product has: so many more hits are asked for than products are wanted."""


def product_finder(
    find: Find, sheet: Callable[[], Sheet], group: Callable[[], str]
) -> Callable[[str, int], Sequence[str]]:
    """Gives the ids of the products that a text finds. `group` is the word that the answers of products lie under."""

    def found(text: str, limit: int) -> Sequence[str]:
        wanted, before = limit * _ANSWERS, -1
        while True:
            hits = find.results(text, Scope(group=(group(),)), wanted)
            ids = _distinct(hit.phrase.id for hit in hits)
            if len(ids) >= limit or len(hits) in (before, 0) or len(hits) < wanted:
                return [*ids, *_by_name(text, sheet(), set(ids))][:limit]
            wanted, before = 4 * wanted, len(hits)

    return found


def _distinct(phrase_ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(answers.parted(phrase_id)[1] for phrase_id in phrase_ids))


def _by_name(text: str, sheet: Sheet, known: set[str]) -> list[str]:
    wanted = text.casefold()
    return [
        product.id
        for product in sheet.products_in_use()
        if product.id not in known and (wanted in product.name.casefold() or wanted in product.codes)
    ]
