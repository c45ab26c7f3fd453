"""Puts the window where it stood in this layout of monitors, and remembers where the agent leaves it.

The rule: never off-screen, whatever screens come and go; what the agent did not move is not remembered anew. Each mode
has a place of its own, a popup none, and beside the chat it stands where the chat does.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.glimpse import Edge, Glimpse
from app.core.window_choices import Mode, PopupAt, text_factor
from app.ui.window import docking
from app.ui.window.docking import SIZES, Sizes, Standing
from app.ui.window.frame import Frame

Keep = Callable[[dict[str, object]], None]
"""Stores fields of the settings."""


class Berth(QObject):
    """Where the window stands. Until settings are served it uses those it was built with and keeps nothing.

    `parted`: the agent took the window away from the chat. `squeezed`: beside the chat there is no room any more (True)
    or again, so that the window stands inside it.
    """

    parted = Signal()
    squeezed = Signal(bool)

    def __init__(self, window: Frame, app: QApplication, settings: Glimpse) -> None:
        super().__init__(window)
        self._window = window
        self._settings: Callable[[], Glimpse] = lambda: settings
        self._keep: Keep | None = None
        self._standing: Standing | None = None
        self._chat: QRect | None = None
        self._is_squeezed = False
        self._height = 0
        window.settled.connect(self._left)
        window.about_to_show.connect(self._come_up)
        app.screenAdded.connect(self.stand)
        app.screenRemoved.connect(self.stand)
        app.primaryScreenChanged.connect(self.stand)

    def serve(self, settings: Callable[[], Glimpse], keep: Keep) -> None:
        """Use the agent's own settings from now on."""
        self._settings, self._keep = settings, keep
        self.stand()

    @property
    def is_beside_chat(self) -> bool:
        """Whether a chat is there that the window stands beside."""
        return self._chat is not None and self._mode is not Mode.POPUP

    def stand(self, _screen: object = None) -> None:
        """Put the window where it belongs in the layout of now."""
        areas = _areas()
        if not areas:
            return
        if self._mode is Mode.POPUP:
            self._pop_up(areas)
        elif self._chat is not None:
            self._go_beside(self._chat, areas)
        else:
            self._go(self._own_standing(areas))

    def dock(self, edge: Edge) -> None:
        """Put the window at an edge, or let it stand free."""
        if self._chat is not None or self._mode is Mode.POPUP:
            self._keep_fields({"edge": edge})
            self.stand()
            return
        self._stay(docking.docked(Standing(self._window.geometry(), edge), _areas(), self._sizes))

    def follow(self, chat: QRect | None) -> None:
        """Stand beside the chat, which is there now; None: there is none, stand where the agent left the window."""
        if chat != self._chat:
            self._chat = chat
            self.stand()

    def set_height(self, height: int) -> None:
        """Be exactly so high; 0: as high as the agent made it."""
        if height != self._height:
            self._height = height
            self.stand()

    @property
    def _mode(self) -> Mode:
        return self._settings().mode

    @property
    def _sizes(self) -> Sizes:
        sizes = SIZES[self._mode].scaled(text_factor(self._settings().text_percent))
        return sizes.of_height(self._height) if self._height and self._mode is Mode.COMPACT else sizes

    @property
    def _key(self) -> str:
        """The name under which the place of this mode in this layout is kept."""
        layout = docking.layout([screen.geometry() for screen in QGuiApplication.screens()])
        return layout if self._mode is Mode.COLUMN else f"{self._mode.value} {layout}"

    def _own_standing(self, areas: list[QRect]) -> Standing:
        settings = self._settings()
        return docking.start(settings.places.get(self._key, ""), areas, settings.edge, self._sizes)

    def _pop_up(self, areas: list[QRect]) -> None:
        sizes, is_centred = self._sizes, self._settings().popup_at is PopupAt.CENTRE
        kept = Standing.parse(self._settings().places.get(self._key, ""))
        size = kept.rect.size() if kept else sizes.usual
        self._go(Standing(docking.popped_up(size, QCursor.pos(), areas, sizes, is_centred=is_centred)))

    def _go_beside(self, chat: QRect, areas: list[QRect]) -> None:
        from app.ui.window import chat_side  # noqa: PLC0415 - no chat is there before the first paint

        sizes = self._sizes
        kept = Standing.parse(self._settings().places.get(self._key, ""))
        width = kept.rect.width() if kept else sizes.usual.width()
        size = QSize(width, max(sizes.least.height(), min(chat.height(), sizes.most.height())))
        place = chat_side.beside_chat(chat, size, sizes, areas, self._settings().edge)
        self._go(Standing(place.rect, place.side), sizes.down_to(place.rect.size()))
        if place.is_inside != self._is_squeezed:
            self._is_squeezed = place.is_inside
            self.squeezed.emit(place.is_inside)

    def _come_up(self) -> None:
        """A popup stands where the pointer is now, not where it was the last time."""
        if self._mode is Mode.POPUP:
            self.stand()

    def _left(self) -> None:
        """It has come to rest: insist on its place if it was just shown, else cling to an edge that is near.

        Right after showing, X11 may name a wrong place for a window that stands in the right one: the move that was
        not the agent's is then told apart by being the first.
        """
        place = self._window.geometry()
        if self._standing and place == self._standing.rect:
            self._window.is_fresh = False
            return
        if self._window.is_fresh and self._standing:
            self._window.is_fresh = False
            self._window.setGeometry(self._standing.rect)
            return
        if self.is_beside_chat:
            self._left_chat(place)
            return
        if self._mode is Mode.POPUP:  # its size is kept, and the next time it comes up where the pointer is
            self._remember(Standing(place, self._settings().edge))
            return
        self._stay(docking.let_go(place, _areas(), self._sizes))

    def _left_chat(self, place: QRect) -> None:
        """Let go near a side of the chat it stands there; taken further away it follows the chat no more."""
        from app.ui.window import chat_side  # noqa: PLC0415 - as above

        assert self._chat is not None
        side = chat_side.side_of(place, self._chat)
        if side is Edge.NONE:
            self._chat = None
            self._stay(docking.let_go(place, _areas(), self._sizes))
            self.parted.emit()
            return
        self._remember(Standing(place, side))
        self.stand()

    def _go(self, standing: Standing, sizes: Sizes | None = None) -> None:
        self._standing = standing
        self._window.limit((sizes or self._sizes).down_to(standing.rect.size()))
        if self._window.geometry() != standing.rect:
            self._window.setGeometry(standing.rect)

    def _stay(self, standing: Standing) -> None:
        self._go(standing)
        self._remember(standing)

    def _remember(self, standing: Standing) -> None:
        places = {**self._settings().places, self._key: str(standing)}
        self._keep_fields({"places": places, "edge": standing.edge})

    def _keep_fields(self, fields: dict[str, object]) -> None:
        if self._keep:
            self._keep(fields)


def _areas() -> list[QRect]:
    screens = QGuiApplication.screens()
    primary = QGuiApplication.primaryScreen()
    return [screen.availableGeometry() for screen in sorted(screens, key=lambda screen: screen is not primary)]
