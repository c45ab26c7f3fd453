"""A window with a small library behind it, for tests of the interface and for looking at it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtWidgets import QApplication

from app.core.phrases.phrase import Image, Output, Phrase, Role, Stage
from app.core.pinyin import Readings
from app.core.search.index import Index
from app.core.settings import Settings
from app.services.phrases.find import Find
from app.services.phrases.library import Library
from app.services.settings import Preferences
from app.ui.main_window import MainWindow
from app.ui.theme import Look
from tests.fakes import FakeClock, FakePhrases, FakeSettings

READINGS = Readings.of_chars(
    {"催": ("cui",), "付": ("fu",), "发": ("fa",), "货": ("huo",), "时": ("shi",), "间": ("jian",)}
)


def phrases() -> tuple[Phrase, ...]:
    """A small library: every stage, pins, codes, variables, pictures, parts."""
    used = datetime(2026, 11, 10, tzinfo=UTC)
    rows = (
        Phrase(
            "gentle",
            "催付·温和提醒",
            "{{hello}}，亲，您拍下的宝贝还没有付款哦，还剩 {{?剩余时间}} 就要自动关闭啦，付款遇到问题随时叫我 /:^_^",
            ("付款", "催付"),
            Stage.PAYMENT,
            Role.PRE_SALES,
            codes=("cf",),
            is_pinned=True,
            pin_position=1,
            use_count=41,
            last_used_at=used,
        ),
        Phrase(
            "last",
            "催付·最后 5 分钟",
            "亲，聚划算的订单 30 分钟不付款会自动关闭，现在只剩 {{剩余时间|5 分钟}} 了，喜欢的话尽快付款哦。",
            ("付款", "催付"),
            Stage.PAYMENT,
            Role.PRE_SALES,
            codes=("cf5",),
            is_pinned=True,
            pin_position=2,
            use_count=23,
            last_used_at=used,
        ),
        Phrase(
            "sending",
            "发货时间",
            "亲，付款后 7 天内发出，默认圆通或汇通，不能指定快递哦。\n大促期间路上要多 3–5 天。",
            ("物流",),
            Stage.LOGISTICS,
            codes=("fh",),
            keywords=("什么时候发", "几天发货"),
            use_count=17,
            last_used_at=used,
        ),
        Phrase(
            "welcome",
            "欢迎·{{shop}}",
            "{{hello}}，欢迎光临 {{shop}}，我是客服{{agent}}，请问有什么可以帮到您？",
            ("欢迎",),
            Stage.WELCOME,
            codes=("hy",),
            use_count=12,
            last_used_at=used,
        ),
        Phrase(
            "size",
            "尺寸对比图",
            "亲，和手机放在一起的对比图发您看看，颜色可能有一点点色差，以实物为准。",
            ("咨询", "商品"),
            Stage.INQUIRY,
            images=(Image("0" * 64 + ".png"),),
            use_count=8,
        ),
        Phrase(
            "address",
            "核对地址",
            "亲，请您核对一下收货信息：\n---\n确认无误请回复“确认”，我们马上安排。",
            ("付款",),
            Stage.PAYMENT,
            Role.ORDER_CHANGES,
            codes=("dz", "hddz"),
            output=Output.PARTS,
            use_count=6,
        ),
        Phrase(
            "refund",
            "退款·拍错了想退这一单并且换成另外一个颜色怎么办",
            "亲，拍错了没关系的，双11 的订单从 11 月 12 日起可以退款，在那之前请您备注“买家不要了”，仓库就不会发出。",
            ("售后", "退款"),
            Stage.AFTER_SALES,
            Role.AFTER_SALES,
            codes=("tk",),
            use_count=5,
        ),
        Phrase(
            "bargain",
            "议价·温和婉拒",
            "亲，我们的价格已经是活动价了，实在不能再少，满 168 还送迷你盒一个，颜色随机。",
            ("疑难",),
            Stage.INQUIRY,
            Role.HARD_CUSTOMERS,
            codes=("yj",),
            is_sent=True,
            use_count=4,
        ),
        Phrase(
            "review",
            "求好评",
            "亲，东西收到满意的话，麻烦您给个五分好评哦，有任何问题先联系我们处理。",
            ("告别与评价",),
            Stage.FAREWELL,
            codes=("hp",),
            output=Output.COPY,
            use_count=3,
        ),
    )
    return tuple(replace(row, position=1024 * at) for at, row in enumerate(rows, start=1))


def many(number: int) -> tuple[Phrase, ...]:
    """So many phrases, each another one."""
    made = phrases()
    return tuple(
        replace(
            made[at % len(made)],
            id=f"p{at}",
            title=f"{made[at % len(made)].title} {at}",
            codes=(f"c{at}",),
            is_pinned=at < 5,
            pin_position=at,
            position=1024 * at,
            use_count=at % 50,
            last_used_at=datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=at),
        )
        for at in range(number)
    )


@dataclass
class Wishes:
    """What the window wanted, in order: name of the signal and what it carried."""

    heard: list[tuple[str, Any]] = field(default_factory=list)

    def listen(self, window: MainWindow) -> None:
        for name in (
            *("paste_wanted", "copy_wanted", "copy_text_wanted", "answered", "answers_cancelled", "new_wanted"),
            *("edit_wanted", "import_wanted", "export_wanted", "starter_wanted", "settings_wanted", "bin_wanted"),
            *("keys_wanted", "sources_wanted"),
            *("pause_wanted", "quit_wanted", "left_search", "changed", "unseen"),
        ):
            getattr(window, name).connect(lambda *what, name=name: self.heard.append((name, *what)))

    def of(self, name: str) -> list[Any]:
        """What a signal carried each time, or True where it carries nothing."""
        return [wish[1] if len(wish) > 1 else True for wish in self.heard if wish[0] == name]


class Desk:
    """The window, what stands behind it, and what it wanted."""

    def __init__(self, app: QApplication, look: Look, rows: Iterable[Phrase], settings: Settings | None = None) -> None:
        self.store = FakePhrases({row.id: row for row in rows})
        self.settings = FakeSettings(settings or Settings())
        clock = FakeClock()
        self.find = Find(lambda: Index(READINGS), clock)
        numbers = count(1)
        self.library = Library(self.store, clock, lambda: f"new{next(numbers)}", self._stored)
        self.preferences = Preferences(self.settings, self.settings.settings)
        self.window = MainWindow(app, look, self.settings.settings)
        self.inside = self.window.inside
        self.wishes = Wishes()
        self.wishes.listen(self.window)

    def serve(self) -> "Desk":
        """Load everything and fill the window."""
        self.library.load()
        self.find.load(self.library.phrases())
        self.window.serve(self.find, self.library, self.preferences)
        self.window.set_hotkeys(is_paused=False)
        return self

    def serve_early(self) -> "Desk":
        """Fill the window with a list that cannot be searched yet."""
        self.library.load()
        self.find.expect(self.library.phrases())
        self.window.serve(self.find, self.library, self.preferences)
        return self

    def get_ready(self) -> None:
        """The index of what was expected arrives."""
        self.find.arrive(self.find.built(self.library.phrases()))
        self.window.search_again()

    def titles(self) -> list[str]:
        """The titles in the list, top to bottom."""
        return [hit.phrase.title for hit in self.inside.panel.model.rows]

    def ids(self) -> list[str]:
        """The ids in the list, top to bottom."""
        return [hit.phrase.id for hit in self.inside.panel.model.rows]

    def _stored(self, changed: Collection[Phrase], removed: Collection[str]) -> None:
        self.find.update(changed, removed)
