"""A row of the list as it is heard: what the row draws beside its texts, in words.

The rule: what is said first tells the rows apart; the text follows, its facts by their names as in the list.
"""

from app.core.facts import templates
from app.core.phrases.phrase import SHEET, Output, Phrase
from app.ui import trade_words
from app.ui.words import translate


def head(phrase: Phrase, note: str = "") -> str:
    """The title, by what it is typed, and what is to be known before it is pasted."""
    known = (
        (translate("phrases", "pinned"), phrase.is_pinned),
        (translate("phrases", "answer of the cheat-sheet"), phrase.id.startswith(f"{SHEET}:")),
        (translate("phrases", "is sent at once"), phrase.is_sent),
        (translate("phrases", "with a picture"), bool(phrase.images)),
        (translate("phrases", "in parts"), phrase.output is Output.PARTS),
        (translate("phrases", "only copied"), phrase.output is Output.COPY),
    )
    codes = translate("phrases", "code {codes}").replace("{codes}", " ".join(phrase.codes)) if phrase.codes else ""
    return ", ".join(part for part in (phrase.title, note, codes, *(word for word, is_so in known if is_so)) if part)


def body(phrase: Phrase) -> str:
    """The text, and the group it lies in."""
    return " · ".join(part for part in (_text(phrase.body), " › ".join(phrase.group)) if part)


def _text(text: str) -> str:
    pieces, at = [], 0
    for variable in templates.variables(text):
        pieces += [text[at : variable.start], trade_words.of_fact(variable.name)]
        at = variable.end
    return "".join((*pieces, text[at:])).replace("\n", " ")
