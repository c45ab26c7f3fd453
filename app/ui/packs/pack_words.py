"""What packs have to say: what came, how old it is, what a source is, and what restricted means.

The rule: a moment of today is a time of day, another one has its day; nothing is called fresh that did not answer.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.packs.sources import News, PackSource
from app.core.shares.share import Fault
from app.core.source_states import Form, Mood, SourceState, Summary
from app.services.packs.things import Applied
from app.ui.dialogs import share_reasons
from app.ui.packs import refusal_words
from app.ui.palette import Tone
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_MINUTE = timedelta(minutes=1)
_FORMS: Mapping[Form, str] = {
    Form.FILE: QT_TRANSLATE_NOOP("packs_agent", "Plain file"),
    Form.FOLDER: QT_TRANSLATE_NOOP("packs_agent", "Published folder"),
    Form.WEB: QT_TRANSLATE_NOOP("packs_agent", "Web"),
    Form.BUCKET: QT_TRANSLATE_NOOP("packs_agent", "Bucket"),
}
MOODS: Mapping[Mood, tuple[str, Tone]] = {
    Mood.FRESH: ("check", Tone.OK),
    Mood.WAITING: ("clock", Tone.MUTED),
    Mood.PAUSED: ("pause", Tone.MUTED),
    Mood.OFFLINE: ("warning", Tone.SOON),
    Mood.REFUSED: ("refused", Tone.LATE),
}
"""The drawing and the colour of how a source stands."""


def name_of(source: PackSource) -> str:
    """What people call a source; one without a name as its file or folder is called."""
    path = re.split(r"[?#]", source.url)[0] if "://" in source.url else source.url
    last = re.split(r"[/\\\\]", path.rstrip("/\\"))[-1]
    return source.name or last or source.url


def form(state: SourceState) -> str:
    """What a source is."""
    if state.form is None:
        return translate("packs_agent", "Unreadable address")
    if state.is_plain and state.form is not Form.FILE:
        return f"{translate('packs_agent', _FORMS[Form.FILE])} · {translate('packs_agent', _FORMS[state.form])}"
    return translate("packs_agent", _FORMS[state.form])


def since(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment that has passed: `09:12` of today, else with its day."""
    local = at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return f"{local.hour}:{local.minute:02}"
    return moments.said(at.replace(second=0), now, zone, is_chinese())


def age(at: datetime | None, now: datetime) -> str:
    """How long ago a source answered."""
    if at is None:
        return translate("packs_agent", "never read")
    if now - at < 2 * _MINUTE:
        return translate("packs_agent", "read just now")
    length = moments.length_in_words(now - at, is_chinese=is_chinese())
    return translate("packs_agent", "read {length} ago").replace("{length}", length)


def trouble(state: SourceState) -> str:
    """Why a source does not answer; empty where it does. Of a folder its list is asked first: it stands for all."""
    if state.trouble and state.trouble.reason is Fault.NOT_THERE and not state.is_plain:
        return translate(
            "packs_agent", "The folder cannot be found, or nothing is published in it. Can you open it yourself?"
        )
    return share_reasons.of_trouble(state.trouble) if state.trouble else ""


def standing(state: SourceState, now: datetime, zone: ZoneInfo) -> str:
    """How a source stands, in one line."""
    said = {
        Mood.FRESH: lambda: age(state.answered_at, now),
        Mood.WAITING: lambda: translate("packs_agent", "is being read for the first time"),
        Mood.PAUSED: lambda: translate("packs_agent", "paused"),
        Mood.OFFLINE: lambda: offline(state, now, zone),
        Mood.REFUSED: lambda: translate("packs_agent", "refused; what you have stays"),
    }
    return said[state.mood]()


def offline(state: SourceState, now: datetime, zone: ZoneInfo) -> str:
    """Since when a source is silent."""
    if state.answered_at is None:
        return translate("packs_agent", "was never reached")
    said = translate("packs_agent", "offline since {moment}")
    return said.replace("{moment}", since(state.answered_at, now, zone))


