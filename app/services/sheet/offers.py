"""The offer calculator: what a buyer pays for what was typed or picked, at any moment, and the sentence that says so.

The rule: nothing is kept: a quote is worked out anew from the cheat-sheet of this moment whenever it is asked for, so a
sentence can never be older than the activity that it speaks of.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.core.phrases.phrase import SHEET, Phrase, Stage
from app.core.prices import pricing
from app.core.prices.amounts import BadAmount, Line, looks_like_amounts, read_amounts, written_amounts
from app.core.prices.offer_words import OfferWords
from app.core.prices.pricing import Coming
from app.core.prices.quotes import Quote
from app.core.settings import Language, Settings
from app.core.sheet.sheet import Sheet
from app.core.sheet.wordings import speaks_chinese
from app.ports import Clock
from app.services.shop_time import zone_in

OFFER = "sheet:offer:"
"""How the id of a made phrase begins; the calculation follows."""


class Offers:
    """Prices under the rules of the cheat-sheet. `clock` tells the shop's time."""

    def __init__(self, sheet: Callable[[], Sheet], clock: Clock, settings: Callable[[], Settings]) -> None:
        self._sheet = sheet
        self._clock = clock
        self._settings = settings

    def quote(self, wanted: str | Sequence[Line], at: datetime | None = None) -> Quote:
        """The price of a calculation or of lines, now or at a moment. Raises `BadAmount` and `NoPrice`."""
        lines = read_amounts(wanted) if isinstance(wanted, str) else wanted
        return pricing.quote(lines, self._sheet(), at or self._clock.now())

    def coming(self) -> tuple[Coming, ...]:
        """The phases that are still to begin and in which one buys: moments to ask a price for."""
        return pricing.coming(self._sheet(), self._clock.now())

    def sentence(self, quote: Quote) -> str:
        """The sentence for the buyer, ready to paste."""
        return self._words().sentence(quote, self._clock.now())

    def phrase(self, text: str) -> Phrase | None:
        """The made phrase of a search text that is a calculation, else None. In warm-up it tells the price to come."""
        return self._made(read_amounts(text)) if looks_like_amounts(text) else None

    def get(self, phrase_id: str) -> Phrase | None:
        """The phrase of an id that `phrase` gave, as it is now; None for every other id."""
        if not phrase_id.startswith(OFFER):
            return None
        try:
            return self._made(read_amounts(phrase_id.removeprefix(OFFER)))
        except BadAmount:
            return None

    def _made(self, lines: Sequence[Line]) -> Phrase:
        now = self._clock.now()
        quote = self._ahead(lines, self.quote(lines, now))
        words = self._words()
        return Phrase(
            id=OFFER + written_amounts(lines),
            title=words.title(quote, now),
            body=words.sentence(quote, now),
            stage=Stage.INQUIRY,
            source=SHEET,
        )

    def _ahead(self, lines: Sequence[Line], quote: Quote) -> Quote:
        """While nothing is on sale, the price from the next sale on, where it will be lower or bring a gift."""
        later = next(iter(self.coming()), None)
        if quote.activities or later is None:
            return quote
        then = self.quote(lines, later.phase.starts_at)
        return then if then.total < quote.total or then.gifts else quote

    def _words(self) -> OfferWords:
        settings = self._settings()
        is_chinese = speaks_chinese(self._sheet(), settings.language is Language.CHINESE)
        return OfferWords(zone_in(settings), is_chinese)
