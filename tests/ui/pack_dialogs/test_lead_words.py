"""Every sentence of a lead's window is that of the command line, and there is one for everything."""

import pytest

from app.core.imports import reading as imports
from app.core.imports.reading import Reason, Spot
from app.core.packs import publishing
from app.core.packs import sentences as pack_sentences
from app.core.packs.check_rules import rules_text
from app.core.packs.differences import FIELDS
from app.core.packs.findings import Finding, Severity
from app.core.packs.pack import Difference, Fate, FieldChange, Noun
from app.core.packs.publishing import NotPublished, Obstacle
from app.core.shares.share import Fault, ShareTrouble
from app.core.sheet import differences as sheet_differences
from app.core.sheet.book import SENTENCES as BOOK
from app.core.sheet.entry_checks import MEANINGS
from app.core.storage import NotWritten, Trouble
from app.formats.packs import minisign
from app.ui.pack_dialogs import change_words, finding_sentences, finding_words, publish_words
from app.ui.pack_dialogs.publish_desk import NoSigner


def test_the_check_says_what_the_command_line_says() -> None:
    assert finding_sentences.SENTENCES == pack_sentences.SENTENCES
    assert finding_sentences.ADVICE.keys() <= pack_sentences.SENTENCES.keys() | {reason.value for reason in Reason}
    assert finding_sentences.RULES.keys() <= pack_sentences.SENTENCES.keys()


def test_every_finding_of_the_check_has_a_name_for_its_rule() -> None:
    assert pack_sentences.CHECKING.keys() <= finding_sentences.RULES.keys()


@pytest.mark.parametrize("rule", [*pack_sentences.SENTENCES, *BOOK, *(each.value for each in imports.Reason)])
def test_every_rule_is_said_with_its_names(rule: str) -> None:
    said = finding_words.sentence(Finding(Spot("f.xlsx"), rule, names=("一", "二"), limit=3))

    assert said
    assert "{" not in said.replace("{{", "")


@pytest.mark.parametrize("rule", MEANINGS)
def test_a_fault_of_an_entry_is_said_too(rule: str) -> None:
    assert finding_words.sentence(Finding(Spot("f.xlsx"), rule, field="name", names=("一",)))


@pytest.mark.parametrize("severity", Severity)
def test_what_has_no_advice_of_its_own_gets_a_general_one(severity: Severity) -> None:
    assert finding_words.advice(Finding(Spot(), "not_whole", severity)) != ""
    assert finding_words.severity(severity) != ""


def test_every_obstacle_and_every_trouble_of_a_key_is_said() -> None:
    of_commands = {Obstacle.NO_KEY}

    assert publish_words.OBSTACLES.keys() == set(Obstacle)
    for obstacle in set(Obstacle) - of_commands:
        assert publish_words.OBSTACLES[obstacle] == publishing.SENTENCES[obstacle]
    assert publish_words.KEYS.keys() == {trouble.value for trouble in minisign.KeyTrouble}
    for trouble in set(minisign.KeyTrouble) - {minisign.KeyTrouble.NOT_THERE}:
        assert publish_words.KEYS[trouble.value] == minisign.SENTENCES[trouble]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (NotPublished(Obstacle.NOTHING_NEW, 7), "7"),
        (NoSigner("wrong_password", "/data/publisher.key"), "publisher.key"),
        (NotWritten("/shop/a.xlsx", Trouble.LOCKED), "a.xlsx is open"),
        (ShareTrouble(Fault.READ_ONLY, "/shop"), "/shop can only be read"),
    ],
)
def test_whatever_stands_against_it_is_said_in_a_sentence(why: publish_words.Lack, said: str) -> None:
    assert said in publish_words.lack(why)


def test_there_is_a_word_for_every_field() -> None:
    known = {*FIELDS, *sheet_differences.FIELDS}

    unsaid = [name for name in known if change_words.field(FieldChange(name, "", "")) == name]

    assert unsaid == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("stage", "payment", "Payment"),
        ("role", "pre_sales", "Pre-sales"),
        ("output", "copy", "Copy only"),
        ("is_pinned", sheet_differences.YES, "yes"),
        ("body", "", ""),
        ("body", "亲", "亲"),
    ],
)
def test_a_value_is_said_as_a_shop_says_it(name: str, value: str, said: str) -> None:
    assert change_words.values(FieldChange(name, "", value)) == ("", said)


def test_only_what_there_is_is_counted() -> None:
    both = [Difference("a", Noun.PHRASE, "a", Fate.ADDED), Difference("b", Noun.FACT, "b", Fate.WITHDRAWN)]

    assert change_words.sums(both) == "1 new · 1 withdrawn"
    assert change_words.sums([]) == "no change"
    assert all(change_words.noun(noun) for noun in Noun)


def test_the_list_that_is_edited_is_the_one_that_is_read() -> None:
    assert "warn 最 |" in rules_text()
