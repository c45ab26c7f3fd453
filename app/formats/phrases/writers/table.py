"""Phrases as a workbook of this program's own columns, for Excel and WPS and back.

The rule: one row a phrase, and lists in one cell are cut where the reader of tables cuts them.
"""

from collections.abc import Mapping, Sequence

from app.core.imports.exports import Manner
from app.core.imports.reading import UNWATCHED, Found, Watch
from app.core.phrases.phrase import Phrase, Role, Stage
from app.formats.cells_writer import Column, Layout, book
from app.formats.cells_writer import carried as carried_by
from app.formats.phrases import table

_STAGES: Mapping[Stage, str] = {
    Stage.WELCOME: "欢迎",
    Stage.INQUIRY: "咨询",
    Stage.PAYMENT: "付款",
    Stage.LOGISTICS: "物流",
    Stage.AFTER_SALES: "售后",
    Stage.FAREWELL: "告别",
}
_ROLES: Mapping[Role, str] = {
    Role.PRE_SALES: "售前",
    Role.ORDER_CHANGES: "改单",
    Role.AFTER_SALES: "售后",
    Role.HARD_CUSTOMERS: "疑难",
}


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase."""
    return carried_by(_layout(is_chinese=manner.is_chinese), phrases)


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file. Raises `Cancelled`."""
    name = "话术" if manner.is_chinese else "Phrases"
    return book(_layout(is_chinese=manner.is_chinese), name, phrases, watch)


def _layout(*, is_chinese: bool) -> Layout:
    def stage(phrase: Phrase) -> str:
        return "" if phrase.stage is None else _STAGES[phrase.stage] if is_chinese else phrase.stage.value

    def role(phrase: Phrase) -> str:
        return "" if phrase.role is None else _ROLES[phrase.role] if is_chinese else phrase.role.value

    def named(chinese: str, english: str) -> str:
        return chinese if is_chinese else english

    columns = (
        Column(named("标题", "Title"), 24, lambda phrase: phrase.title),
        Column(named("内容", "Text"), 60, lambda phrase: phrase.body, is_text=True),
        Column(named("编码", "Code"), 10, lambda phrase: "\n".join(phrase.codes)),
        Column(named("分组", "Group"), 20, lambda phrase: " => ".join(phrase.group)),
        Column(named("关键词", "Keywords"), 20, lambda phrase: "、".join(phrase.keywords)),
        Column(named("买家问题", "Question"), 30, lambda phrase: "\n".join(phrase.questions)),
        Column(named("环节", "Stage"), 8, stage),
        Column(named("岗位", "Role"), 8, role),
    )
    return Layout(columns, table.read)
