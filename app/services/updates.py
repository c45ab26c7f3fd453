"""New versions of the program: looked for, fetched, offered, and installed when the program quits and the user agreed.

The rule: nothing is installed that the user did not agree to in so many words, and what is started is checked once more
in that very moment. `look` is called beside the main thread and changes nothing here; `take` hears what came of it.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from app.core.packs.signatures import PublicKey
from app.core.shares.share import Fault, ShareTrouble
from app.core.storage import NotStored
from app.core.updates.update import (
    LATEST,
    MAX_BYTES,
    SIGNATURE,
    Announcement,
    Memory,
    NotOffered,
    Offer,
    Policy,
    Refusal,
    Stage,
    Standing,
    System,
    believed,
    offered,
)
from app.core.values import dataclass
from app.core.versions import Version, read_version
from app.ports import Clock
from app.ports.shares import Share
from app.ports.updates import UpdateFolder

QUIETLY = ("/S", "/NOSTART")
"""The installer says nothing, and does not start what the user has just quit."""
AND_START = ("/S", "/START")
Opened = Callable[[str], Share]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look brought: an offer whose file lies ready, the newest version that was announced, or trouble."""

    offer: Offer | None = None
    seen: Version | None = None
    trouble: Exception | None = None


class Updates:
    """`opened` opens a share by its address; the two calls of it that fetch a file may take their time."""

    def __init__(
        self,
        installed: Version,
        system: System,
        policy: Policy,
        folder: UpdateFolder,
        opened: Opened,
        clock: Clock,
    ) -> None:
        self._installed = installed
        self._system = system
        self._policy = policy
        self._folder = folder
        self._opened = opened
        self._clock = clock
        self._memory = folder.load()
        self._trouble: Exception | None = None
        self._settle()

    @property
    def standing(self) -> Standing:
        """What there is to tell."""
        memory = self._memory
        offer = memory.ready if self.can_look() else None
        return Standing(
            self._stage(offer),
            self._installed,
            offer,
            memory.looked_at,
            self._trouble,
            is_managed=not self._policy.can_look,
            is_on=memory.is_on,
        )

    def can_look(self) -> bool:
        """Whether anybody wants new versions to be looked for, and there is a place and a key for it."""
        return self._memory.is_on and self._policy.can_look

    def can_install(self) -> bool:
        """Whether the program can install what it fetched; where not, the user is told and somebody else does."""
        return self._folder.can_start()

    def look(self, *, is_asked: bool = False) -> Looked:
        """Look for a new version and fetch it. Takes its time. A version that was skipped is fetched when `is_asked`.

        `is_asked`: the user pressed the button, so that an older refusal of a version counts no longer.
        """
        if not self.can_look():
            return Looked()
        seen: Version | None = None
        try:
            share = self._opened(self._policy.location)
            offer, seen = self.find(share)
            if offer is None or (str(offer.version) == self._memory.skipped and not is_asked):
                return Looked(None, seen)
            self._fetch(share, offer)
        except (NotOffered, ShareTrouble, NotStored) as trouble:
            return Looked(None, seen, trouble)
        return Looked(offer, seen)

    def find(self, share: Share) -> tuple[Offer | None, Version]:
        """What is announced on a share for this computer, and the version, whether it is newer or not.

        Raises `NotOffered` and `ShareTrouble`. Without a key there is nothing to find: ask `Policy.can_look` before.
        """
        assert self._policy.key is not None
        announced = announcement_on(share, self._policy.key, self._highest())
        return offered(announced, self._system, self._installed), announced.version

    def take(self, looked: Looked) -> bool:
        """Hear what a look brought; whether the user has something new to be told."""
        before = self.standing
        self._trouble = looked.trouble
        memory = self._memory
        if looked.seen is not None:
            memory = replace(memory, highest=str(max(looked.seen, self._highest())))
        if looked.trouble is None:
            memory = replace(memory, looked_at=self._clock.now())
        if looked.offer is not None:
            is_same = memory.ready is not None and memory.ready.build == looked.offer.build
            memory = replace(memory, ready=looked.offer, agreed=memory.agreed if is_same else "")
        self._keep(memory)
        after = self.standing
        return after.stage is Stage.READY and (before.stage, before.offer) != (after.stage, after.offer)

    def agree(self) -> None:
        """Install what lies ready when the program quits."""
        if self._memory.ready is not None:
            self._keep(replace(self._memory, agreed=str(self._memory.ready.version), skipped="", tried=""))

    def take_back(self) -> None:
        """Do not install it, but offer it still."""
        self._keep(replace(self._memory, agreed=""))

    def skip(self) -> None:
        """Do not offer this version any more; a newer one will be."""
        if self._memory.ready is not None:
            skipped = str(self._memory.ready.version)
            self._keep(replace(self._memory, skipped=skipped, agreed="", tried="", ready=None))
            self._folder.clear()

    def turn(self, is_on: bool) -> None:
        """Look for new versions from now on, or no more."""
        self._keep(replace(self._memory, is_on=is_on, agreed=self._memory.agreed if is_on else ""))

    def install(self, *, then_start: bool = False) -> bool:
        """As the program quits: start the installer of what was agreed to; whether it was started.

        Not to be called while the system shuts down: an installer that is killed leaves work for the next one.
        """
        offer, memory = self._memory.ready, self._memory
        if offer is None or not self.can_look() or memory.agreed != str(offer.version):
            return False
        if offer.version <= self._installed or not self._folder.can_start():
            return False
        self._keep(replace(memory, agreed="", tried=memory.agreed))
        if not self._folder.holds(offer.build):
            self._trouble = NotOffered(Refusal.DAMAGED_FILE, offer.build.name)
            self._drop()
            return False
        return self._folder.start(offer.build, *(AND_START if then_start else QUIETLY))

    def _stage(self, offer: Offer | None) -> Stage:
        if not self.can_look():
            return Stage.OFF
        if offer is None:
            return Stage.CURRENT
        version = str(offer.version)
        if self._memory.agreed == version:
            return Stage.AGREED
        return Stage.FAILED if self._memory.tried == version else Stage.READY

    def _fetch(self, share: Share, offer: Offer) -> None:
        build = offer.build
        if self._folder.holds(build):
            return
        content = share.read(build.name, build.size)
        if len(content) != build.size or sha256(content).hexdigest() != build.sha256:
            raise NotOffered(Refusal.DAMAGED_FILE, build.name)
        self._folder.keep(build.name, content)

    def _highest(self) -> Version:
        """The newest version that was announced; what is installed by hand may be newer and holds nothing up."""
        return read_version(self._memory.highest) if self._memory.highest else Version((0, 0, 0))

    def _settle(self) -> None:
        """At the start: what is installed by now is no offer, and what was deleted meanwhile is none either."""
        ready = self._memory.ready
        if ready is not None and (ready.version <= self._installed or not self._folder.holds(ready.build)):
            self._drop()

    def _drop(self) -> None:
        self._keep(replace(self._memory, ready=None, agreed="", tried=""))
        self._folder.clear()

    def _keep(self, memory: Memory) -> None:
        self._memory = memory
        try:
            self._folder.save(memory)
        except NotStored as not_stored:
            self._trouble = not_stored


def announcement_on(share: Share, key: PublicKey, highest: Version) -> Announcement:
    """What is announced on a share, believed. Raises `NotOffered` and `ShareTrouble`."""
    content = share.read(LATEST, MAX_BYTES)
    try:
        signature: bytes | None = share.read(SIGNATURE, MAX_BYTES)
    except ShareTrouble as trouble:
        if trouble.reason is not Fault.NOT_THERE:
            raise
        signature = None
    return believed(content, signature, key, highest)
