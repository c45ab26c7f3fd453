"""A lead's desk of fakes: a share in memory, a workbook that is a list of phrases, and a key without a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.imports.reading import UNWATCHED, Spot, Watch
from app.core.packs.check_rules import DEFAULT_RULES, read_rules
from app.core.packs.checks import check
from app.core.packs.differences import differences
from app.core.packs.findings import Finding, PackReading
from app.core.packs.lead_choices import LeadChoices, Manner, Origin
from app.core.packs.of_own import OwnThings, chosen, pack_of_own, samples
from app.core.packs.pack import Pack
from app.core.packs.publishing import Base, Preview, to_publish
from app.core.packs.rules import At
from app.core.shares.places import address_of, is_remote
from app.core.shares.share import Secret
from app.core.storage import NotStored, NotWritten, Trouble
from app.formats.packs.minisign import SecretKey
from app.services.packs.confirming import Confirming
from app.services.packs.publishing import Publishing, Signer
from app.services.packs.stoppable_share import StoppableShare
from app.ui.pack_dialogs.publish_desk import Examined, KeyDesk, KeyLook, NoSigner, PlainDesk, PublishDesk, Saved
from tests.fakes import FakeClock, FakeShare
from tests.published import FORM, NOW, ZONE, key, pack

BOOK = "/shop/双11.xlsx"
FOLDER = "/shop/packs"
PASSWORD = "open sesame"
READY = LeadChoices(file=BOOK, folder=FOLDER)


@dataclass
class Lead:
    """What the window asks, and what it was told."""

    choices: LeadChoices = READY
    book: Pack = field(default_factory=pack)
    problems: tuple[Finding, ...] = ()
    share: FakeShare = field(default_factory=FakeShare)
    signer: SecretKey | None = field(default_factory=key)
    is_protected: bool = True
    plain: dict[str, Pack] = field(default_factory=dict)
    own: OwnThings = field(default_factory=OwnThings)
    secrets: dict[str, Secret | None] = field(default_factory=dict)
    trouble: Trouble | None = None
    stamp: object = 0
    templates: list[tuple[str, bool]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))

    def desk(self) -> PublishDesk:
        return PublishDesk(
            choices=lambda: self.choices,
            keep=self._keep,
            own=lambda: self.own,
            groups=lambda: [(phrase.group, 1) for phrase in self.own.phrases],
            examine=self._examine,
            stamp=lambda _path: self.stamp,
            template=lambda path, is_chinese: self.templates.append((path, is_chinese)),
            folder=self.folder,
            confirming=lambda _address: Confirming(self.share),
            plain=PlainDesk(self._plain_preview, self._left_out, self._save),
            keys=KeyDesk(self._look, self._make, self._open),
            clean=_clean,
            secret=self.secrets.get,
            keep_secret=self.secrets.__setitem__,
            agent=lambda: "小夏",
            zone=lambda: ZONE,
            show_folder=self.opened.append,
            open_file=self.opened.append,
        )

    def folder(self, _address: str, signer: Signer | None = None, watch: Watch | None = None) -> Publishing:
        return Publishing(StoppableShare(self.share, watch or UNWATCHED), FORM, self.clock, ZONE, signer)

    def publish(self, published: Pack, note: str = "", expected: int = 0) -> None:
        """As another lead with the same key."""
        self.folder("", self.signer).publish(published, note, None, expected)

    def bodies(self) -> list[str]:
        """The phrases that everybody gets now."""
        publishing = self.folder("")
        entry = publishing.publications.newest_of("shop")
        read = publishing.read(entry) if entry else None
        return [phrase.body for phrase in read.phrases] if read else []

    def _keep(self, choices: LeadChoices) -> None:
        if self.trouble:
            raise NotStored(self.trouble)
        self.choices = choices

    def _examine(self, choices: LeadChoices, own: OwnThings, watch: Watch) -> Examined:
        watch.step(0, 1)
        is_file = choices.origin is Origin.FILE
        made = self.book if is_file else pack_of_own(choices, chosen(own, choices), {}, "zh-CN")
        spots = {item_id: Spot(BOOK, "话术", at) for at, item_id in enumerate(made.items(), start=2)}
        rules = read_rules(choices.rules)[0] if choices.rules else DEFAULT_RULES
        found = check(made, NOW, ZONE, rules, At(spots, BOOK))
        reading = PackReading(BOOK if is_file else "", made, self.problems, spots)
        return Examined(reading, (*self.problems, *found), 0 if is_file else samples(own, choices))

    def _look(self, path: str) -> KeyLook:
        if self.signer is None:
            return KeyLook(path or "/data/publisher.key", trouble="not_there")
        return KeyLook(path or "/data/publisher.key", self.signer.public, self.is_protected)

    def _make(self, _password: str) -> Signer:
        if self.signer is not None:
            raise NoSigner("exists", "/data/publisher.key")
        self.signer = key()
        return self.signer

    def _open(self, path: str, password: str | None) -> Signer:
        if self.is_protected and password != PASSWORD:
            raise NoSigner("wrong_password", path or "/data/publisher.key")
        assert self.signer is not None
        return self.signer

    def _plain_preview(self, path: str, due: Pack) -> Preview:
        old = self.plain.get(path)
        return Preview(Base(pack=old), to_publish(due, None, None), 0, differences(old, due, ZONE))

    def _left_out(self, path: str, _pack: Pack) -> Mapping[str, int]:
        return {"entries": 2} if path.endswith(".csv") else {}

    def _save(self, path: str, due: Pack) -> Saved:
        if self.trouble:
            raise NotWritten(path, self.trouble)
        self.plain[path] = due
        return Saved(path)


def plain(path: str = "/shop/共享.xlsx") -> LeadChoices:
    """Choices of a small shop."""
    return replace(READY, manner=Manner.PLAIN, plain_file=path)


def _clean(text: str) -> tuple[str, Secret | None, bool]:
    address, secret = address_of(text)
    return address.text, secret, is_remote(address)
