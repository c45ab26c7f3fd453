"""What the window of a lead asks of the program.

The rule: a window decides nothing. What is said to run in a helper thread touches files or the network and nothing of
the window; everything else runs on the main thread and answers at once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.imports.reading import Watch
from app.core.packs.findings import Finding, PackReading, Severity
from app.core.packs.lead_choices import LeadChoices
from app.core.packs.of_own import OwnThings
from app.core.packs.pack import Pack
from app.core.packs.publishing import Outrun, Preview, Published
from app.core.packs.signatures import PublicKey
from app.core.phrases.shelf import Group
from app.core.shares.share import Secret
from app.core.values import dataclass
from app.services.packs.confirming import Confirming
from app.services.packs.publishing import Publishing, Signer


class NoSigner(Exception):
    """The key cannot be had. `trouble` is a word of `publish_words.KEYS`, `path` the key's file."""

    def __init__(self, trouble: str, path: str) -> None:
        super().__init__(f"{trouble}: {path}")
        self.trouble = trouble
        self.path = path


@dataclass(frozen=True, slots=True)
class KeyLook:
    """What is known of a key without its password. `trouble` is empty where it can be used."""

    path: str
    public: PublicKey | None = None
    is_protected: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came out of a file, or of this PC, and what the check says of it. So many `samples` stay out of it."""

    reading: PackReading
    findings: tuple[Finding, ...] = ()
    samples: int = 0

    @property
    def pack(self) -> Pack | None:
        """The pack, if nothing stands against publishing it."""
        return None if self.count(Severity.ERROR) else self.reading.pack

    def count(self, severity: Severity) -> int:
        """How many findings are so heavy."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Stopped:
    """A publishing was stopped before anybody saw anything of it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A plain file was written."""

    path: str


class OpenFolder(Protocol):
    """Opens a published folder by its address: to look at it, or with a key to publish into it, watched or not."""

    def __call__(self, address: str, signer: Signer | None = None, watch: Watch | None = None) -> Publishing:
        """Raises `ShareTrouble`."""
        ...


@dataclass(frozen=True, slots=True)
class PlainDesk:
    """A plain shared file. `preview` and `save` run in a helper thread.

    `preview` tells what writing a pack over a file would change and raises `NotPublished`; `left_out` is how many
    things of which sort a file of that name cannot hold; `save` writes it and raises `NotWritten`.
    """

    preview: Callable[[str, Pack], Preview]
    left_out: Callable[[str, Pack], Mapping[str, int]]
    save: Callable[[str, Pack], Saved]


@dataclass(frozen=True, slots=True)
class KeyDesk:
    """The key that is signed with; `make` and `open` run in a helper thread, because that is made to take long.

    `look` tells of a key by its path, an empty one is this PC's own; `make` makes that one, with a password, and never
    writes over another. All of them know no exception but `NoSigner`, and `look` none.
    """

    look: Callable[[str], KeyLook]
    make: Callable[[str], Signer]
    open: Callable[[str, str | None], Signer]


@dataclass(frozen=True, slots=True)
class PublishDesk:
    """Callables of the program.

    `keep` stores the choices and raises `NotStored`. `own` is what this PC holds now, `groups` its groups of own
    phrases with their counts. In a helper thread run: `examine` (reads and checks what the choices name, `own` being
    what was given on the main thread; raises `Cancelled`), `stamp` (what tells one state of a file from the next, None
    where it cannot be told), `folder` and `confirming` (both raise `ShareTrouble`).

    `template` writes a blank workbook into a path and raises `NotWritten`. `secret` is what is known of an address;
    `keep_secret` keeps it beside the data and raises `OSError`; `clean` splits what lets somebody in off an address
    and raises `ShareTrouble`. `show_folder` shows the folder of a file, `open_file` opens it in its own program.
    """

    choices: Callable[[], LeadChoices]
    keep: Callable[[LeadChoices], object]
    own: Callable[[], OwnThings]
    groups: Callable[[], Sequence[tuple[Group, int]]]
    examine: Callable[[LeadChoices, OwnThings, Watch], Examined]
    stamp: Callable[[str], object]
    template: Callable[[str, bool], object]
    folder: OpenFolder
    confirming: Callable[[str], Confirming]
    plain: PlainDesk
    keys: KeyDesk
    clean: Callable[[str], tuple[str, Secret | None, bool]]
    secret: Callable[[str], Secret | None]
    keep_secret: Callable[[str, Secret | None], object]
    agent: Callable[[], str]
    zone: Callable[[], ZoneInfo]
    show_folder: Callable[[str], object]
    open_file: Callable[[str], object]


Done = Published | Outrun | Stopped | Saved
"""How publishing may end, besides the exceptions."""
