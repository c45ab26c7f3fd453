"""Products by the search that finds everything else: same pinyin, same order.

The rule: a product is found by any of its answers and by its name where it has none yet; phrases never crowd it out.
"""

from collections.abc import Callable, Iterable, Sequence

from app.core.phrases.phrase import Phrase
from app.core.search.hits import Scope
from app.core.sheet import answers
from app.core.sheet.sheet import About, Sheet
from app.services.phrases.find import Find

_ANSWERS = 12
"""About so many answers a product has: so many more hits are asked for than products are wanted."""
_MORE = 4
AnswersOf = Callable[[About], Sequence[Phrase]]


def product_ids(find: Find, sheet: Sheet, answers_of: AnswersOf, text: str, limit: int) -> Sequence[str]:
    """The products that a text finds, the best first; of none typed the first ones in their order."""
    wanted = text.strip()
    if not wanted:
        return [product.id for product in sheet.products_in_use()[:limit]]
    found = _by_answers(find, _group(sheet, answers_of), wanted, limit)
    return [*found, *_by_name(sheet, wanted, set(found))][:limit] if len(found) < limit else found[:limit]


def _by_answers(find: Find, group: tuple[str, ...], text: str, limit: int) -> list[str]:
    """Asks for more hits until there are enough products, or no more hits."""
    if not group:
        return []
    asked = limit * _ANSWERS
    while True:
        hits = find.results(text, Scope(group=group), asked)
        made = (hit.phrase.id for hit in hits if answers.is_answer(hit.phrase.id))
        ids = _distinct(answers.about(phrase_id).product_id for phrase_id in made)
        if len(ids) >= limit or len(hits) < asked:
            return ids
        asked *= _MORE


def _group(sheet: Sheet, answers_of: AnswersOf) -> tuple[str, ...]:
    """What the answers of products lie under, in the language they are said in; nothing where there are none."""
    of_products = (answers_of(About(product_id=product_id)) for product_id in sheet.products)
    return next((found[0].group[:1] for found in of_products if found), ())


def _distinct(ids: Iterable[str]) -> list[str]:
    return [product_id for product_id in dict.fromkeys(ids) if product_id]


def _by_name(sheet: Sheet, text: str, known: set[str]) -> list[str]:
    wanted = text.casefold()
    return [
        product.id
        for product in sheet.products_in_use()
        if product.id not in known and any(wanted in word.casefold() for word in (product.name, *product.codes))
    ]
