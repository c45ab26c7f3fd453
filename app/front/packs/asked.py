"""What the windows of packs ask of the program: the callables that they are built with.

The rule: a window gets functions, never a service, so that it can be opened in a test with a handful of lambdas.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from app.core.changes import Changed, Kind
from app.core.orders.kinds import OrderKind
from app.core.packs.overlays import overlay
from app.core.packs.pack import Item
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.shares.places import address_of, is_remote
from app.core.shares.share import Fault, Secret, ShareTrouble
from app.front.desk import Desk
from app.services.packs.removal import Keeping, Removed
from app.system.shares.opening import open_share
from app.system.shares.secrets import SecretsUnreadable
from app.ui.dialogs import share_reasons
from app.ui.packs.desk import NewsDesk, NotAdded, OwnDesk, SourcesDesk
from app.ui.words import translate

if TYPE_CHECKING:
    from app.front.packs.post import PackPost


def by_news(desk: Desk, post: "PackPost") -> NewsDesk:
    """What the place of news asks."""
    services = desk.subscriptions

    def undo_reset(changed: Changed) -> Changed:
        return desk.library.undo() if Kind.PHRASES in changed else desk.sheet.undo()

    return NewsDesk(
        news=services.news.latest,
        moved=services.overlays.all_moved,
        states=post.states,
        summary=post.summary,
        confirm=post.confirm,
        keep_own=services.overlays.keep_own,
        reset=services.overlays.reset,
        undo_reset=undo_reset,
        item=lambda item_id: _item(desk, item_id),
        sheet=lambda: desk.sheet.sheet,
        look=post.watch.look,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


def by_own(desk: Desk) -> OwnDesk:
    """What rows and the editor ask of own versions."""

    def own(phrases: Collection[Phrase]) -> Collection[str]:
        of_packs = {phrase.id: phrase for phrase in phrases if phrase.source != PERSONAL}
        originals = desk.stores.packs.some(of_packs)
        return [key for key, one in originals.items() if not one.withdrawn_at and overlay(of_packs[key], one.item)]

    overlays = desk.subscriptions.overlays
    return OwnDesk(
        own=own,
        overlay=overlays.overlay,
        moved=overlays.moved,
        reset=overlays.reset,
        keep_own=overlays.keep_own,
        sheet=lambda: desk.sheet.sheet,
        zone=desk.shop_time.zone,
    )


def by_sources(desk: Desk, opened: Callable[[], "PackPost"], has_sources: Callable[[], bool]) -> SourcesDesk:
    """What the page of sources asks. The post is opened when the first address is added, or there is one already."""
    sources = _Sources(desk, opened)
    return SourcesDesk(
        states=lambda: opened().states() if has_sources() else (),
        add=sources.add,
        sign_in=sources.sign_in,
        move_to=sources.move_to,
        rename=lambda source_id, name: opened().rename(source_id, name),
        confirm=lambda source_id, key: opened().confirm_key(source_id, key),
        choose=lambda source_id, pack_id: opened().choose(source_id, pack_id),
        pause=lambda source_id, is_paused: opened().pause(source_id, is_paused),
        reorder=lambda ids: opened().reorder(ids),
        look=sources.look,
        count=sources.count,
        remove=sources.remove,
        put_back=sources.put_back,
        has_name=lambda: bool(desk.preferences.current.agent.strip()),
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


class _Sources:
    """What is done with sources. An address may bring along what it is signed in with."""

    def __init__(self, desk: Desk, opened: Callable[[], "PackPost"]) -> None:
        self._desk = desk
        self._opened = opened
        self._secrets: dict[str, Secret | None] = {}

    def add(self, text: str, secret: Secret | None) -> str:
        url, own = _address(text)
        return _keeping(lambda: self._opened().add(url, secret or own))

    def sign_in(self, source_id: str, secret: Secret | None) -> None:
        _keeping(lambda: self._opened().sign_in(source_id, secret))

    def move_to(self, source_id: str, text: str) -> None:
        url, own = _address(text)
        self._opened().move_to(source_id, url)
        if own is not None:
            self.sign_in(source_id, own)

    def look(self, source_id: str) -> None:
        self._opened().watch.look(source_id)

    def count(self, source_id: str) -> int:
        return self._desk.subscriptions.removal.count(source_id)

    def remove(self, source_id: str, keeping: Keeping) -> Removed | None:
        """Give a source up; what it was signed in with is kept for the way back."""
        post = self._opened()
        self._secrets[source_id] = post.watch.secret_of(source_id)
        return post.remove(source_id, keeping)

    def put_back(self, removed: Removed) -> None:
        _keeping(lambda: self._opened().put_back(removed, self._secrets.pop(removed.source.id, None)))


def _item(desk: Desk, item_id: str) -> Item | None:
    """A thing that is in use, as it is now."""
    own: Item | None = desk.library.get(item_id) or desk.sheet.get(item_id)
    if own is None:
        kinds = {kind.id: kind for kind in desk.stores.orders.kinds()}
        return kinds.get(item_id) or kinds.get(item_id.partition("/")[2])
    return own if isinstance(own, OrderKind) or own.deleted_at is None else None


def _address(text: str) -> tuple[str, Secret | None]:
    """An address without what lets somebody in, and that. Raises `NotAdded`."""
    if not text.strip():
        raise NotAdded(translate("packs_agent", "Paste the address that your lead gave you, or choose a folder."))
    try:
        address, secret = address_of(text)
        if is_remote(address):
            open_share(address)  # says at once where the part for remote places is missing
    except ShareTrouble as trouble:
        raise NotAdded(_why(trouble)) from None
    return address.text, secret


def _why(trouble: ShareTrouble) -> str:
    said = share_reasons.of_trouble(trouble)
    if trouble.reason is Fault.BAD_PLACE:
        said += " " + translate("packs_agent", "Such as \\\\server\\packs, D:\\packs or https://packs.example.com.")
    return said


def _keeping(verb: Callable[[], "str | None"]) -> str:
    """Do what also keeps a secret; where that failed nobody types it for nothing."""
    try:
        return verb() or ""
    except (OSError, SecretsUnreadable):
        said = translate("packs_agent", "The password could not be kept on this computer. Is the disk full?")
        raise NotAdded(said) from None
