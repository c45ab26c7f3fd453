"""Why a pack was not taken over, in words, and what to do next.

The rule: the reasons are word for word those of `app.core.packs.trust` and `app.core.packs.refusals`; a test compares
them. Whatever is refused, the last good pack stays, and that is said.
"""

from collections.abc import Mapping

from app.core.packs.refusals import Refusal, Refused
from app.core.packs.trust import Refusal as Distrust
from app.core.packs.trust import Verdict
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

TRUST: Mapping[Distrust, str] = {
    Distrust.UNSIGNED: QT_TRANSLATE_NOOP(
        "trust", "The pack is not signed, and this source has signed its packs so far."
    ),
    Distrust.BAD_SIGNATURE: QT_TRANSLATE_NOOP(
        "trust", "The signature of the pack is damaged or in a form that is not known."
    ),
    Distrust.WRONG_KEY: QT_TRANSLATE_NOOP(
        "trust",
        "The pack is signed with another key ({found}) than the one you confirmed ({pinned}). Ask the "
        "publisher whether the key was changed.",
    ),
    Distrust.TAMPERED: QT_TRANSLATE_NOOP("trust", "The pack was changed after it was signed, or is damaged."),
    Distrust.NO_PUBLICATION: QT_TRANSLATE_NOOP(
        "trust", "What is signed does not say which publication of which pack this is."
    ),
    Distrust.CONTRADICTS: QT_TRANSLATE_NOOP(
        "trust", "The pack says {found} of itself, and its signature says {pinned}."
    ),
    Distrust.OTHER_PACK: QT_TRANSLATE_NOOP(
        "trust", "This is the pack “{found}”; the one that you get from here is “{pinned}”."
    ),
    Distrust.OLDER: QT_TRANSLATE_NOOP(
        "trust", "This is publication {found}, and {pinned} was here already. An older one is not taken over."
    ),
    Distrust.TWIN: QT_TRANSLATE_NOOP(
        "trust", "This is another pack than the one that was here with the same number ({found})."
    ),
    Distrust.EXPIRED: QT_TRANSLATE_NOOP(
        "trust", "The pack holds until {found} only. Ask the publisher for a newer one."
    ),
    Distrust.NO_PACK: QT_TRANSLATE_NOOP("trust", "The file is no pack."),
    Distrust.BAD_INDEX: QT_TRANSLATE_NOOP(
        "trust", "The list of packs in the folder is damaged. The next publication writes it again."
    ),
    Distrust.NEWER_INDEX: QT_TRANSLATE_NOOP("trust", "The folder is kept by a newer QinDesk. Please update this one."),
    Distrust.NOT_IN_FOLDER: QT_TRANSLATE_NOOP("trust", "The folder does not hold the pack “{pinned}”."),
    Distrust.SEVERAL: QT_TRANSLATE_NOOP("trust", "The folder holds several packs ({found}). Please choose one."),
}
REFUSALS: Mapping[Refusal, str] = {
    Refusal.NO_SOURCE: QT_TRANSLATE_NOOP("pack_refusals", "This source of packs is not there any more."),
    Refusal.OTHER_PACK: QT_TRANSLATE_NOOP(
        "pack_refusals", "The source brings another pack now; so far it was “{names}”. The one that you have stays."
    ),
    Refusal.OLDER: QT_TRANSLATE_NOOP(
        "pack_refusals", "The pack is older than publication {names}, which you have already."
    ),
    Refusal.OUTRANKED: QT_TRANSLATE_NOOP("pack_refusals", "“{names}” brings this pack too and goes first."),
    Refusal.BROKEN: QT_TRANSLATE_NOOP(
        "pack_refusals", "The pack has mistakes and was not taken over; the one that you have stays."
    ),
}
_TELL_LEAD = QT_TRANSLATE_NOOP("pack_advice", "Tell your lead; until it is published anew you work with what you have.")
_STRANGE = QT_TRANSLATE_NOOP(
    "pack_advice",
    "Somebody else may have written into the folder. Tell your lead; until then you work with what you have.",
)
_ADD_OTHER = QT_TRANSLATE_NOOP("pack_advice", "If it is meant so, add the address once more as another source.")
TRUST_ADVICE: Mapping[Distrust, str] = {
    Distrust.UNSIGNED: _STRANGE,
    Distrust.BAD_SIGNATURE: _TELL_LEAD,
    Distrust.WRONG_KEY: QT_TRANSLATE_NOOP(
        "pack_advice", "If it was, compare the new fingerprint with the publisher and confirm it below."
    ),
    Distrust.TAMPERED: _STRANGE,
    Distrust.NO_PUBLICATION: _TELL_LEAD,
    Distrust.CONTRADICTS: _STRANGE,
    Distrust.OTHER_PACK: _ADD_OTHER,
    Distrust.OLDER: QT_TRANSLATE_NOOP(
        "pack_advice", "To go back, the publisher publishes the old content again under a new number."
    ),
    Distrust.TWIN: _STRANGE,
    Distrust.EXPIRED: "",
    Distrust.NO_PACK: QT_TRANSLATE_NOOP("pack_advice", "Is the address right? It is the folder that your lead named."),
    Distrust.BAD_INDEX: "",
    Distrust.NEWER_INDEX: "",
    Distrust.NOT_IN_FOLDER: _TELL_LEAD,
    Distrust.SEVERAL: "",
}
REFUSAL_ADVICE: Mapping[Refusal, str] = {
    Refusal.NOT_TRUSTED: "",
    Refusal.NO_SOURCE: QT_TRANSLATE_NOOP("pack_advice", "Add it again if you still want it."),
    Refusal.OTHER_PACK: _ADD_OTHER,
    Refusal.OLDER: _TELL_LEAD,
    Refusal.OUTRANKED: QT_TRANSLATE_NOOP("pack_advice", "It takes over by itself when that one does not answer."),
    Refusal.BROKEN: QT_TRANSLATE_NOOP("pack_advice", "Tell your lead what is wrong; a corrected one comes by itself."),
}


def of_verdict(verdict: Verdict) -> str:
    """Why a pack is not trusted."""
    if verdict.refusal is None:
        return ""
    said = translate("trust", TRUST[verdict.refusal])
    return said.replace("{found}", verdict.found).replace("{pinned}", verdict.pinned)


def reason(refused: Refused) -> str:
    """Why a pack was not taken over, with the first thing that is wrong where something is."""
    if refused.verdict is not None:
        return of_verdict(refused.verdict)
    said = translate("pack_refusals", REFUSALS[refused.refusal]).replace("{names}", ", ".join(refused.names))
    return joined(said, _first(refused))


def advice(refused: Refused) -> str:
    """What to do about it; nothing where the reason says that already."""
    verdict = refused.verdict
    known = TRUST_ADVICE[verdict.refusal] if verdict and verdict.refusal else REFUSAL_ADVICE[refused.refusal]
    return translate("pack_advice", known) if known else ""


def of_refused(refused: Refused) -> str:
    """Both."""
    return joined(reason(refused), advice(refused))


def joined(*said: str) -> str:
    """Sentences one after the other; in Chinese nothing stands between them."""
    return ("" if is_chinese() else " ").join(part for part in said if part)


def _first(refused: Refused) -> str:
    if not refused.findings:
        return ""
    from app.ui.pack_dialogs import finding_words  # noqa: PLC0415 - the words of the check are many

    first = refused.findings[0]
    place = " · ".join(part for part in (finding_words.place(first), first.spot.column) if part)
    return f"{place}: {finding_words.sentence(first)}"
