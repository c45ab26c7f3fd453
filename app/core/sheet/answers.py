"""Every fact of the cheat-sheet as an answer: a phrase that is made of it, found and pasted like any other.

The rule: an answer states what stays true in words and leaves a variable where time changes it, so that it has to be
made anew only when its entry, or one that it names, was edited.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from app.core.facts import templates
from app.core.facts import values as fact_values
from app.core.facts.table import FACTS, Subject
from app.core.phrases.phrase import SHEET, Image, Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.activity_answers import Told, of_activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime, State, Validity
from app.core.sheet.product_answers import of_product
from app.core.sheet.products import Product
from app.core.sheet.sheet import NOTHING_MEANT, About, Entry, Sheet
from app.core.sheet.wordings import Wording, Wordings

ACTIVITY, PRODUCT, FACT = "activity", "product", "fact"
PHASE, PRICE, DEAL = "phase", "price", "deal"
_PREFIX = f"{SHEET}:"
_EMPTY: tuple[str, ...] = ()
_OF_ACTIVITY = frozenset((*FACTS[Subject.ACTIVITY], *FACTS[Subject.SHIPPING])) - {fact_values.NAME}
_PLACES = 1000
"""Answers that an entry may have and still stand before those of the next one."""


def is_answer(phrase_id: str) -> bool:
    """Whether a phrase of this id is made of the cheat-sheet."""
    return phrase_id.startswith(_PREFIX)


def answer_id(entry: Activity | Product, key: str, part: str = "") -> str:
    """The id of the answer of an entry: `sheet:product:<id>:size`; `part` tells several of one key apart."""
    kind = ACTIVITY if isinstance(entry, Activity) else PRODUCT
    full = f"{key}.{part}".replace(":", ".") if part else key
    return f"{_PREFIX}{kind}:{entry.id}:{full}"


def parted(phrase_id: str) -> tuple[str, str, str]:
    """The kind, the entry's id and the key of an answer; the key of a shop-wide fact is empty."""
    if not is_answer(phrase_id):
        return "", "", ""
    kind, _, rest = phrase_id.removeprefix(_PREFIX).partition(":")
    if kind == FACT:
        return kind, rest, ""
    entry_id, _, key = rest.rpartition(":")
    return kind, entry_id, key


def about(phrase_id: str) -> About:
    """What an answer speaks of by itself."""
    kind, entry_id, _ = parted(phrase_id)
    if kind == ACTIVITY:
        return About(activity_id=entry_id)
    return About(product_id=entry_id) if kind == PRODUCT else NOTHING_MEANT


def beginnings(meant: About) -> tuple[str, ...]:
    """How the ids of the answers of an activity and a product begin."""
    ids = ((ACTIVITY, meant.activity_id), (PRODUCT, meant.product_id))
    return tuple(f"{_PREFIX}{kind}:{entry_id}:" for kind, entry_id in ids if entry_id)


def hangs_on(phrase: Phrase, sheet: Sheet) -> str:
    """What the lifetime of a phrase hangs on, by name: its phase, its activity; may be empty."""
    kind, entry_id, key = parted(phrase.id)
    bound = phrase.lifetime or Lifetime()
    activity = sheet.activities.get(bound.activity_id or (entry_id if kind == ACTIVITY else ""))
    if activity is None:
        return ""
    phase_id = bound.phase_id or key.removeprefix(f"{PHASE}.")
    phase = next((phase for phase in activity.phases if phase.id.replace(":", ".") == phase_id), None)
    return phase.name if phase else activity.name


def validity(phrase: Phrase, sheet: Sheet, now: datetime) -> Validity:
    """How the lifetime of a phrase looks from a moment, with the name of what it hangs on."""
    found = sheet.validity(phrase.lifetime, now)
    if found.name or phrase.lifetime is None or found.state is State.UNBOUND:
        return found
    return replace(found, name=hangs_on(phrase, sheet))


