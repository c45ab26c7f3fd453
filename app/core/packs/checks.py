"""The check of a pack before it is published: what must be mended, what should be, and what is worth a look.

The rule: nothing of a pack is changed, and everything is told at its place; a shop decides by its own lists.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.facts import names as fact_names
from app.core.orders.kinds import OrderKind
from app.core.packs.check_rules import DEFAULT_RULES, CheckRules
from app.core.packs.findings import Finding, Locate, Severity, nowhere
from app.core.packs.ids import own
from app.core.packs.letters import hidden
from app.core.packs.likeness import alike
from app.core.packs.pack import Item, Pack, name_of
from app.core.packs.rules import errors, images_of
from app.core.packs.wording import Wording
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.entry_tidying import texts
from app.core.sheet.lifetimes import State
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet

_NOT_SAID = frozenset(
    {"id", "source", "codes", "keywords", "question", "product_id", "product_ids", "activity_id", "phase_id"}
)
"""Fields of an entry that no buyer is ever told; a question is the buyer's own."""


def check(
    pack: Pack, now: datetime, zone: ZoneInfo, rules: CheckRules = DEFAULT_RULES, locate: Locate = nowhere
) -> tuple[Finding, ...]:
    """Everything that can be said about a pack, errors first, else in its order. `locate` is its reading's."""
    return (*errors(pack, locate), *_Check(pack, now, zone, rules, locate).findings())


class _Check:
    """Looks at one pack."""

    def __init__(self, pack: Pack, now: datetime, zone: ZoneInfo, rules: CheckRules, locate: Locate) -> None:
        self._pack = pack
        self._now = now
        self._rules = rules
        self._locate = locate
        self._sheet = Sheet.of(pack.entries)
        self._wording = Wording(rules, now, zone)

    def findings(self) -> Iterator[Finding]:
        """Whatever should be mended or looked at."""
        head = self._pack.head
        if head.expires_at is not None and head.expires_at <= self._now:
            yield Finding(self._locate("", "expires_at"), "pack_expired", Severity.WARNING)
        for entry in self._pack.entries:
            yield from self._entry(entry)
        for phrase in self._pack.phrases:
            yield from self._phrase(phrase)
        yield from self._codes()
        yield from self._likeness()
        yield from self._steps()
        used = {
            image.file
            for item in self._pack.items().values()
            if not isinstance(item, OrderKind)
            for image in images_of(item)
        }
        for name in sorted(self._pack.images.keys() - used):
            yield Finding(self._locate("", "images"), "image_unused", Severity.HINT, (name,))

    def _tell(
        self, item: Item, field: str, rule: str, severity: Severity, names: tuple[str, ...] = (), limit: int = 0
    ) -> Finding:
        return Finding(self._locate(item.id, field), rule, severity, names, limit, item_id=item.id)

    # One thing.

    def _entry(self, entry: Entry) -> Iterator[Finding]:
        for field, text in texts(entry):
            if not _NOT_SAID & set(field.split(".")):
                for trouble in self._wording.troubles(text):
                    yield self._tell(entry, field, trouble.rule, trouble.severity, trouble.names)
        if isinstance(entry, Activity):
            until = entry.served_until
            if until is not None and until <= self._now:
                yield self._tell(entry, "name", "activity_over", Severity.WARNING, (entry.name,))
        facts = (
            [("", entry)]
            if isinstance(entry, Fact)
            else [(f"facts.{at}.", fact) for at, fact in enumerate(entry.facts)]
        )
        for prefix, fact in facts:
            if fact.lifetime and self._sheet.validity(fact.lifetime, self._now).state is State.OVER:
                yield self._tell(entry, f"{prefix}lifetime.until_at", "is_over", Severity.WARNING, (fact.question,))

    def _phrase(self, phrase: Phrase) -> Iterator[Finding]:
        for trouble in self._wording.troubles(phrase.body):
            yield self._tell(phrase, "body", trouble.rule, trouble.severity, trouble.names)
        for field, text in (
            ("title", phrase.title),
            ("codes", " ".join(phrase.codes)),
            ("group", " ".join(phrase.group)),
        ):
            letters = hidden(text)
            if letters:
                yield self._tell(phrase, field, "hidden_letters", Severity.WARNING, letters)
        for name in fact_names.unknown(phrase.body):
            near = fact_names.nearest(name)
            rule = "unknown_variable_like" if near else "unknown_variable"
            yield self._tell(phrase, "body", rule, Severity.WARNING, (name, near) if near else (name,))
        longest = max(map(len, phrase.parts), default=0)
        if longest > self._rules.max_message:
            yield self._tell(
                phrase, "body", "too_long_for_client", Severity.WARNING, (str(longest),), self._rules.max_message
            )
        yield from self._lifetime(phrase)

    def _lifetime(self, phrase: Phrase) -> Iterator[Finding]:
        lifetime = phrase.lifetime
        if lifetime is None:
            return
        if lifetime.activity_id and lifetime.activity_id not in self._sheet.activities:
            told = self._pack.unknown.get(phrase.id, {}).get("valid/activity", lifetime.activity_id)
            yield self._tell(phrase, "lifetime.activity_id", "activity_elsewhere", Severity.WARNING, (str(told),))
        elif self._sheet.validity(lifetime, self._now).state is State.OVER:
            yield self._tell(phrase, "lifetime.until_at", "is_over", Severity.WARNING, (phrase.title,))

    # Between things.

    def _codes(self) -> Iterator[Finding]:
        yield from self._twice("codes", "code_twice", self._pack.phrases)
        yield from self._twice(
            "codes", "code_twice", [each for each in self._pack.entries if isinstance(each, Product)]
        )
        yield from self._twice("words", "word_twice", self._pack.kinds)

    def _twice(self, field: str, rule: str, items: Sequence[Item]) -> Iterator[Finding]:
        owners: dict[str, Item] = {}
        for item in items:
            words: tuple[str, ...] = getattr(item, field)
            for word in dict.fromkeys(word.casefold() for word in words):
                first = owners.setdefault(word, item)
                if first is not item:
                    yield self._tell(item, field, rule, Severity.WARNING, (word, *self._named(first)))

    def _likeness(self) -> Iterator[Finding]:
        phrases = self._pack.phrases
        for pair in alike([phrase.body for phrase in phrases], self._rules.like):
            near = "near_duplicate_figures" if pair.has_other_figures else "near_duplicate"
            rule = "duplicate" if pair.is_same else near
            yield self._tell(phrases[pair.at], "body", rule, Severity.WARNING, self._named(phrases[pair.other]))

    def _steps(self) -> Iterator[Finding]:
        codes = {code.casefold() for phrase in self._pack.phrases for code in phrase.codes}
        for kind in self._pack.kinds:
            for number, step in enumerate(kind.steps):
                if step.code and step.code.casefold() not in codes:
                    yield self._tell(kind, f"steps.{number}.code", "code_of_no_phrase", Severity.HINT, (step.code,))

    def _named(self, item: Item) -> tuple[str, str]:
        """What another thing is called, and where it stands: its row, or its id where it came from no file."""
        line = self._locate(item.id, "").line
        return name_of(item), str(line) if line else own(item.id, self._pack.head.id)
