"""The first day of a temp with the starter pack and the sample: typed over the chat, one Enter, and what arrives."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.phrases.pasting import Copied, NotPasted, Pasted, Reason
from app.core.phrases.phrase import Phrase
from app.core.settings import Language
from app.core.sheet.sheet import About
from app.front import books
from app.front.desk import STARTER_PACKS, open_desk
from app.front.sheet.doors import CALCULATOR
from app.system.paths import paths
from app.ui.place_names import ACTIVITIES, PHRASES
from app.ui.sheet_dialogs.calculator import CalculatorDialog
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import CHAT, NOON, Shop

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MIDNIGHT = datetime(2026, 11, 10, 16, 0, tzinfo=UTC)
"""0:00 of November 11 in Shanghai: the sale and its hours of half price begin."""
ASKED = (
    # typed, what the text that arrives must hold
    ("限购", ("双11狂欢", "限购 3件")),
    ("xiangou", ("限购 3件",)),
    ("最多拍几个", ("限购 3件",)),
    ("想多买几件", ("限购 3件", "自己的账号再拍")),
    ("聚划算限购", ("聚划算单品团", "限购 1件")),
    ("有券吗", ("满128减10 https://shop.example/coupon10", "满388减50 https://shop.example/coupon50")),
    ("满减", ("跨店满减每满300减50",)),
    ("能一起用吗", ("可以和店铺券一起用",)),
    ("还有多久", ("11月13日 24:00结束", "还有2天12小时")),
    ("活动到几号", ("11月13日 24:00结束",)),
    ("开始了吗", ("双11狂欢已经开始",)),
    ("什么时候开始", ("双11狂欢已经开始",)),
    ("页面打不开", ("退出重进一次",)),
    ("怎么买", ("从购物车结算", "https://shop.example/double-eleven")),
    ("什么时候发货", ("付款后7天内发货",)),
    ("发什么快递", ("汇通、圆通、邮政小包", "不能指定快递")),
    ("kuaidi", ("汇通、圆通、邮政小包",)),
    ("sfxj", ("新疆", "26元", "包邮不含")),
    ("sfgd", ("福建广东", "14元")),
    ("顺丰到四川多少钱", ("其他省份", "18元")),
    ("县城几天到", ("县城和乡镇农村", "4-6天", "晚3到5天")),
    ("村里几天到", ("4-6天",)),
    ("西藏几天到", ("6-9天", "网点自取")),
    ("今天能退款吗", ("11月12日才能申请退款", "买家不要了")),
    ("当天能退吗", ("11月12日才能申请退款",)),
    ("送什么", ("满168送迷你收纳盒一个（颜色随机，不能指定）",)),
    ("收纳箱多大", ("60×42×35厘米", "放得下一床1.5米床的冬被")),
    ("snx-m尺寸", ("50×36×28厘米",)),
    ("bwbrl", ("480毫升", "比一瓶矿泉水少一口")),
    ("bwb-480 材质", ("316不锈钢内胆",)),
    ("毯子有色差吗", ("驼色实物比照片浅一点点",)),
    ("保温杯多少钱", ("69元（聚划算单品团）",)),
    ("保温杯双11", ("11月11日 0:00 到 11月13日 24:00", "79元")),
    ("调料架有货吗", ("旋转调料架 双层目前没有货了", "伸缩调料架 三层", "价格只差6元")),
    ("tlj-2", ("没有货了", "伸缩调料架 三层")),
    ("调料架替代", ("伸缩调料架 三层", "https://shop.example/rack-3")),
    ("收纳箱搭配", ("真空压缩袋 5件套", "抽真空")),
    ("保温杯链接", ("https://shop.example/cup",)),
    ("能坐人吗", ("承重80公斤",)),
    ("几点下班", ("早上9点到晚上12点",)),
    ("89+128*2", ("实付275元", "迷你收纳盒")),
)


class Temp(Shop):
    """Somebody who serves with the keyboard only."""

    def ask(self, typed: str) -> str:
        """One search and one Enter: what stands in the chat then."""
        count = len(self.outcomes)
        self.search(typed)
        self.tap(Qt.Key.Key_Return)
        assert isinstance(self.outcome(count), Pasted), (typed, self.outcomes[-1])
        return self.arrived

    def refused(self, typed: str) -> NotPasted:
        """One search and one Enter that puts nothing into the chat."""
        count, written = len(self.outcomes), len(self.keys.written)
        self.search(typed)
        self.tap(Qt.Key.Key_Return)
        refusal = self.outcome(count)
        assert isinstance(refusal, NotPasted)
        assert len(self.keys.written) == written
        return refusal

    @property
    def titles(self) -> list[str]:
        model = self.inside.panel.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    @property
    def meant(self) -> list[str]:
        """What is shown above the list as meant."""
        QApplication.processEvents()
        return [chip.text() for chip in self.inside.panel.meant.chips if chip.isVisible()]

    def choose(self, **ids: str) -> None:
        """Choose in the place of the cheat-sheet."""
        places = self.inside.places
        assert places is not None
        places.sheet.choose(**ids)


Serve = Callable[..., Temp]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as after the first start: the starter pack first, then the sample."""
    folder = tmp_path_factory.mktemp("filled")
    places = paths(folder)
    places.make()
    desk = open_desk(places, FakeClock(NOON - timedelta(days=10)))
    desk.preferences.change(agent="小夏", shop="木子小店", language=Language.CHINESE)
    desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS["zh_CN"])]))
    books.sample(desk).put_in()
    desk.close()
    return folder


