"""What packs have to say: every reason word for word, with what is done next, and how old everything is."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.core.imports.reading import Reason, Spot
from app.core.packs import refusals as pack_refusals
from app.core.packs import trust
from app.core.packs.differences import Mark, Run, marked
from app.core.packs.findings import Finding
from app.core.packs.pack import FieldChange
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.trust import Standing, Verdict
from app.core.shares.polls import Reach
from app.core.shares.share import Fault, ShareTrouble
from app.core.source_states import Mood, summary
from app.services.packs.things import Applied
from app.ui.pack_dialogs import finding_words
from app.ui.packs import pack_words, refusal_words
from app.ui.packs.news_lines import shortened
from app.ui.palette import Tone
from tests.ui.packs.agent import NOW, ZONE, news, source, state

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_reason_is_word_for_word_that_of_the_rules() -> None:
    assert refusal_words.TRUST == trust.SENTENCES
    assert refusal_words.REFUSALS == pack_refusals.SENTENCES


def test_there_is_a_next_step_or_the_sentence_holds_one() -> None:
    assert set(refusal_words.TRUST_ADVICE) == set(trust.Refusal)
    assert set(refusal_words.REFUSAL_ADVICE) == set(Refusal)


def test_a_tampered_pack_says_who_is_to_be_told_and_what_stays() -> None:
    verdict = Verdict(Standing.REFUSED, trust.Refusal.TAMPERED)

    said = refusal_words.of_refused(Refused("s1", Refusal.NOT_TRUSTED, verdict=verdict))

    assert said.startswith("The pack was changed after it was signed")
    assert said.endswith("until then you work with what you have.")


def test_a_broken_pack_says_the_first_mistake_with_its_place() -> None:
    finding = Finding(Spot("话术.xlsx", "话术", 7, "编号"), "bad_id", names=("a b",))

    said = refusal_words.of_refused(Refused("s1", Refusal.BROKEN, findings=(finding,)))

    assert "话术 · row 7 · 编号: “a b” cannot be an id" in said


def test_a_workbook_that_is_half_written_is_called_so_without_the_words_of_a_programmer() -> None:
    finding = Finding(Spot("话术.xlsx"), Reason.BROKEN.value, names=("File is not a zip file",))

    said = refusal_words.of_refused(Refused("s1", Refusal.BROKEN, findings=(finding,)))

    assert "话术.xlsx: The file is damaged, or only half of it was written." in said
    assert "zip" not in said


def test_choices_are_told_in_one_language() -> None:
    finding = Finding(
        Spot("a.xlsx", "话术", 2, "环节"), "not_a_choice", names=("快递", "欢迎 / Welcome", "付款 / Payment")
    )

    assert finding_words.sentence(finding) == "“快递” is not one of: Welcome, Payment."


def test_what_does_not_answer_is_never_called_fresh() -> None:
    silent = state(source(), reach=Reach(NOW - timedelta(hours=3), ShareTrouble(Fault.NO_ANSWER, "nas"), 4))

    assert pack_words.standing(silent, NOW, ZONE) == "offline since 9:00"
    assert "nas does not answer" in pack_words.what_to_do(silent)
    assert "You go on with what you have" in pack_words.what_to_do(silent)


def test_a_folder_that_is_gone_is_called_a_folder_and_not_by_the_list_that_was_asked_for() -> None:
    trouble = ShareTrouble(Fault.NOT_THERE, "index.json")

    folder = pack_words.trouble(state(reach=Reach(NOW, trouble)))
    plain = pack_words.trouble(state(reach=Reach(NOW, trouble), is_plain=True))

    assert folder.startswith("The folder cannot be found")
    assert plain == "index.json does not exist."


def test_what_came_is_counted_without_what_did_not_come() -> None:
    told = (news("one", FieldChange("body", "旧", "新")),)

    said = pack_words.applied(Applied(source(name="木子小店"), added=1, changed_count=3, news=told))
    nothing = pack_words.applied(Applied(source(name="木子小店"), news=told))

    assert said == "Pack “木子小店”: 1 new · 3 changed"
    assert nothing == "Pack “木子小店”: no change"


def test_a_day_without_the_share_names_the_day() -> None:
    silent = state(source(), reach=Reach(NOW - timedelta(hours=30), ShareTrouble(Fault.NO_ANSWER, "nas"), 9))

    assert pack_words.standing(silent, NOW, ZONE) == "offline since yesterday 6:00"


def test_what_is_worst_speaks_for_all_and_a_paused_one_for_none() -> None:
    silent = state(source(2), reach=Reach(None, ShareTrouble(Fault.NOT_THERE, "nas"), 1))
    paused = state(source(3, is_paused=True))

    assert summary([state(), silent, paused], 0).mood is Mood.OFFLINE
    assert summary([state(), paused], 0).mood is Mood.FRESH


def test_the_cell_counts_must_reads_before_it_says_that_a_share_is_silent() -> None:
    silent = state(source(), reach=Reach(NOW, ShareTrouble(Fault.NO_ANSWER, "nas"), 4))

    text, _drawing, tone, tip = pack_words.cell(summary([silent], 2), NOW, ZONE)

    assert (text, tone) == ("2 must-reads", Tone.SOON)
    assert "nas does not answer" in tip


def test_a_refused_pack_comes_before_everything() -> None:
    refused = state(source(), refused=Refused("s1", Refusal.OLDER, ("7",)))

    assert pack_words.cell(summary([refused], 2), NOW, ZONE)[0] == "Pack refused"


def test_a_source_that_another_one_goes_before_is_no_warning() -> None:
    second = state(source(), refused=Refused("s1", Refusal.OUTRANKED, ("总部",)))

    assert second.mood is Mood.FRESH
    assert "goes first" in pack_words.what_to_do(second)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("\\\\nas\\客服\\packs", "packs"),
        ("/share/话术.xlsx", "话术.xlsx"),
        ("https://packs.example.com/", "packs.example.com"),
    ],
)
def test_a_source_without_a_name_is_called_by_its_folder_or_file(url: str, name: str) -> None:
    assert pack_words.name_of(source(name="", url=url)) == name


def test_what_stayed_is_cut_and_what_changed_never_is(qapp: QApplication) -> None:
    before, after = "甲" * 100 + "七天" + "乙" * 100, "甲" * 100 + "三天" + "乙" * 100

    runs = shortened(marked(before, after))

    assert [run.mark for run in runs] == [Mark.SAME, Mark.GONE, Mark.NEW, Mark.SAME]
    assert runs[0] == Run("…" + "甲" * 24, Mark.SAME)
    assert "七" in runs[1].text
    assert "三" in runs[2].text
