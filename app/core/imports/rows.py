"""One row of a foreign file, made a phrase that keeps our rules.

The rule: what a limit cuts off is kept in another place where there is one (an impossible code becomes a keyword, a
long title a question) and told; only a row whose text cannot be a phrase is skipped.
"""

import re
from collections.abc import Callable, Iterable

from app.core.imports.lifetimes import lifetime
from app.core.imports.plan import Fate, Row
from app.core.imports.reading import Found, Group, Problem, Reason, Severity, Spot
from app.core.phrases.phrase import MAX_BODY, MAX_CODE, MAX_GROUP_DEPTH, MAX_TITLE, PERSONAL, BadPhrase, Phrase, check
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass

MAX_GROUP_NAME = 80
_PLACEHOLDER = re.compile(r"(?<![A-Za-z0-9])(?:[XxＸ]{3,}|[×＊]{2,})(?![A-Za-z0-9])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REASONS = {"empty": Reason.NO_BODY, "has_nul": Reason.HAS_NUL, "has_surrogate": Reason.HAS_SURROGATE}


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as a phrase, under a new id or the one its pack gave it.

    `is_copy` marks a row that repeats an earlier one of its file.
    """

    phrase: Phrase
    spot: Spot
    has_title: bool
    problems: tuple[Problem, ...] = ()
    is_copy: bool = False

    @property
    def text(self) -> str:
        """What two phrases are compared by."""
        return self.phrase.body.strip()

    @property
    def alike(self) -> tuple[object, ...]:
        """Title, text and group; None for what the file does not say."""
        return (self.phrase.title if self.has_title else None, self.text, self.phrase.group or None)

    @property
    def content(self) -> tuple[object, ...]:
        """All that the row says."""
        row = self.phrase
        return (row.title, row.body, row.group, row.codes, row.keywords, row.questions, row.stage, row.role)


def tidy(found: Found, told: Iterable[Problem], new_id: Callable[[], str], sheet: Sheet = EMPTY) -> Draft | Row:
    """Make a draft of what was read, or a row that is out, with all that was told and noticed."""
    notes = list(told)
    refusal = _refusal(found)
    if refusal:
        return Row(Fate.UNSUPPORTED, found.spot, found.title[:MAX_TITLE], problems=(*notes, refusal))
    title = " ".join(found.title.split())
    codes, odd = _codes(found, notes)
    phrase = Phrase(
        id=found.id or new_id(),
        title=_title(title, found.spot, notes),
        body=found.body,
        group=_group(found, notes),
        stage=found.stage,
        role=found.role,
        codes=codes,
        keywords=found.keywords + odd,
        questions=found.questions + ((title,) if len(title) > MAX_TITLE else ()),
        is_pinned=found.is_pinned,
        output=found.output,
        source=found.source or PERSONAL,
        lifetime=lifetime(found, sheet, notes),
    )
    try:
        phrase = check(phrase)
    except BadPhrase as bad:
        problem = Problem(found.spot, _REASONS.get(bad.rule, Reason.BAD_ROW), names=(bad.field, bad.rule))
        return Row(Fate.UNSUPPORTED, found.spot, phrase.title, problems=(*notes, problem))
    return Draft(phrase, found.spot, bool(title), (*notes, *_placeholders(phrase, found.spot)))


def _placeholders(phrase: Phrase, spot: Spot) -> list[Problem]:
    names = tuple(dict.fromkeys(_PLACEHOLDER.findall(phrase.body)))
    return [Problem(spot, Reason.PLACEHOLDER, Severity.HINT, names)] if names else []


def _refusal(found: Found) -> Problem | None:
    texts = (found.body, found.title, *found.group, *found.codes, *found.keywords, *found.questions)
    if any("\x00" in text for text in texts):
        return Problem(found.spot, Reason.HAS_NUL)
    if any(_SURROGATE.search(text) for text in texts):
        return Problem(found.spot, Reason.HAS_SURROGATE)
    if len(found.body.replace("\r\n", "\n")) > MAX_BODY:
        return Problem(found.spot, Reason.BODY_TOO_LONG, limit=MAX_BODY)
    return Problem(found.spot, Reason.NO_BODY) if not found.body.strip() else None


def _codes(found: Found, notes: list[Problem]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes = [code.strip() for code in found.codes if code.strip()]
    odd = tuple(code for code in codes if len(code) > MAX_CODE or any(letter.isspace() for letter in code))
    if odd:
        notes.append(Problem(found.spot, Reason.CODE_AS_KEYWORD, Severity.UNSUPPORTED, odd))
    return tuple(code for code in codes if code not in odd), odd


def _title(title: str, spot: Spot, notes: list[Problem]) -> str:
    if len(title) <= MAX_TITLE:
        return title
    notes.append(Problem(spot, Reason.TITLE_CUT, Severity.HINT, limit=MAX_TITLE))
    return title[: MAX_TITLE - 1] + "…"


def _group(found: Found, notes: list[Problem]) -> Group:
    parts = [" ".join(part.split()) for part in found.group if part.strip()]
    deep = parts[MAX_GROUP_DEPTH - 1 :]
    if len(deep) > 1:
        parts[MAX_GROUP_DEPTH - 1 :] = ["/".join(deep)]
    short = tuple(part if len(part) <= MAX_GROUP_NAME else part[: MAX_GROUP_NAME - 1] + "…" for part in parts)
    if len(deep) > 1 or short != tuple(parts):
        notes.append(Problem(found.spot, Reason.GROUP_CUT, Severity.UNSUPPORTED, limit=MAX_GROUP_DEPTH))
    return short
