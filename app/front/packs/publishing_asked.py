"""What the window of a lead asks of the program: files, the check, keys, shares, and what this PC holds.

The rule: as in `asked`, a window gets functions, never a service; what runs in a helper thread imports what it needs
there.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.imports.reading import UNWATCHED, Spot, Watch
from app.core.packs.check_rules import DEFAULT_RULES, read_rules
from app.core.packs.findings import Finding, PackReading, Severity
from app.core.packs.lead_choices import LeadChoices, Origin
from app.core.packs.of_own import OwnThings, chosen, own_phrases, pack_of_own, pictures_of, samples
from app.core.packs.pack import Pack
from app.core.packs.publishing import Base, NotPublished, Obstacle, Preview, to_publish
from app.core.phrases.shelf import Group
from app.core.settings import Language
from app.core.shares.places import address_of, is_remote
from app.core.shares.share import Secret
from app.core.sheet.sheet import Entry
from app.core.storage import NotStored
from app.front.desk import Desk
from app.services.packs.confirming import Confirming
from app.services.packs.publishing import Publishing, Signer
from app.services.packs.stoppable_share import StoppableShare
from app.system.paths import Paths
from app.system.shares.secrets import SecretsUnreadable, ShareSecrets
from app.ui.pack_dialogs.publish_desk import Examined, KeyDesk, KeyLook, NoSigner, PlainDesk, PublishDesk, Saved

_SECRETS_OF_LEAD = "publish "


def by_publishing(desk: Desk, paths: Paths) -> PublishDesk:
    """What the window asks."""
    places = _Places(desk, ShareSecrets(paths.data))
    preferences, time = desk.preferences, desk.shop_time
    return PublishDesk(
        choices=lambda: preferences.current.lead,
        keep=lambda choices: preferences.change(lead=choices),
        own=partial(_own, desk),
        groups=partial(_groups, desk),
        examine=partial(_examined, desk),
        stamp=_stamp,
        template=partial(_write_template, desk),
        folder=places.publishing,
        confirming=lambda address: Confirming(places.share(address)),
        plain=PlainDesk(partial(_plain_preview, desk), _left_out, partial(_save_plain, desk)),
        keys=_Keys(paths.data / "keys" / "publisher.key").desk(),
        clean=_clean,
        secret=places.secret,
        keep_secret=places.keep_secret,
        agent=lambda: preferences.current.agent,
        zone=time.zone,
        show_folder=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent))),
        open_file=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
    )


def _clean(text: str) -> tuple[str, Secret | None, bool]:
    address, secret = address_of(text)
    return address.text, secret, is_remote(address)


class _Places:
    """Published folders by their addresses, with what lets this PC in."""

    def __init__(self, desk: Desk, secrets: ShareSecrets) -> None:
        self._desk = desk
        self._secrets = secrets

    def secret(self, address: str) -> Secret | None:
        """What is kept of an address. Raises `OSError`."""
        try:
            return self._secrets.of(f"{_SECRETS_OF_LEAD}{address}")
        except SecretsUnreadable as error:
            raise OSError(str(error)) from error

    def keep_secret(self, address: str, secret: Secret | None) -> None:
        """Keep it, or forget it. Raises `OSError`."""
        try:
            self._secrets.put(f"{_SECRETS_OF_LEAD}{address}", secret)
        except SecretsUnreadable as error:
            raise OSError(str(error)) from error

    def share(self, address: str, watch: Watch = UNWATCHED) -> StoppableShare:
        """The share of an address. Raises `ShareTrouble`."""
        from app.system.shares.opening import open_share

        try:
            secret = self.secret(address)
        except OSError:
            secret = None  # then the share says that it asks for one
        return StoppableShare(open_share(address, secret), watch)

    def publishing(self, address: str, signer: Signer | None = None, watch: Watch | None = None) -> Publishing:
        """The lead's side of a folder. Raises `ShareTrouble`."""
        from app.formats.packs.form import PublishedForm

        share = self.share(address, watch or UNWATCHED)
        return Publishing(share, PublishedForm(), self._desk.shop_time, self._desk.shop_time.zone(), signer)


class _Keys:
    """The key files; `own` is this PC's."""

    def __init__(self, own: Path) -> None:
        self._own = own

    def desk(self) -> KeyDesk:
        """The callables."""
        return KeyDesk(self.look, self.make, self.open)

    def look(self, path: str) -> KeyLook:
        """What is known of a key without its password."""
        from app.formats.packs import minisign

        file = Path(path) if path else self._own
        try:
            is_protected = minisign.is_protected(file)
            return KeyLook(str(file), minisign.read_public_file(minisign.public_file(file)), is_protected)
        except minisign.NoKey as lack:
            return KeyLook(str(file), trouble=lack.trouble.value)

    def make(self, password: str) -> Signer:
        """A new key of this PC. Raises `NoSigner`."""
        from app.formats.packs import minisign

        key = minisign.made()
        try:
            minisign.save(key, self._own, password)
        except minisign.NoKey as lack:
            raise NoSigner(lack.trouble.value, lack.path) from None
        return key

    def open(self, path: str, password: str | None) -> Signer:
        """The key of a file. Raises `NoSigner`."""
        from app.formats.packs import minisign

        file = Path(path) if path else self._own
        try:
            return minisign.read_secret(file, password)
        except minisign.NoKey as lack:
            raise NoSigner(lack.trouble.value, lack.path) from None


