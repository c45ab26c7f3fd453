"""Finding: the one door through which the window and the command line search phrases and the cheat-sheet.

The rule: it may be built and loaded in a helper thread and is then handed over; from there on one thread uses it.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from app.core.phrases.phrase import MAX_CODE, Phrase
from app.core.search import question
from app.core.search.blend import Regard, blend, is_poor
from app.core.search.hits import EVERYTHING, NO_SIEVE, Hit, Marks, Near, Scope, Sieve, Tier
from app.core.search.unindexed import Unindexed
from app.core.sheet import answers
from app.core.sheet.lifetimes import Validity
from app.core.sheet.sheet import EMPTY, NOTHING_MEANT, About, Sheet
from app.ports import Clock
from app.services.phrases.sieves import Lasting, Sieves

if TYPE_CHECKING:
    from app.core.search.index import Asked, Index

LIMIT = 50
"""Hits that are asked for at a keystroke: more than anyone reads."""
_UNMARKED = Marks()


class Find:
    """Searches the library and the answers. `make_index` is called when there is something to index, never before.

    `clock` is the shop's, `chosen` what the agent stands on. To be set from outside: `answers_of`, whose answers go
    before their equals where they are of what is chosen (`Answers.of`), and `asides`, what is put before all hits for
    what was typed (a sum that is worked out).
    """

    def __init__(
        self,
        make_index: "Callable[[], Index]",
        clock: Clock,
        sheet: Callable[[], Sheet] = lambda: EMPTY,
        chosen: Callable[[], About] = lambda: NOTHING_MEANT,
    ) -> None:
        self._make_index = make_index
        self._index: Index | Unindexed = Unindexed((), clock.now)
        self._is_expecting = False
        self._answers: Index | None = None
        self._near: Index | None = None
        self._near_to: About | None = None
        self._clock = clock
        self._sheet = sheet
        self._chosen = chosen
        self._sieves = Sieves()
        self._codes_of: Sheet = EMPTY
        self._codes: frozenset[str] = frozenset()
        self.answers_of: Callable[[About], Sequence[Phrase]] = lambda _about: ()
        self.asides: Callable[[str], Sequence[Phrase]] = lambda _text: ()

    def load(self, phrases: Sequence[Phrase]) -> None:
        """Put these phrases in place of all the former ones. The answers stay."""
        self.replace(self.built(phrases))

    def expect(self, phrases: Sequence[Phrase]) -> None:
        """Have these phrases already; until `arrive` they are found by nothing typed only."""
        self._index = Unindexed(phrases, self._clock.now)
        self._is_expecting = True
        self._sieves.forget()

    def arrive(self, index: "Index") -> None:
        """Search the index that was `built` of what was expected, and what was edited since."""
        if isinstance(self._index, Unindexed):
            changed, removed = self._index.edits()
            self.replace(index)
            self.update(changed, removed)

    @property
    def is_ready(self) -> bool:
        """Whether what is typed can be searched by now."""
        return not isinstance(self._index, Unindexed)

    def built(self, phrases: Sequence[Phrase]) -> "Index":
        """An index for `take` or `replace`. It may be built in a helper thread: nothing here is touched."""
        index = self._make_index()
        index.load(phrases, self._clock.now())
        return index

    def replace(self, phrases_index: "Index") -> None:
        """Search the phrases of an index that was `built` in a helper thread in place of all the former ones."""
        self._index = phrases_index
        self._sieves.forget()

    def take(self, answers_index: "Index") -> None:
        """Search these answers in place of all the former ones."""
        self._answers = answers_index
        self._answers_changed()

    def update(self, changed: Collection[Phrase], removed: Collection[str] = ()) -> None:
        """Take in phrases and answers that are new, changed or just used, and forget others by id."""
        made = [phrase for phrase in changed if answers.is_answer(phrase.id)]
        gone = [phrase_id for phrase_id in removed if answers.is_answer(phrase_id)]
        if made or gone:
            if self._answers is None:
                self._answers = self._make_index()
            self._answers.update(made, gone, self._clock.now())
            self._answers_changed()
        if len(made) < len(changed) or len(gone) < len(removed):
            if not self.is_ready and not self._is_expecting:
                self.load(())
            kept = [phrase for phrase in changed if not answers.is_answer(phrase.id)]
            lost = [phrase_id for phrase_id in removed if not answers.is_answer(phrase_id)]
            self._index.update(kept, lost, self._clock.now())
            self._sieves.forget()

    def results(self, text: str, scope: Scope = EVERYTHING, limit: int = LIMIT) -> list[Hit]:
        """The best hits for what was typed, in order; for nothing typed, pinned and most used phrases.

        What is over is left out unless the scope wants it. A sentence that no phrase holds finds those that hold its
        two halves or, if there are none, those that share most of its words.
        """
        sieve = NO_SIEVE if scope.is_with_over else self._sieve().without_over
        if not text.strip():
            return self._index.find(text, scope, limit, sieve)
        if isinstance(self._index, Unindexed):
            return []
        aside = [Hit(phrase, Tier.CODE, lambda _phrase: _UNMARKED) for phrase in self.asides(text)]
        return [*aside, *self._found(text, scope, limit, sieve)][:limit]

    def over_count(self, text: str, scope: Scope = EVERYTHING) -> int:
        """How many phrases and answers are left out of the results because they are over, up to `LIMIT`."""
        is_asked = self.is_ready and text.strip()
        return len(self._raw(text, scope, LIMIT, self._sieve().only_over)) if is_asked else 0

    def validity(self, phrase: Phrase) -> Validity:
        """Whether a phrase holds now, else since or from when, and what that hangs on."""
        return answers.validity(phrase, self._sheet(), self._clock.now())

    def nearest(self, body: str, limit: int = 3) -> list[Near]:
        """Phrases that say nearly the same, for the warning of the editor."""
        return self._index.nearest(body, limit)

    def _found(self, text: str, scope: Scope, limit: int, sieve: Sieve) -> list[Hit]:
        found, asked = self._asked(text, scope, limit, sieve)
        if is_poor(found) and self._is_over(text, scope):
            return []  # neither mistyped nor meant is what has it somewhere in its text
        if is_poor(found) and (by_code := self._by_code(text, scope, limit, sieve)):
            return by_code
        if is_poor(found):
            found = self._blended([one.forgiven() for one in asked], limit)
        if found:
            return found
        for halves in question.halves(text):
            found = [hit for hit in self._raw(halves, scope, limit, sieve) if hit.tier <= Tier.GROUP]
            if found:
                return found
        pieces = [self._raw(piece, scope, LIMIT, sieve) for piece in question.pieces(text)]
        return question.together(pieces, limit)

    def _by_code(self, text: str, scope: Scope, limit: int, sieve: Sieve) -> list[Hit]:
        """What is found for the code of a product and what follows it without a space (`snxcc`)."""
        low, codes = text.strip().casefold(), self._product_codes()
        for length in range(min(len(low) - 1, MAX_CODE), 0, -1):
            if low[:length] not in codes:
                continue
            found = self._raw(f"{low[:length]} {low[length:]}", scope, limit, sieve)
            if found and found[0].tier <= Tier.GROUP:
                return found
        return []

    def _product_codes(self) -> frozenset[str]:
        sheet = self._sheet()
        if self._codes_of is not sheet:
            self._codes_of = sheet
            self._codes = frozenset(code.casefold() for product in sheet.products.values() for code in product.codes)
        return self._codes

    def _is_over(self, text: str, scope: Scope) -> bool:
        """Whether something that is left out has the text in its name or keywords."""
        if scope.is_with_over:
            return False
        over = self._sieve().only_over
        if not over.lifetimes:
            return False
        named = (hit for index in self._indexes() for hit in index.ask(text, scope, 1, over).named())
        return any(hit.tier <= Tier.KEYWORD for hit in named)

    def _raw(self, text: str, scope: Scope, limit: int, sieve: Sieve) -> list[Hit]:
        """What is found without a typo."""
        return self._asked(text, scope, limit, sieve)[0]

    def _asked(self, text: str, scope: Scope, limit: int, sieve: Sieve) -> "tuple[list[Hit], list[Asked]]":
        asked = [index.ask(text, scope, limit, sieve) for index in self._indexes()]
        found = [one.hits() for one in asked]
        near = self._nearby() if len(found[-1]) >= limit else None
        if near is not None:
            found.append(near.ask(text, scope, limit, sieve).hits())
        return self._blended(found, limit), asked

    def _indexes(self) -> "list[Index]":
        """What can be asked for what is typed."""
        return [index for index in (self._index, self._answers) if index and not isinstance(index, Unindexed)]

    def _blended(self, found: list[list[Hit]], limit: int) -> list[Hit]:
        sieves = self._sieve()
        chosen = answers.beginnings(self._chosen())
        return blend(found, Regard(self._clock.now(), chosen, sieves.coming, sieves.idle))[:limit]

    def _sieve(self) -> Sieves:
        indexes: tuple[Lasting, ...] = (self._index, self._answers) if self._answers else (self._index,)
        self._sieves.turn(indexes, self._sheet(), self._clock.now())
        return self._sieves

    def _nearby(self) -> "Index | None":
        """The answers of what is chosen by themselves: of thousands that are as good the list holds only some."""
        about = self._chosen()
        if about != self._near_to:
            phrases = self.answers_of(about) if about != NOTHING_MEANT else ()
            self._near_to = about
            self._near = self.built(phrases) if phrases else None
        return self._near

    def _answers_changed(self) -> None:
        self._near_to = None
        self._sieves.forget()
