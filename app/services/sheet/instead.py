"""What to say instead of a phrase that does not hold now.

The rule: only what holds at this moment is offered, never something that is over as well.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from app.core.facts import values as fact_values
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.core.sheet import answers
from app.core.sheet.activities import Activity, PhaseKind
from app.core.sheet.products import Product
from app.core.sheet.sheet import About, Sheet
from app.ports import Clock


class Instead:
    """Finds the phrase that holds now. `answer` gives an answer of the cheat-sheet by its id."""

    def __init__(
        self,
        sheet: Callable[[], Sheet],
        shelf: Callable[[], Shelf],
        answer: Callable[[str], Phrase | None],
        clock: Clock,
    ) -> None:
        self._sheet = sheet
        self._shelf = shelf
        self._answer = answer
        self._clock = clock

    def __call__(self, phrase: Phrase, about: About) -> str:
        """The id of the phrase that holds instead, or nothing."""
        now = self._clock.now()
        activity_id = (phrase.lifetime.activity_id if phrase.lifetime else "") or about.activity_id
        ways: Iterable[Iterable[Phrase]] = (
            self._with_its_codes(phrase),
            self._beside(phrase, activity_id),
            self._price_now(phrase, now),
            self._of_its_activity(activity_id, now),
            self._of_others(phrase, now),
        )
        holding = (other for way in ways for other in way if other.id != phrase.id and self._holds(other, now))
        return next((other.id for other in holding), "")

    def _with_its_codes(self, phrase: Phrase) -> Iterator[Phrase]:
        for code in phrase.codes if not answers.is_answer(phrase.id) else ():
            yield from self._shelf().with_code(code)

    def _beside(self, phrase: Phrase, activity_id: str) -> Iterator[Phrase]:
        """Those of its group that are bound to a phase of the same activity."""
        for other in self._shelf().in_group(phrase.group) if activity_id else ():
            if other.lifetime and other.lifetime.activity_id == activity_id and other.lifetime.phase_id:
                yield other

    def _price_now(self, phrase: Phrase, now: datetime) -> Iterator[Phrase]:
        """Of a price that does not hold: what the product costs now."""
        kind, entry_id, key = answers.parted(phrase.id)
        product = self._sheet().products.get(entry_id) if kind == answers.PRODUCT else None
        if product is None or not key.startswith(f"{answers.DEAL}."):
            return
        if fact_values.PRICE in fact_values.of_product(product, self._sheet(), now, is_chinese=True):
            yield from self._known([answers.PRICE], product)

    def _of_its_activity(self, activity_id: str, now: datetime) -> Iterator[Phrase]:
        """The answers of the phase that runs, of the next one, and of the activity as a whole."""
        activity = self._sheet().activities.get(activity_id)
        if activity is None or activity.deleted_at is not None:
            return
        yield from self._known(_keys(activity, now), activity)

    def _of_others(self, phrase: Phrase, now: datetime) -> Iterator[Phrase]:
        """Of an activity that is over: the same answer, or the overview, of the only one that runs."""
        kind, _, key = answers.parted(phrase.id)
        running = self._sheet().running(now)
        if len(running) == 1:
            own = [key] if kind == answers.ACTIVITY and "." not in key else []
            yield from self._known([*own, *_keys(running[0], now)], running[0])

    def _known(self, keys: Sequence[str], entry: Activity | Product) -> Iterator[Phrase]:
        for key in keys:
            phrase = self._answer(answers.answer_id(entry, key))
            if phrase is not None:
                yield phrase

    def _holds(self, phrase: Phrase, now: datetime) -> bool:
        return phrase.deleted_at is None and self._sheet().validity(phrase.lifetime, now).is_valid


def _keys(activity: Activity, now: datetime) -> list[str]:
    selling = [phase for phase in activity.phases_at(now) if phase.kind in (PhaseKind.EXTRA, PhaseKind.SALE)]
    return [*(f"{answers.PHASE}.{phase.id}" for phase in selling), "overview"]
