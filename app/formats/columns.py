"""What the columns of a table mean: by the names in its header, else by what stands in them.

The rule: names are compared after their remarks, widths and spaces are taken away, and a position never decides where
a name does.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from app.core.imports.reading import Column

_REMARK = re.compile(r"[(\[{【〔].*?[)\]}】〕]")
_NAMES: Mapping[Column, str] = {
    Column.BODY: "快捷短语 快捷短语内容 短语 短语内容 话术 话术内容 话术正文 标准话术 参考话术 推荐话术 内容 正文 文本 "
    "回复 回复内容 回复话术 快捷回复 自动回复 标准回复 答案 回答 答复 解答 标准答案 客服回复 客服回答 常用语 "
    "消息 消息内容 body text content contents snippet replacement replace reply answer response message phrase "
    "template value",
    Column.TITLE: "话术标题 短语标题 标题 名称 话术名称 主题 title name label subject description",
    Column.CODE: "快捷短语编码 快捷编码 短语编码 编码 快捷码 短码 简码 缩写 代码 触发词 快捷指令 快捷词 "
    "code shortcode shortcut trigger abbreviation abbr abbrev",
    Column.GROUP: "快捷短语分组 分组 分组名称 分组名 一级分类 一级分组 一级类目 分类 话术分类 类别 类目 类型 场景 "
    "产品 产品型号 产品名称 商品 商品名称 型号 group category folder section product",
    Column.SUBGROUP: "二级分类 二级分组 二级类目 子分类 子分组 三级分类 三级分组 三级类目 "
    "subgroup subcategory subfolder",
    Column.KEYWORDS: "关键词 关键字 标签 搜索词 keyword keywords tag tags searchterms",
    Column.QUESTION: "问题 常见问题 买家问题 客户问题 顾客问题 用户问题 提问 问法 相似问法 相似问题 标准问题 问 "
    "question questions query faq",
    Column.STAGE: "环节 阶段 stage",
    Column.ROLE: "岗位 角色 role",
    Column.PICTURE: "图片名 图片 图片名称 image picture imagepath",
}
_KNOWN: Mapping[str, Column] = {name: column for column, names in _NAMES.items() for name in names.split()}
_LOOK = 10
"""The rows in which a header is looked for."""
_SAMPLE = 200
_MAX_NAME = 24
_MAX_HEADER = 60
MAX_WIDTH = 16_384
"""As many columns as a spreadsheet has."""


def normal(name: str) -> str:
    """`话术内容（必填）` and ` 话术内容 ` are the same name."""
    plain = unicodedata.normalize("NFKC", name[:_MAX_HEADER])
    plain = _REMARK.sub("", plain)
    return "".join(letter for letter in plain if letter.isalnum()).casefold()


def known(name: str) -> Column | None:
    """What a column of this name means, if the name is one of the trade."""
    return _KNOWN.get(normal(name)) if len(name) <= _MAX_HEADER else None


def header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """The place of the header among the first rows: most known names, one a text's or none unknown."""
    best, at = 0, None
    for index, cells in enumerate(rows[:_LOOK]):
        meanings = [known(cell) for cell in cells if cell.strip()]
        count = len([meaning for meaning in meanings if meaning])
        is_header = Column.BODY in meanings and (count > 1 or len(meanings) == 1)
        is_header = is_header or 1 < count == len(meanings)
        if is_header and count > best:
            best, at = count, index
    return at


def names(header: Sequence[str], width: int) -> tuple[str, ...]:
    """A unique name for each column; `A`, `B` … where the header has none."""
    found: dict[str, None] = {}
    for index in range(width):
        name = header[index].strip() if index < len(header) else ""
        name = unique = " ".join(name.split()) or letters(index)
        count = 1
        while unique in found:
            count += 1
            unique = f"{name} {count}"
        found[unique] = None
    return tuple(found)


def letters(index: int) -> str:
    """`A` for 0, `AA` for 26."""
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def by_name(header: Sequence[str]) -> dict[str, str]:
    """The meaning of each column of a known header. Without a column of texts, titles or questions are the texts."""
    meant = {name: known(name) or Column.IGNORED for name in header}
    for column in (Column.TITLE, Column.QUESTION):
        named = [name for name in header if meant[name] is column]
        if Column.BODY not in meant.values() and named:
            meant[named[-1]] = Column.BODY
    return {name: column.value for name, column in meant.items()}


def looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of an unknown table names its columns: short, unlike each other, unlike what is below."""
    if len(rows) < 2:
        return False
    first = [cell.strip() for cell in rows[0]]
    if not all(first) or len(set(first)) < len(first) or len(first) < 2:
        return False
    if any(len(cell) > _MAX_NAME or cell.isdecimal() or cell[-1] in "。！？!?，,~～" for cell in first):
        return False
    below = [[row[column] for row in rows[1:_SAMPLE] if column < len(row)] for column in range(len(first))]
    return max(_mean(cells) for cells in below) > 2 * max(map(len, first))


def by_content(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """A guess by what stands in them: the longest texts are bodies, short single words codes, few values groups."""
    meant = {name: known(name) for name in header}
    cells = {name: [row[at] for row in rows[:_SAMPLE] if at < len(row)] for at, name in enumerate(header)}
    free = [name for name in header if meant[name] is None and any(cells[name])]
    if Column.BODY not in meant.values() and free:
        body = max(free, key=lambda name: _mean(cells[name]))
        meant[body] = Column.BODY
        free.remove(body)
    for column, fits in ((Column.CODE, _are_codes), (Column.GROUP, _are_groups), (Column.TITLE, _are_titles)):
        fitting = next((name for name in free if fits(cells[name])), None)
        if fitting and column not in meant.values():
            meant[fitting] = column
            free.remove(fitting)
    return {name: (column or Column.IGNORED).value for name, column in meant.items()}


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _are_codes(cells: Sequence[str]) -> bool:
    told = [cell.strip() for cell in cells if cell.strip()]
    is_short = all(len(cell) <= 20 and not any(letter.isspace() for letter in cell) for cell in told)
    return is_short and len(set(told)) > len(told) * 0.8 and all(cell.isascii() for cell in told)


def _are_groups(cells: Sequence[str]) -> bool:
    told = [cell.strip() for cell in cells if cell.strip()]
    return all(len(cell) <= _MAX_NAME for cell in told) and len(told) > 3 and len(set(told)) <= len(told) // 2


def _are_titles(cells: Sequence[str]) -> bool:
    return _mean(cells) <= 60