def what_to_do(state: SourceState) -> str:
    """What is wrong with a source and the next step; empty where nothing is."""
    if state.source.is_paused:
        return ""
    if state.refused:
        return refusal_words.of_refused(state.refused)
    if state.trouble:
        stays = translate("packs_agent", "You go on with what you have; it is tried again by itself.")
        return refusal_words.joined(trouble(state), stays)
    return ""


def restricted(state: SourceState) -> str:
    """What restricted means, for who reads it for the first time."""
    if state.key is not None and state.source.is_confirmed:
        return translate(
            "packs_agent",
            "This is signed now. Compare the fingerprint with what your lead tells you; once you confirm it nothing is "
            "taken from here that somebody else has written.",
        )
    if state.key is not None:
        return translate(
            "packs_agent",
            "Until you confirm the publisher this source is restricted: its phrases and facts are here, its order "
            "kinds and pins are not. Compare this fingerprint with what your lead tells you, not with the folder:",
        )
    return translate(
        "packs_agent",
        "Nobody has signed this: whoever can write to the file can change your phrases. Until you say that it is your "
        "team's, its order kinds and pins stay out.",
    )


def applied(taken: Applied) -> str:
    """What a pack brought, for the notice."""
    name = taken.source.name or taken.source.pack_id
    if any(not one.difference.item_id for one in taken.news):
        said = translate("packs_agent", "Pack “{name}”: {count} things are here.")
        said = said.replace("{count}", f"{taken.added:,}")
    else:
        said = translate("packs_agent", "Pack “{name}”: {what}").replace("{what}", _sums(taken))
    return said.replace("{name}", name)


def _sums(taken: Applied) -> str:
    """How many things came, changed and went, without those of which there are none."""
    counts = (
        (taken.added, translate("pack_changes", "{count} new")),
        (taken.changed_count, translate("pack_changes", "{count} changed")),
        (taken.withdrawn, translate("pack_changes", "{count} withdrawn")),
    )
    told = " · ".join(said.replace("{count}", f"{count:,}") for count, said in counts if count)
    return told or translate("pack_changes", "no change")


def hints(count: int) -> str:
    """How many own versions stayed where the pack has moved on; empty where none did."""
    if not count:
        return ""
    one = translate("packs_agent", "Your own version of one of them stays.")
    many = translate("packs_agent", "Your own versions of {count} of them stay.")
    return one if count == 1 else many.replace("{count}", str(count))


def must_reads(count: int) -> str:
    """How many things have to be read."""
    one, many = translate("packs_agent", "1 must-read"), translate("packs_agent", "{count} must-reads")
    return one if count == 1 else many.replace("{count}", f"{count:,}")


def waiting(count: int, latest: str) -> str:
    """What is said until every must-read is confirmed."""
    if count == 1 and latest:
        return translate("packs_agent", "To be read by everybody: “{name}”").replace("{name}", latest)
    return translate("packs_agent", "{count} changes are to be read by everybody.").replace("{count}", f"{count:,}")


def cell(shown: Summary, now: datetime, zone: ZoneInfo) -> tuple[str, str, Tone, str]:
    """The cell of the strip: text, drawing, colour, and the tooltip."""
    state = shown.worst
    if state is None:
        return "", "", Tone.MUTED, ""
    line = f"{name_of(state.source)}: {standing(state, now, zone)}"
    tip = "\n".join(part for part in (line, what_to_do(state)) if part)
    drawing, tone = MOODS[state.mood]
    if state.mood is Mood.REFUSED:
        return translate("packs_agent", "Pack refused"), drawing, tone, tip
    if shown.must_reads:
        return must_reads(shown.must_reads), "bell", Tone.SOON, tip
    if state.mood is Mood.OFFLINE:
        return f"{translate('packs_agent', 'Packs')} {offline(state, now, zone)}", drawing, tone, tip
    return translate("packs_agent", "Packs"), drawing, tone, tip


def publication(news: News, now: datetime, zone: ZoneInfo) -> str:
    """The heading of what one publication brought."""
    number = translate("packs_agent", "No. {number}").replace("{number}", str(news.number)) if news.number else ""
    return " · ".join(part for part in (news.pack_name, number, since(news.told_at, now, zone)) if part)