@pytest.fixture
def serve(qapp: QApplication, look: Look, qtbot: QtBot, filled: Path, tmp_path: Path) -> Iterator[Serve]:
    """Begins to serve at a moment."""
    begun: list[Temp] = []

    def begin(at: datetime = NOON) -> Temp:
        folder = tmp_path / str(len(begun))
        shutil.copytree(filled, folder)
        begun.append(Temp(qapp, look, qtbot, folder, FakeClock(at)))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


def test_what_buyers_ask_is_answered_with_one_search_and_one_enter_each(serve: Serve) -> None:
    temp = serve()
    wrong = {}

    for typed, told in ASKED:
        text = temp.ask(typed)
        if not all(words in text for words in told) or "{{" in text or not text.startswith("亲"):
            wrong[typed] = text

    assert wrong == {}
    assert temp.desktop.front == CHAT


def test_a_code_gives_the_live_figure_and_two_that_run_are_told_apart_by_one_key(serve: Serve) -> None:
    temp = serve()

    temp.search("xg")
    temp.tap(Qt.Key.Key_Return)
    asked, before = temp.inside.which.is_asking, len(temp.outcomes)
    temp.tap(Qt.Key.Key_2)

    assert asked
    assert before == 0
    assert isinstance(temp.outcome(0), Pasted)
    assert "限购1件" in temp.arrived
    assert temp.desktop.front == CHAT


def test_escape_forgets_the_question_and_nothing_arrives(serve: Serve) -> None:
    temp = serve()
    temp.search("yhq")
    temp.tap(Qt.Key.Key_Return)

    temp.tap(Qt.Key.Key_Escape)

    assert not temp.inside.which.is_asking
    assert temp.inside.search.hasFocus()
    assert temp.outcomes == []


def test_what_is_chosen_in_the_cheat_sheet_is_meant_and_shown_until_it_is_taken_back(serve: Serve) -> None:
    temp = serve()
    temp.search("限购")
    before = temp.titles[0], temp.inside.panel.list.current()
    temp.choose(activity_id="sample-jhs")
    after = temp.inside.panel.list.current()
    shown = temp.meant

    group_buy = temp.ask("xg")
    temp.inside.panel.meant.chips[0].click()
    temp.search("xg")
    temp.tap(Qt.Key.Key_Return)

    assert before == ("限购", "sheet:activity:sample-d11:limit")
    assert after == "sheet:activity:sample-jhs:limit"
    assert shown == ["聚划算单品团"]
    assert "限购1件" in group_buy
    assert temp.inside.which.is_asking
    assert temp.inside.panel.meant.isHidden()


def test_a_choice_that_is_long_over_is_not_shown_as_if_it_counted(serve: Serve) -> None:
    temp = serve()

    temp.choose(activity_id="sample-own", product_id="sample-cup")

    assert temp.meant == ["不锈钢保温杯"]


def test_half_price_is_told_while_it_lasts_and_afterwards_what_holds_is_one_key_away(serve: Serve) -> None:
    temp = serve(MIDNIGHT + timedelta(minutes=30))
    early = temp.ask("半价还有吗")
    temp.go(hours=1, minutes=42)

    temp.search("半价还有吗")
    left = temp.titles
    temp.tap(Qt.Key.Key_Return)
    over = temp.titles
    temp.tap(Qt.Key.Key_Return)
    refusal = temp.outcome(1)
    said = temp.said
    temp.tap(Qt.Key.Key_Return, ALT)
    temp.outcome(2)

    assert "前两小时半价还在进行，还有1小时30分" in early
    assert (left, len(over) > 0) == ([], True)
    assert isinstance(refusal, NotPasted)
    assert (refusal.reason, refusal.away) == (Reason.OVER, timedelta(minutes=12))
    assert "前两小时半价" in said
    assert "双11狂欢 · 开售" in said
    assert "半价还在进行" not in temp.arrived
    assert len(temp.keys.written) == 2


