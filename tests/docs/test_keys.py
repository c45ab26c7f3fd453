"""The page of keys in the manual is made from the tables that bind them; both languages have every key."""

import re

import pytest

from app.core.settings import Language
from tools.keys_doc import DOCS, FILES, page

CELL = re.compile(r"^\| (`.+?`) \| (.+) \|$", re.MULTILINE)


def test_the_english_page_is_what_the_tables_say(qapp: object) -> None:
    assert (DOCS / FILES[Language.ENGLISH]).read_text("utf-8") == page(Language.ENGLISH), "run `make keys`"


def test_the_chinese_page_has_the_same_keys_in_chinese(qapp: object) -> None:
    english, chinese = (CELL.findall((DOCS / FILES[each]).read_text("utf-8")) for each in FILES)

    assert [key for key, _told in chinese] == [key for key, _told in english]
    assert [told for _key, told in chinese if not re.search("[一-鿿]", told)] == []


@pytest.mark.parametrize("name", ["agent.zh.md", "agent.en.md"])
def test_the_manual_of_an_agent_leads_to_the_page(name: str) -> None:
    assert f"({'keys.zh.md' if '.zh.' in name else 'keys.en.md'})" in (DOCS / name).read_text("utf-8")
