"""What can be commanded from anywhere in the window, in one table: its words, its drawing, its key.

The rule: whatever has an entry in a menu and is not about the row that is stood on stands here; keys come from the
tables that bind them.
"""

from collections.abc import Iterator, Mapping

from app.core.glimpse import Edge
from app.core.values import dataclass
from app.ui import keys
from app.ui.place_names import FURTHER, word
from app.ui.window.menu import modes
from app.ui.words import translate

PLACE = "place_"
"""What the name of a command that opens a place begins with."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the name of its deed, what it is called, its drawing, and its key or nothing."""

    name: str
    words: str
    drawing: str
    chord: str = ""

    @property
    def also(self) -> str:
        """What else people type for it, in both languages; never shown, and so not translated."""
        return ALSO.get(self.name, "")


ALSO: Mapping[str, str] = {
    "new": "新建 话术 快捷短语 new phrase add",
    "import": "导入 话术 文件 表格 import file table",
    "export": "导出 话术 export file",
    "sources": "话术包 团队 订阅 来源 packs team source subscribe",
    "publish": "发布 话术包 publish pack",
    "bin": "回收站 恢复 已删除 bin trash deleted restore",
    "calculate": "计算器 算价格 凑单 calculator price offer",
    "undo": "撤销 撤回 undo",
    "order_new": "记单 新订单 待付 note order unpaid add",
    "order_paste": "粘贴订单 订单文字 paste orders text",
    "import_orders": "导入订单 订单表 导出表 import orders export csv",
    "handover": "交接 交接班 下班 handover shift",
    "report": "报表 结果 统计 复盘 流失原因 report outcomes chart statistics",
    "activity_new": "新活动 活动 activity new",
    "product_new": "新商品 商品 product new",
    "fact_new": "新问答 店铺问答 问题 fact question new",
    "workbook": "活动表 表格 模板 导入活动 workbook excel template import activities",
    "settings": "设置 选项 偏好 settings options preferences",
    "keys": "按键 快捷键 热键 帮助 keys shortcuts hotkeys help",
    "updates": "更新 升级 新版本 版本 update upgrade version",
    "pause": "暂停热键 停用 热键 pause hotkeys",
    "on_top": "置顶窗口 最前 always on top",
    "chat": "聊天旁边 跟随 千牛 beside chat follow dock",
    "hide": "隐藏 关闭窗口 hide close",
    "quit": "退出 关闭程序 quit exit",
}


def every(*, is_paused: bool) -> Iterator[Command]:
    """All of them, in the language that is on; those of the trade come first."""
    yield from _of_places()
    yield from _of_orders()
    yield from _of_phrases()
    yield from _of_sheet()
    yield from _of_window(is_paused=is_paused)


def _of_places() -> Iterator[Command]:
    form = translate("commands", "Go to {place}")
    for number, name in enumerate(FURTHER, start=2):
        yield Command(f"{PLACE}{name}", form.replace("{place}", word(name)), name, f"Ctrl+{number}")
    yield Command(f"{PLACE}news", translate("commands", "News of packs"), "news", "Ctrl+5")


def _of_orders() -> Iterator[Command]:
    yield Command("order_new", translate("commands", "Note an order"), "plus")
    yield Command("order_paste", translate("commands", "Take over copied order texts…"), "paste")
    yield _bound("import_orders", translate("commands", "Import the platform's orders…"), "import")
    yield _bound("handover", translate("commands", "Hand over the shift…"), "swap")
    yield _bound("report", translate("commands", "Outcomes and reports…"), "workbook")


def _of_phrases() -> Iterator[Command]:
    yield _bound("new", translate("commands", "New phrase…"), "plus")
    yield _bound("import", translate("commands", "Import phrases…"), "import")
    yield _bound("export", translate("commands", "Export phrases…"), "move")
    yield _bound("bin", translate("commands", "Bin…"), "bin")
    yield Command("sources", translate("commands", "Packs of your team…"), "news")
    yield _bound("publish", translate("commands", "Publish a pack…"), "send")


def _of_sheet() -> Iterator[Command]:
    yield _bound("calculate", translate("commands", "Offer calculator…"), "calculator")
    yield Command("activity_new", translate("commands", "New activity…"), "plus")
    yield Command("product_new", translate("commands", "New product…"), "plus")
    yield Command("fact_new", translate("commands", "New question of the shop…"), "plus")
    yield Command("workbook", translate("commands", "Workbook of activities: import or export…"), "workbook")


def _of_window(*, is_paused: bool) -> Iterator[Command]:
    yield _bound("undo", translate("commands", "Undo"), "undo")
    yield _bound("settings", translate("commands", "Settings…"), "settings")
    yield _bound("keys", translate("commands", "All keys…"), "keys")
    for number, (mode, text) in enumerate(modes().items(), start=1):
        yield Command(f"mode_{mode.value}", _window(text), "window", f"Ctrl+Shift+{number}")
    yield _bound("chat", translate("commands", "Stand beside the chat…"), "swap")
    for edge, text in (
        (Edge.LEFT, translate("commands", "Stand at the left edge")),
        (Edge.RIGHT, translate("commands", "Stand at the right edge")),
        (Edge.NONE, translate("commands", "Stand free")),
    ):
        yield Command(f"dock_{edge.value}", text, "window")
    yield Command("on_top", translate("commands", "Always on top: on or off"), "pin")
    pause = translate("commands", "Turn hotkeys on") if is_paused else translate("commands", "Pause hotkeys")
    yield Command("pause", pause, "play" if is_paused else "pause")
    yield Command("updates", translate("commands", "New versions…"), "refresh")
    yield Command("hide", translate("commands", "Hide the window"), "hide")
    yield Command("quit", translate("commands", "Quit"), "quit")


def _window(text: str) -> str:
    return translate("commands", "Window: {mode}").replace("{mode}", text)


def _bound(name: str, words: str, drawing: str) -> Command:
    return Command(name, words, drawing, keys.chord(name))