def test_another_word_hides_again_what_is_over(serve: Serve) -> None:
    temp = serve(MIDNIGHT + timedelta(hours=3))
    temp.search("半价还有吗")
    temp.tap(Qt.Key.Key_Return)
    shown = temp.inside.panel.chips.is_with_over

    temp.search("限购")

    assert shown
    assert not temp.inside.panel.chips.is_with_over


def test_what_has_not_begun_is_grey_and_refused_with_its_start(serve: Serve) -> None:
    temp = serve()
    encore = temp.desk.phrase("qindesk.starter/ssfc")
    assert encore is not None

    refusal = temp.refused("ssfc")
    temp.go(hours=8, minutes=30)
    later = temp.ask("ssfc")

    assert (refusal.reason, refusal.away) == (Reason.NOT_YET, timedelta(hours=8))
    assert "晚8点返场这会儿开着呢" in later


def test_a_phrase_that_was_over_holds_again_when_the_clock_is_set_back_two_hours(serve: Serve) -> None:
    temp = serve(MIDNIGHT + timedelta(hours=3))
    temp.search("ssbj")
    temp.tap(Qt.Key.Key_Return)
    refusal = temp.refused("ssbj")

    temp.clock.jump(-timedelta(hours=2))
    again = temp.ask("ssbj")

    assert refusal.reason is Reason.OVER
    assert "还有1小时" in again
    assert "还有2天23小时" in temp.ask("还有多久")


def test_before_the_sale_nobody_is_told_to_order_and_after_it_nothing_of_it_is_promised(serve: Serve) -> None:
    warm_up = serve(NOON - timedelta(days=6))
    before = [warm_up.ask(typed) for typed in ("还有多久", "开始了吗", "现在能买吗", "保温杯多少钱")]
    after = serve(NOON + timedelta(days=4))

    texts = [after.ask(typed) for typed in ("xg", "保温杯多少钱", "fhsj", "hdjs")]

    assert "11月11日 0:00开始" in before[0]
    assert not [text for text in before if "可以先拍下" in text or "已经开始" in text]
    assert "99元" in before[3]
    assert "3件" not in texts[0]
    assert "99元" in texts[1]
    assert "付款后7天内发货" in texts[2]
    assert "双11狂欢已经结束" in texts[3]


def test_what_is_sold_out_from_the_search_offers_its_substitute_at_once_and_comes_back_by_undo(serve: Serve) -> None:
    temp = serve()
    temp.search("snx-l")

    temp.tap(Qt.Key.Key_O, CTRL)
    said = temp.said
    out = temp.ask("snx-l")
    temp.search("snx-l")
    temp.tap(Qt.Key.Key_O, CTRL)
    back = temp.ask("snx-l")

    assert "折叠收纳箱 大号" in said
    assert "没有货了，您可以看看折叠收纳箱 中号" in out
    assert "折叠收纳箱 大号：不用时折起来" in back


def test_substitute_and_complement_are_one_digit_away(serve: Serve) -> None:
    temp = serve()
    temp.search("tlj-2")
    row = temp.titles.index("旋转调料架 双层 替代")
    assert row < 9

    temp.tap(Qt.Key(Qt.Key.Key_1 + row), ALT)
    temp.outcome(0)

    assert "也可以看看伸缩调料架 三层" in temp.arrived


def test_a_sum_says_the_limit_that_fits_and_no_other(serve: Serve) -> None:
    temp = serve()

    three, four = temp.ask("89+128*2"), temp.ask("79*4")

    assert "限购" not in three
    assert "双11狂欢每位顾客限购3件哦" in four
    assert "聚划算" not in four


def test_a_sum_that_is_typed_goes_on_in_the_calculator_and_one_that_is_worked_on_there_stays(serve: Serve) -> None:
    shop = serve(NOON)
    shop.search("89+128*2")

    shop.window.calculator_wanted.emit()
    dialog = shop.openings.get(CALCULATOR)
    assert isinstance(dialog, CalculatorDialog)
    taken_over = dialog.amounts.text()
    dialog.amounts.setText("59")
    shop.window.calculator_wanted.emit()

    assert taken_over == "89+128*2"
    assert dialog.amounts.text() == "59"


