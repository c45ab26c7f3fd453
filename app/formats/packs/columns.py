"""The sheets of a pack's workbook: those of activities and products, and phrases, kinds of orders and the pack itself.

The rule: reader, writer and manual know a column from here; a name once written into somebody's file is read for ever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.formats.columns import normal
from app.formats.sheets.columns import MUST_READ, OWN_ID, Column, Shape, Table
from app.formats.sheets.tables import TABLES as SHEET_TABLES
from app.formats.sheets.tables import table_called as sheet_called

_S = Shape
_WORDS = ("多个用顿号或换行隔开", "Several: one a line, or with commas between them")
_MOMENT = ("店铺所在时区的时间，如 2026-11-11 20:00；当天结束写 24:00", "By the shop's clock: 2026-11-11 20:00")
_LENGTH = ("如 30分钟、72小时、3天", "30 min, 72 h, 3 days")
_PATH = ("多级用 > 隔开", "Levels with > between them")
_LINES = ("一行一条", "One a line")
_PARTS = ("分段：用单独一行的 --- 隔开", "In parts: cut by lines that hold only ---")
_PACK_ID = ("字母、数字、点、横线；定下后不要再改", "Letters, digits, dots, dashes; never change it")
_EXPIRES = ("过了这个时间就不再用这个包；一般留空", "After it the pack is not used any more; mostly empty")
_CODE_NAMES = ("快捷短语编码", "短语编码", "编码", "短码", "code", "shortcut", "abbr")
_BODY_NAMES = (
    *("快捷短语", "快捷短语内容", "话术内容", "话术", "短语", "正文", "回复", "答案"),
    *("body", "content", "reply", "answer"),
)
_GROUP_NAMES = ("快捷短语分组", "分组名称", "一级分类", "分类", "category", "folder")
_QUESTION_NAMES = ("问题", "问法", "常见问题", "买家问题", "question")
_MUST_READ = Column(MUST_READ, "必读", "Must read", _S.YES_NO, 8, note=("客服要确认看过", "Agents confirm it"))
_OWN_ID = Column(
    OWN_ID,
    "编号",
    "Id",
    width=12,
    note=("可以不填；填了以后不要再改", "May stay empty; once written, don't change it"),
    others=("id",),
)
_MARKED = frozenset({"activities", "products", "facts"})
_NAMED = _MARKED | {"phases"}

PHRASES = Table(
    "phrases",
    "话术",
    "Phrases",
    (
        Column("codes", "快捷编码", "Codes", _S.WORDS, 12, note=_WORDS, others=_CODE_NAMES),
        Column("title", "标题", "Title", width=20, others=("话术标题", "短语标题", "名称", "name")),
        Column("body", "内容", "Text", width=60, is_needed=True, others=_BODY_NAMES),
        Column(
            "group",
            "分组",
            "Group",
            width=18,
            note=_PATH,
            others=_GROUP_NAMES,
        ),
        Column("keywords", "关键词", "Keywords", _S.WORDS, 18, note=_WORDS, others=("关键字", "标签", "tags")),
        Column("questions", "买家问法", "Questions", _S.LINES, 24, note=_LINES, others=_QUESTION_NAMES),
        Column("stage", "环节", "Stage", _S.CHOICE, 10, others=("阶段",)),
        Column("role", "岗位", "Role", _S.CHOICE, 10),
        Column("is_pinned", "置顶", "Pinned", _S.YES_NO, 8),
        Column("output", "发送方式", "Output", _S.CHOICE, 10, note=_PARTS),
        Column("lifetime.from_at", "生效时间", "Valid from", _S.MOMENT, 18, note=_MOMENT, others=("生效",)),
        Column("lifetime.until_at", "失效时间", "Valid until", _S.MOMENT, 18, note=_MOMENT, others=("失效",)),
        Column("lifetime.activity_id", "仅在活动期间", "Only during activity", _S.ACTIVITY, 18),
        Column("lifetime.phase_id", "仅在阶段期间", "Only during phase", _S.PHASE, 18),
        _MUST_READ,
        _OWN_ID,
    ),
    others=("快捷短语", "话术库", "短语", "phrase"),
)
KINDS = Table(
    "kinds",
    "订单类型",
    "Order kinds",
    (
        Column("name", "名称", "Name", width=16, is_needed=True, others=("类型", "订单类型")),
        Column("words", "记单时的写法", "Words in a line", _S.WORDS, 20, note=_WORDS, others=("写法",)),
        Column("closes_after", "多久关闭", "Closes after", width=14, note=_LENGTH, others=("关闭时间",)),
        _MUST_READ,
        _OWN_ID,
    ),
)
STEPS = Table(
    "steps",
    "催付提醒",
    "Reminders",
    (
        Column("kind", "订单类型", "Order kind", width=16, is_needed=True, others=("类型",)),
        Column("name", "提醒名称", "Reminder", width=16, is_needed=True, others=("提醒", "名称")),
        Column("after", "下单后", "After the order", width=14, note=_LENGTH),
        Column("before", "关闭前", "Before it closes", width=14, note=_LENGTH),
        Column("code", "话术编码", "Phrase's code", width=12, others=("快捷编码", "编码")),
        _OWN_ID,
    ),
    "steps",
)
HEAD = Table(
    "pack",
    "话术包",
    "Pack",
    (
        Column("id", "包编号", "Pack id", width=22, is_needed=True, note=_PACK_ID, others=("编号", "id")),
        Column("name", "包名称", "Pack name", width=24, others=("名称", "name")),
        Column("version", "版本", "Version", width=12),
        Column("publisher", "发布人", "Publisher", width=16),
        Column("note", "这次改了什么", "What is new", width=40, others=("说明", "备注", "note")),
        Column("language", "语言", "Language", width=10),
        Column("expires_at", "到期时间", "Expires at", _S.MOMENT, 18, note=_EXPIRES),
    ),
    others=("包信息", "head"),
)


def _with_asides(table: Table) -> Table:
    """A sheet of the cheat-sheet with what a pack says beside."""
    asides = [*((_MUST_READ,) if table.key in _MARKED else ()), *((_OWN_ID,) if table.key in _NAMED else ())]
    return replace(table, columns=(*table.columns, *asides))


TABLES: Sequence[Table] = (HEAD, PHRASES, *map(_with_asides, SHEET_TABLES), KINDS, STEPS)
"""Every sheet, in the order of the workbook."""
_OWN: Mapping[str, Table] = {
    normal(name): table
    for table in (HEAD, PHRASES, KINDS, STEPS)
    for name in (table.chinese, table.english, table.key, *table.others)
}
_BY_KEY: Mapping[str, Table] = {table.key: table for table in TABLES}


def table_called(name: str) -> Table | None:
    """The table that a tab of this name holds."""
    known = _OWN.get(normal(name)) or sheet_called(name)
    return _BY_KEY[known.key] if known else None
