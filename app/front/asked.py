"""What dialogs ask of the program: the callables that the editor and the settings are built with.

The rule: a dialog gets functions, never a service, so that it can be opened in a test with a handful of lambdas.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from app.core.hotkeys import PHRASE
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Group, Node
from app.front import books
from app.front.counter import Counter
from app.front.desk import Desk
from app.front.sheet.asked import by_bin, fact_values, meant_words, render_as, shop_now
from app.ports import Sounds
from app.system.autostart import Autostart
from app.system.hooks import why_not
from app.system.paths import Paths
from app.ui.details_desk import DetailsDesk
from app.ui.dialogs import terms
from app.ui.dialogs.editor_fields import Desk as EditorDesk
from app.ui.import_dialogs.export_desk import ExportDesk
from app.ui.settings_dialog.desk import SettingsDesk
from app.ui.times import Times
from app.ui.words import translate

__all__ = ["by_bin", "by_details", "by_editor", "by_export", "by_settings", "groups"]


def by_editor(desk: Desk, counter: Counter) -> EditorDesk:
    """What the editor asks."""

    def nearest(body: str, but: str) -> Phrase | None:
        return next((near.phrase for near in desk.find.nearest(body) if near.phrase.id != but), None)

    return EditorDesk(
        save=desk.library.save,
        render=desk.facts.preview,
        groups=lambda: groups(desk),
        nearest=nearest,
        with_code=desk.library.with_code,
        put_image=desk.stores.images.put,
        read_image=desk.stores.images.read,
        examine=counter.chords.shortcuts.examine,
        name_holder=lambda action: _name_of(desk, action),
        shop=shop_now(desk),
        render_as=render_as(desk),
        values=lambda names: fact_values(desk, names),
        meant=lambda: meant_words(desk),
    )


def by_details(desk: Desk) -> DetailsDesk:
    """What the details of a wide window ask."""
    return DetailsDesk(
        phrase=desk.phrase,
        render_as=render_as(desk),
        values=lambda names: fact_values(desk, names),
        read_image=desk.stores.images.read,
        times=Times(desk.find.validity, desk.shop_time.now, desk.shop_time.zone),
    )


def by_export(desk: Desk) -> ExportDesk:
    """What the export asks."""
    service = books.exporting(desk)
    return ExportDesk(
        every=service.all,
        in_group=service.in_group,
        some=service.some,
        groups=lambda: groups(desk),
        manner=service.manner,
        preview=service.preview,
        write=service.write,
        folder=lambda: QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        show_folder=lambda path: _open_folder(str(Path(path).parent)),
    )


def by_settings(desk: Desk, counter: Counter, paths: Paths, sounds: Sounds) -> SettingsDesk:
    """What the settings ask."""
    return SettingsDesk(
        settings=lambda: desk.preferences.current,
        change=desk.preferences.change,
        examine=counter.chords.shortcuts.examine,
        taken=lambda: counter.chords.shortcuts.taken,
        name_holder=lambda action: _name_of(desk, action),
        turn_autostart=Autostart(paths.command()).turn,
        make_backup=desk.stores.backups.make,
        backups=desk.stores.backups.all,
        contents=desk.stores.backups.contents,
        restore=partial(_restore, desk),
        forget_buyers=partial(_forget_buyers, desk),
        target=counter.target_program,
        folder=str(paths.data),
        log_folder=str(paths.log.parent),
        open_folder=_open_folder,
        now=desk.clock.now,
        zone=desk.shop_time.zone,
        play=sounds.play,
        readings=desk.readings,
        why_no_hook=_why_no_hook(),
    )


def _restore(desk: Desk, name: str) -> str:
    former = desk.stores.backups.restore(name)
    desk.reload()
    return former


def _forget_buyers(desk: Desk, with_backups: bool) -> int:
    count = desk.stores.orders.forget_all()
    if with_backups:
        desk.stores.backups.forget_buyers()
    if desk.has_office:
        desk.office.load()
    return count


def groups(desk: Desk) -> list[Group]:
    """The paths of all groups, each before those inside it."""
    return list(counts(desk))


def counts(desk: Desk) -> dict[Group, int]:
    """How many phrases there are in each group and below it."""

    def below(nodes: Sequence[Node]) -> Iterator[tuple[Group, int]]:
        for node in nodes:
            yield node.path, node.count
            yield from below(node.children)

    return dict(below(desk.library.groups()))


def _name_of(desk: Desk, action: str) -> str:
    """What an action that holds a chord is called: a phrase by its title."""
    phrase = desk.library.get(action.removeprefix(PHRASE)) if action.startswith(PHRASE) else None
    return phrase.title if phrase else terms.action(action)


def _open_folder(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _why_no_hook() -> str:
    return translate("doors", "Not on this system: a program may read every key only on Windows.") if why_not() else ""