def of_entry(entry: Entry, sheet: Sheet, wordings: Wordings) -> Iterator[Phrase]:
    """The answers of one entry; none of one in the bin."""
    if entry.deleted_at is not None:
        return
    if isinstance(entry, Activity):
        yield from _of_activity(entry, wordings)
    elif isinstance(entry, Product):
        yield from _of_product(entry, sheet, wordings)
    else:
        yield _free(f"{_PREFIX}{FACT}:{entry.id}", entry, (wordings.groups[FACT],), entry.lifetime)


def touched(sheet: Sheet, ids: Collection[str]) -> set[str]:
    """The entries whose answers may be different after some were edited: those that name them, too."""
    wanted = set(ids)
    found = set(wanted)
    for product in sheet.products.values():
        related = (*product.substitutes, *product.complements, *product.related)
        if any(one.product_id in wanted for one in related) or any(
            price.activity_id in wanted for price in product.prices
        ):
            found.add(product.id)
    return found


def _of_activity(activity: Activity, wordings: Wordings) -> Iterator[Phrase]:
    group = (wordings.groups[ACTIVITY], activity.name)
    for position, told in enumerate(of_activity(activity, wordings), activity.position * _PLACES):
        yield _worded(answer_id(activity, told.key, told.part), told, wordings.activity[told.key], group, position)
    for fact in activity.facts:
        yield _free(answer_id(activity, FACT, fact.id), fact, group, fact.lifetime or _asked_for(fact, activity))


def _asked_for(fact: Fact, activity: Activity) -> Lifetime | None:
    """As long as everything that it cannot do without is told."""
    needed = (variable.name for variable in templates.variables(fact.answer) if variable.default is None)
    ends = (fact_values.closing(name, activity) for name in needed if name in _OF_ACTIVITY)
    until_at = min((at for at in (activity.served_until, *ends) if at is not None), default=None)
    return Lifetime(until_at=until_at) if until_at else None


def _of_product(product: Product, sheet: Sheet, wordings: Wordings) -> Iterator[Phrase]:
    group = (wordings.groups[PRODUCT],)
    images = (product.picture,) if product.picture else ()
    own = (product.codes, product.keywords)
    for position, told in enumerate(of_product(product, sheet, wordings), product.position * _PLACES):
        phrase_id = answer_id(product, told.key, told.part)
        pictures = images if told.key == "picture" else ()
        yield _worded(phrase_id, told, wordings.product[told.key], group, position, own, pictures)
    for fact in product.facts:
        yield _free(answer_id(product, FACT, fact.id), fact, group, fact.lifetime, f"{product.name} ", own)


def _worded(
    phrase_id: str,
    told: Told,
    wording: Wording,
    group: tuple[str, ...],
    position: int,
    own: tuple[tuple[str, ...], tuple[str, ...]] = (_EMPTY, _EMPTY),
    images: tuple[Image, ...] = (),
) -> Phrase:
    keywords = wording.keywords.fill(told.values)
    return Phrase(
        id=phrase_id,
        title=wording.title.fill(told.values),
        body=wording.body.fill(told.values),
        group=group,
        stage=wording.stage,
        codes=own[0],
        keywords=(*own[1], *keywords) if keywords else own[1],
        questions=wording.questions.fill(told.values),
        images=images,
        source=SHEET,
        position=position,
        lifetime=told.lifetime,
    )


def _free(
    phrase_id: str,
    fact: Fact,
    group: tuple[str, ...],
    lifetime: Lifetime | None,
    prefix: str = "",
    own: tuple[tuple[str, ...], tuple[str, ...]] = (_EMPTY, _EMPTY),
) -> Phrase:
    return Phrase(
        id=phrase_id,
        title=f"{prefix}{fact.question}",
        body=fact.answer,
        group=group,
        stage=fact.stage,
        codes=own[0],
        keywords=(*own[1], *fact.keywords),
        questions=(fact.question,) if prefix else (),
        source=SHEET,
        position=fact.position,
        lifetime=lifetime,
    )