# What is published.


def _own(desk: Desk) -> OwnThings:
    sheet = desk.sheet.sheet
    entries: list[Entry] = [*sheet.activities_in_use(), *sheet.products_in_use(), *sheet.facts_in_use()]
    kinds = tuple(desk.office.orders.kinds().values())
    return OwnThings(tuple(desk.library.phrases()), tuple(entries), kinds, _pack_ids(desk))


def _pack_ids(desk: Desk) -> frozenset[str]:
    return frozenset(source.pack_id for source in desk.subscriptions.sources.all() if source.pack_id)


def _groups(desk: Desk) -> Sequence[tuple[Group, int]]:
    counts: dict[Group, int] = {}
    for phrase in own_phrases(OwnThings(tuple(desk.library.phrases()), pack_ids=_pack_ids(desk))):
        counts[phrase.group] = counts.get(phrase.group, 0) + 1
    return tuple(counts.items())


def _examined(desk: Desk, choices: LeadChoices, own: OwnThings, watch: Watch) -> Examined:
    """In a helper thread. Raises `Cancelled`."""
    from app.core.packs.checks import check
    from app.formats.packs.packs import read_pack

    now, zone = desk.shop_time.now(), desk.shop_time.zone()
    if choices.origin is Origin.FILE:
        reading = read_pack(choices.file, zone, now, watch=watch)
    else:
        reading = _read_own(desk, choices, own)
    rules = read_rules(choices.rules)[0] if choices.rules else DEFAULT_RULES
    watch.step(1, 2)
    found = check(reading.draft, now, zone, rules, reading.locate) if reading.draft else ()
    left_out = 0 if choices.origin is Origin.FILE else samples(own, choices)
    return Examined(reading, tuple(dict.fromkeys((*reading.problems, *found))), left_out)


def _read_own(desk: Desk, choices: LeadChoices, own: OwnThings) -> PackReading:
    items = chosen(own, choices)
    images: dict[str, bytes] = {}
    lost: list[Finding] = []
    for name in sorted(pictures_of(items)):
        try:
            images[name] = desk.stores.images.read(name)
        except NotStored:
            lost.append(Finding(Spot(), "image_missing", Severity.ERROR, (name,)))
    language = "zh-CN" if desk.preferences.current.language is Language.CHINESE else "en"
    said = replace(choices, publisher=choices.publisher or desk.preferences.current.agent)
    return PackReading("", pack_of_own(said, items, images, language), tuple(lost))


def _stamp(path: str) -> object:
    """In a helper thread: what tells one state of a file from the next."""
    try:
        look = os.stat(path)  # noqa: PTH116 - one call that a share may take long for
    except OSError:
        return None
    return look.st_mtime_ns, look.st_size


def _write_template(desk: Desk, path: str, is_in_chinese: bool) -> None:
    """Raises `NotWritten`."""
    from app.core.packs.pack import PackHead
    from app.formats.file import put
    from app.formats.packs.packs import made_id
    from app.formats.packs.tables_writer import template

    settings = desk.preferences.current
    head = PackHead(
        made_id(Path(path).stem), settings.shop, publisher=settings.agent, language="zh-CN" if is_in_chinese else "en"
    )
    put(path, template(head, desk.shop_time.now(), desk.shop_time.zone(), is_chinese=is_in_chinese))


# A plain shared file.


def _plain_preview(desk: Desk, path: str, pack: Pack) -> Preview:
    """In a helper thread. Raises `NotPublished`."""
    from app.core.packs.differences import differences
    from app.formats.packs.packs import read_pack

    due = to_publish(pack, None, None)
    old: PackReading | None = None
    if Path(path).exists():
        old = read_pack(path, desk.shop_time.zone(), desk.shop_time.now(), pack_id=pack.head.id)
    found = differences(old.draft if old else None, due, desk.shop_time.zone())
    if old and old.draft and not found:
        raise NotPublished(Obstacle.NOTHING_NEW, Path(path).name)
    return Preview(Base(pack=old.draft if old else None), due, 0, found)


def _save_plain(desk: Desk, path: str, pack: Pack) -> Saved:
    """In a helper thread. Raises `NotWritten`."""
    from app.formats.packs.packs import save_pack

    is_chinese = not pack.head.language.startswith("en")
    save_pack(path, pack, desk.shop_time.zone(), is_chinese=is_chinese)
    return Saved(path)


def _left_out(path: str, pack: Pack) -> Mapping[str, int]:
    from app.formats.packs.packs import Form, form_of, left_out

    return left_out(pack, form_of(path) or Form.JSON)
