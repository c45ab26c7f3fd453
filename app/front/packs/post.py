"""Packs from elsewhere at work: sources watched, deliveries taken over, news told, confirmations written back.

The rule: it is built when the first source is there; on the main thread it only stores and tells.
"""

import logging
from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal

from app.core.changes import NOTHING, Changed, Kind
from app.core.packs.refusals import Refusal, Refused
from app.core.shares.share import Secret
from app.core.source_states import SourceState, Summary, summary
from app.core.storage import NotStored
from app.front.desk import Desk
from app.front.packs.intake import PackIntake
from app.front.packs.returns import PackReturns
from app.front.packs.watch import COPIES, PackWatch
from app.services.packs.judging import Judged
from app.services.packs.removal import Keeping, Removed
from app.services.packs.sources import PACKS
from app.services.packs.things import Applied
from app.system.paths import Paths
from app.ui.packs.pack_notices import PackNotices

_log = logging.getLogger(__name__)


class PackPost(QObject):
    """`changed` tells what was changed, `stirred` that a source answered, failed or was refused."""

    changed = Signal(object)
    stirred = Signal()

    def __init__(self, desk: Desk, paths: Paths, notices: PackNotices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._notices = desk, notices
        self._services = services = desk.subscriptions
        self._unsent = {source.id for source in services.sources.all()}
        self.watch = PackWatch(services.sources, desk.clock, paths, self)
        self.intake = PackIntake(desk, self)
        self.returns = PackReturns(desk, self.watch.share_of, paths.data / COPIES, self)
        self.watch.arrived.connect(self.intake.put)
        self.watch.reached.connect(self._reached)
        self.intake.settled.connect(self._settled)
        self.intake.failed.connect(notices.broke)
        self.intake.again.connect(self.watch.deliver_again)
        self.returns.failed.connect(self._unsent.add)

    def start(self) -> None:
        """Watch, and say what is still to be read."""
        self.watch.follow()
        self._notices.remind()

    def follow(self) -> None:
        """The sources are other ones by now, as after a backup was restored."""
        self.watch.follow()

    def close(self) -> None:
        """The program ends; what hangs is left behind."""
        self.watch.close()
        self.intake.close()
        self.returns.close()

    # What is there.

    def states(self) -> Sequence[SourceState]:
        """Every source as it stands."""
        return self.watch.states()

    def summary(self) -> Summary:
        """All of them in one."""
        return summary(self.states(), len(self._services.news.must_reads()))

    # What an agent does. Each may raise `NotStored`.

    def confirm(self, ids: Collection[str]) -> Changed:
        """News were read; of must-reads the lead is told."""
        chosen = set(ids)
        meant = {one.source_id for one in self._services.news.must_reads() if one.id in chosen}
        changed = self._services.news.confirm(ids)
        for source_id in meant:
            self.returns.send(source_id)
        return changed

    def add(self, url: str, secret: Secret | None) -> str:
        """Subscribe to an address. Raises `OSError` or `SecretsUnreadable` too, where its secret cannot be kept."""
        source = self._services.sources.add(url)
        if secret is not None:
            self.watch.put_secret(source.id, secret)
        self._unsent.add(source.id)
        self._turn(PACKS)
        self.watch.look(source.id)
        return source.id

    def sign_in(self, source_id: str, secret: Secret | None) -> None:
        """Keep what a source asks for, and look again. Raises `OSError` or `SecretsUnreadable`."""
        self.watch.put_secret(source_id, secret)
        self._turn(PACKS)
        self.watch.look(source_id)

    def move_to(self, source_id: str, url: str) -> None:
        """The source lies elsewhere now."""
        self._turn(self._services.sources.move_to(source_id, url))

    def rename(self, source_id: str, name: str) -> None:
        """Call a source something else."""
        self._turn(self._services.sources.rename(source_id, name))

    def confirm_key(self, source_id: str, public_key: str) -> None:
        """Say yes to who publishes there: what was held back comes now."""
        self._turn(self._services.sources.confirm(source_id, public_key))
        self.watch.deliver_again(source_id)

    def choose(self, source_id: str, pack_id: str) -> None:
        """Say which pack of a folder is meant."""
        self._services.sources.choose(source_id, pack_id)
        self.watch.renew(source_id)
        self._turn(PACKS)

    def pause(self, source_id: str, is_paused: bool) -> None:
        """Look at a source no more, or again."""
        self._turn(self._services.sources.pause(source_id, is_paused=is_paused))
        self._try_refused()

    def reorder(self, ids: Sequence[str]) -> None:
        """Another one goes first."""
        self._turn(self._services.sources.reorder(ids))
        self._try_refused()

    def remove(self, source_id: str, keeping: Keeping) -> Removed | None:
        """Give a source up."""
        removed = self._services.removal.remove(source_id, keeping)
        if removed is not None:
            self.watch.forget(source_id)
            self.returns.forget(source_id)
            self._turn(removed.changed)
            self._try_refused()
        return removed

    def put_back(self, removed: Removed, secret: Secret | None) -> None:
        """Take that back. Raises `OSError` or `SecretsUnreadable` too."""
        changed = self._services.removal.put_back(removed)
        try:
            if secret is not None:
                self.watch.put_secret(removed.source.id, secret)
        finally:
            self._turn(changed)

    def _turn(self, changed: Changed) -> None:
        """The sources were changed: watch them as they are now, and tell."""
        self.watch.follow()
        if changed:
            self.changed.emit(changed)
        self.stirred.emit()

    def _try_refused(self) -> None:
        """What another source kept away may come now."""
        for source_id in self.watch.refused:
            self.watch.deliver_again(source_id)

    # What the sources do.

    def _reached(self, source_id: str) -> None:
        reach = self.watch.reach(source_id)
        try:
            told = self._services.sources.looked(source_id, reach.trouble.reason.value if reach.trouble else "")
        except NotStored as not_stored:
            _log.warning("How a source was reached is not stored: %s", not_stored)
            told = NOTHING
        if reach.trouble is None and source_id in self._unsent:
            self._unsent.discard(source_id)
            self.returns.send(source_id)
        if told:
            self.changed.emit(told)
        self.stirred.emit()

    def _settled(self, judged: Judged) -> None:
        is_news = self.watch.note(judged)
        match judged.outcome:
            case Applied() as applied:
                self.changed.emit(applied.changed | {Kind.PACKS})
                self._notices.taken(applied)
                self.returns.send(applied.source.id)
            case Refused() as refused if is_news and refused.refusal is not Refusal.OUTRANKED:
                _log.warning("A pack was refused: %s", refused.refusal.value)
                self._notices.refused(refused, self._services.sources.get(refused.source_id))
            case NotStored() as not_stored:
                self._notices.not_stored(not_stored)
        self.stirred.emit()