def test_a_question_about_any_product_asks_which_and_finds_it_by_its_initials(serve: Serve) -> None:
    temp = serve()
    temp.search("材质")
    temp.tap(Qt.Key.Key_Return)
    assert temp.inside.which.is_asking

    temp.write("bwb")
    temp.tap(Qt.Key.Key_Return)
    temp.outcome(0)

    assert "316不锈钢内胆" in temp.arrived


@pytest.mark.parametrize("height", [720, 640, 560, 460])
def test_the_question_which_product_has_its_room_in_a_low_window(serve: Serve, height: int) -> None:
    temp = serve()
    temp.window.resize(360, height)
    temp.search("cz")

    temp.tap(Qt.Key.Key_Return)
    QApplication.processEvents()

    which = temp.inside.which
    parts = [which.filter, *(answer for answer in which.answers if answer.isVisible())]
    assert len(parts) > 3
    assert [part.height() for part in parts] == [part.sizeHint().height() for part in parts]
    assert temp.window.height() == height


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_in_every_place_the_tab_key_comes_round_to_the_search_by_way_of_that_place_in_the_rail(
    serve: Serve, place: int
) -> None:
    temp = serve()
    temp.search("")
    temp.open(place)
    temp.inside.search.setFocus()
    reached: list[QWidget] = []

    for _ in range(20):
        temp.tap(Qt.Key.Key_Tab)
        reached.append(temp.focus)
        if temp.focus is temp.inside.search:
            break

    assert reached[-1] is temp.inside.search
    assert [stop for stop in temp.inside.rail.stops if stop in reached] == [temp.inside.rail.stops[place - 1]]
    assert len(set(reached)) == len(reached) > 5


def test_ctrl_enter_copies_the_answer_and_leaves_the_chat_alone(serve: Serve) -> None:
    temp = serve()
    temp.search("sfxj")

    temp.tap(Qt.Key.Key_Return, CTRL)

    assert isinstance(temp.outcome(0), Copied)
    assert "26元" in temp.clipboard.content.text
    assert temp.keys.written == []


def test_an_english_window_answers_the_buyers_of_a_chinese_shop_in_chinese(serve: Serve) -> None:
    temp = serve()
    temp.search("限购")

    changed = temp.desk.preferences.change(language=Language.ENGLISH)
    temp.desk.speak()
    temp.window.show_changes(changed)

    assert "限购 3件" in temp.ask("限购")
    assert "实付275元" in temp.ask("89+128*2")


def test_the_sample_of_another_language_is_said_in_that_language(serve: Serve) -> None:
    temp = serve()
    temp.desk.preferences.change(language=Language.ENGLISH)

    temp.desk.sheet.delete([entry.id for entry in temp.desk.sheet.sheet])
    books.sample(temp.desk).put_in()

    assert temp.ask("purchase limit").startswith("Hi dear, during Double Eleven each buyer can have 3 pieces")


def test_letters_typed_in_the_cheat_sheet_go_on_in_the_search(serve: Serve) -> None:
    temp = serve()
    temp.search("")
    temp.open(2)
    at = temp.inside.place.objectName()

    temp.qtbot.keyClicks(temp.focus, "sfxj")
    temp.tap(Qt.Key.Key_Return)
    temp.outcome(0)

    assert (at, temp.inside.place.objectName()) == (ACTIVITIES, PHRASES)
    assert "26元" in temp.arrived


def test_the_sample_binds_the_phrases_that_came_before_it(serve: Serve) -> None:
    temp = serve()
    phrases = [phrase for phrase in temp.desk.library.phrases() if phrase.lifetime]

    assert {phrase.lifetime.activity_id for phrase in phrases if phrase.lifetime} == {"sample-d11"}
    assert all(temp.desk.find.validity(phrase).name for phrase in phrases)


def test_a_row_of_the_cheat_sheet_is_pasted_like_a_hit(serve: Serve) -> None:
    temp = serve()
    temp.search("")
    temp.open(2)
    temp.choose(activity_id="sample-d11")

    temp.tap(Qt.Key.Key_1, ALT)
    temp.outcome(0)

    assert "每位顾客限购" in temp.arrived
    assert temp.desk.subjects.chosen == About(activity_id="sample-d11")
    assert isinstance(temp.desk.phrase("sheet:activity:sample-d11:limit"), Phrase)
