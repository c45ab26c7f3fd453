"""Phrases for tests, and a hypothesis strategy of every phrase that may exist."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from app.core.phrases.phrase import Image, Output, Phrase, Place, Role, Stage, check

LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
TEXTS = st.text(LETTERS, max_size=12)
WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6)
MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NUMBERS = st.integers(min_value=-(2**53), max_value=2**53)
IMAGES = st.builds(Image, file=WORDS, place=st.sampled_from(Place))
LISTS = st.lists(WORDS, max_size=3).map(tuple)

PHRASES = st.builds(
    Phrase,
    id=WORDS,
    title=TEXTS,
    body=TEXTS.map(lambda text: text + "亲"),
    group=st.lists(TEXTS, max_size=3).map(tuple),
    stage=st.none() | st.sampled_from(Stage),
    role=st.none() | st.sampled_from(Role),
    codes=LISTS,
    keywords=st.lists(TEXTS, max_size=3).map(tuple),
    questions=st.lists(TEXTS, max_size=3).map(tuple),
    is_pinned=st.booleans(),
    hotkey=st.sampled_from(["", "Ctrl+Alt+7"]),
    output=st.sampled_from(Output),
    is_sent=st.booleans(),
    images=st.lists(IMAGES, max_size=2).map(tuple),
    source=st.sampled_from(["personal", "pack.autumn"]),
    position=NUMBERS,
    use_count=st.integers(min_value=0, max_value=2**31),
    last_used_at=st.none() | MOMENTS,
    deleted_at=st.none() | MOMENTS,
    pin_position=NUMBERS,
).map(check)


def phrase(number: int, group: tuple[str, ...] = ("售前",), position: int = 0, **fields: object) -> Phrase:
    """A plain phrase of its own."""
    return Phrase(f"p{number}", f"标题 {number}", f"亲，您好 {number}", group=group, position=position, **fields)  # type: ignore[arg-type]
