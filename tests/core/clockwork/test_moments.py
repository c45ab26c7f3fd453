"""Moments: read as they are typed, written back, and said to buyers."""

import contextlib
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.clockwork.moments import (
    BadMoment,
    clock_face,
    find_moments,
    left_in_words,
    length_in_words,
    read_moment,
    said,
    written,
    zone_of,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 11, 6, 30, tzinfo=UTC)  # 14:30 in Shanghai
ZONES = some.sampled_from(
    [SHANGHAI, NEW_YORK, *map(ZoneInfo, ("Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"))]
)
MOMENTS = some.integers(631_152_000, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
"""Whole seconds from 1990 to 2100."""
LENGTHS = some.timedeltas(timedelta(), timedelta(days=400))


@pytest.fixture
def no_system_zones() -> Iterator[None]:
    """As on Windows: only what the package brings along."""
    zoneinfo.reset_tzpath(to=[])
    ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    ZoneInfo.clear_cache()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-11-11 20:00", "2026-11-11 20:00"),
        ("2026/11/11 20:00", "2026-11-11 20:00"),
        ("2026-11-11T20:00:30", "2026-11-11 20:00:30"),
        ("2026-11-11T12:00Z", "2026-11-11 20:00"),
        ("2026-11-11 08:00-04:00", "2026-11-11 20:00"),
        ("11-11 20:00", "2026-11-11 20:00"),
        ("11.11 20:00", "2026-11-11 20:00"),
        ("11/11", "2026-11-11 00:00"),
        ("11月11日20点", "2026-11-11 20:00"),
        ("11月11日 20点30分15秒", "2026-11-11 20:30:15"),
        ("2026年11月11日晚8点半", "2026-11-11 20:30"),
        ("十一月十一日晚八点", "2026-11-11 20:00"),
        ("12号 20:00", "2026-11-12 20:00"),
        ("20:00", "2026-11-11 20:00"),
        ("２０：３０", "2026-11-11 20:30"),
        ("9点一刻", "2026-11-11 09:15"),
        ("24:00", "2026-11-12 00:00"),
        ("11月30日 24:00", "2026-12-01 00:00"),
        ("今天 20:00", "2026-11-11 20:00"),
        ("今晚8点", "2026-11-11 20:00"),
        ("今晚12点", "2026-11-12 00:00"),
        ("今晚0点", "2026-11-12 00:00"),
        ("今晚1点", "2026-11-12 01:00"),
        ("明天9:00", "2026-11-12 09:00"),
        ("明天凌晨1点", "2026-11-12 01:00"),
        ("后天 下午3点", "2026-11-13 15:00"),
        ("中午12点", "2026-11-11 12:00"),
        ("tomorrow 9:00", "2026-11-12 09:00"),
        ("tonight 8:00", "2026-11-11 20:00"),
        ("Nov 13, 2027 12:30 am", "2027-11-13 00:30"),
        ("8 pm", "2026-11-11 20:00"),
    ],
)
def test_a_moment_is_read_as_it_was_typed(typed: str, read: str) -> None:
    assert written(read_moment(typed, NOW, SHANGHAI), SHANGHAI) == read


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("  ", "empty"),
        ("下班以后", "not_understood"),
        ("2026-11-1120:00", "not_understood"),
        ("八八点", "not_understood"),
        ("明天 9", "not_understood"),
        ("2026-02-30", "no_such_day"),
        ("2月30日 20:00", "no_such_day"),
        ("2027-02-29 20:00", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("9999-12-31 24:00", "no_such_day"),
        ("25:00", "no_such_time"),
        ("24:01", "no_such_time"),
        ("20:60", "no_such_time"),
        ("13 pm", "no_such_time"),
        ("20:00+99:00", "no_such_time"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_rule(typed: str, rule: str) -> None:
    with pytest.raises(BadMoment) as bad:
        read_moment(typed, NOW, SHANGHAI)

    assert bad.value.rule == rule


def test_a_leap_day_is_read() -> None:
    assert read_moment("2028-02-29 20:00", NOW, SHANGHAI) == datetime(2028, 2, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "typed", "year"),
    [(datetime(2026, 12, 20, tzinfo=UTC), "1-5 9:00", 2027), (datetime(2027, 1, 5, tzinfo=UTC), "12-31 22:00", 2026)],
)
def test_without_a_year_the_nearest_such_day_is_meant(now: datetime, typed: str, year: int) -> None:
    assert read_moment(typed, now, SHANGHAI).year == year


def test_today_is_the_day_of_the_shop_not_of_greenwich() -> None:
    late = datetime(2026, 11, 10, 17, 0, tzinfo=UTC)  # already the 11th in Shanghai

    assert written(read_moment("20:00", late, SHANGHAI), SHANGHAI) == "2026-11-11 20:00"


def test_a_wall_time_that_clocks_skip_is_refused() -> None:
    with pytest.raises(BadMoment) as bad:
        read_moment("2026-03-08 02:30", NOW, NEW_YORK)

    assert bad.value.rule == "skipped_time"


def test_of_a_wall_time_that_comes_twice_the_first_is_meant() -> None:
    assert read_moment("2026-11-01 01:30", NOW, NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@given(MOMENTS, ZONES)
def test_what_is_written_is_read_back_as_the_same_moment(at: datetime, zone: ZoneInfo) -> None:
    assert read_moment(written(at, zone), NOW, zone) == at


@given(MOMENTS, MOMENTS, ZONES, some.booleans())
def test_what_is_said_within_half_a_year_is_read_back_as_the_same_moment(
    now: datetime, at: datetime, zone: ZoneInfo, is_chinese: bool
) -> None:
    near = now + (at - now) % timedelta(days=180)
    is_twice = near.astimezone(zone).fold == 1

    read = read_moment(said(near, now, zone, is_chinese), now, zone)

    assert is_twice or read == near


@given(some.text(max_size=30) | some.text("0123456789零一十今明晚上午天年月日点分半:-/ :+Zpam", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    read: list[datetime] = []

    with contextlib.suppress(BadMoment):
        read.append(read_moment(text, NOW, SHANGHAI))

    assert all(at.utcoffset() == timedelta() for at in read)


@pytest.mark.parametrize(
    ("typed", "chinese", "english"),
    [
        ("2026-11-11 20:00", "今天 20:00", "today 20:00"),
        ("2026-11-12 00:00", "明天 0:00", "tomorrow 0:00"),
        ("2026-11-10 09:05", "昨天 9:05", "yesterday 9:05"),
        ("2026-11-13 20:00:30", "11月13日 20:00:30", "Nov 13 20:00:30"),
        ("2027-01-05 20:00", "2027年1月5日 20:00", "Jan 5, 2027 20:00"),
    ],
)
def test_a_moment_is_said_as_buyers_hear_it(typed: str, chinese: str, english: str) -> None:
    at = read_moment(typed, NOW, SHANGHAI)

    assert said(at, NOW, SHANGHAI, True) == chinese
    assert said(at, NOW, SHANGHAI, False) == english


def test_an_end_at_midnight_is_the_end_of_the_day_before() -> None:
    end = read_moment("2026-11-14 00:00", NOW, SHANGHAI)

    assert said(end, NOW, SHANGHAI, True, is_end=True) == "11月13日 24:00"
    assert said(end - timedelta(days=2), NOW, SHANGHAI, True, is_end=True) == "今天 24:00"


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (2 * 86_400 + 5 * 3_600 + 59 * 60, "还有2天5小时", "2 d 5 h left"),
        (86_400, "还有1天", "1 d left"),
        (3 * 3_600 + 12 * 60 + 59.9, "还有3小时12分", "3 h 12 min left"),
        (3_600, "还有1小时", "1 h left"),
        (45 * 60 + 30, "还有45分钟", "45 min left"),
        (600, "还有10分钟", "10 min left"),
        (599.9, "还有9分59秒", "9 min 59 s left"),
        (500, "还有8分20秒", "8 min 20 s left"),
        (60, "还有1分钟", "1 min left"),
        (40, "最后40秒", "last 40 s"),
        (1, "最后1秒", "last 1 s"),
        (0.4, "马上到点", "any moment now"),
        (0, "时间到了", "time is up"),
        (-5, "时间到了", "time is up"),
    ],
)
def test_what_is_left_reads_naturally(seconds: float, chinese: str, english: str) -> None:
    left = timedelta(seconds=seconds)

    assert left_in_words(left, is_chinese=True) == chinese
    assert left_in_words(left, is_chinese=False) == english


def promised(words: str) -> timedelta:
    """The length that a sentence promises."""
    units = {"天": "days", "小时": "hours", "分": "minutes", "分钟": "minutes", "秒": "seconds"}
    parts = words.split()[1:]
    return timedelta(**{units[unit]: int(count) for count, unit in zip(parts[::2], parts[1::2], strict=True)})


@given(some.timedeltas(timedelta(seconds=1), timedelta(days=400)))
def test_never_more_time_is_promised_than_there_is(left: timedelta) -> None:
    assert promised(left_in_words(left, is_chinese=True)) <= left


@given(LENGTHS, LENGTHS)
def test_a_clock_face_goes_down_only_as_time_goes_by(left: timedelta, gone: timedelta) -> None:
    faces = [clock_face(left, is_chinese=False), clock_face(left - gone, is_chinese=False)]

    assert (
        faces == sorted(faces, key=lambda face: (int(face.partition("d ")[0]) if "d" in face else 0, face[-8:]))[::-1]
    )


@pytest.mark.parametrize(
    ("left", "face"),
    [
        (timedelta(hours=3, minutes=12, seconds=44.9), "03:12:44"),
        (timedelta(days=3, hours=2, minutes=12, seconds=44), "3天 02:12:44"),
        (timedelta(seconds=-1), "00:00:00"),
    ],
)
def test_a_clock_face_shows_whole_seconds(left: timedelta, face: str) -> None:
    assert clock_face(left) == face


@pytest.mark.parametrize(
    ("length", "chinese", "english"),
    [
        (timedelta(minutes=12, seconds=40), "12分钟", "12 min"),
        (timedelta(minutes=-12), "12分钟", "12 min"),
        (timedelta(hours=3, minutes=12), "3小时12分", "3 h 12 min"),
        (timedelta(days=1, hours=1), "1天1小时", "1 d 1 h"),
        (timedelta(seconds=1), "1秒", "1 s"),
    ],
)
def test_a_length_is_said_in_its_two_largest_units(length: timedelta, chinese: str, english: str) -> None:
    assert length_in_words(length, True) == chinese
    assert length_in_words(length, False) == english


def test_moments_are_found_in_the_middle_of_a_text() -> None:
    text = "王女士 11-12 0:00 付尾款，5-6 件"

    found = list(find_moments(text, NOW, SHANGHAI))

    assert [(text[moment.start : moment.end], moment.has_day) for moment in found] == [("11-12 0:00", True)]
    assert found[0].at == datetime(2026, 11, 11, 16, tzinfo=UTC)


@pytest.mark.parametrize("name", ["", "Asia", "Asia/Nowhere", "../etc/passwd", "/etc/localtime"])
def test_a_name_that_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(BadMoment) as bad:
        zone_of(name)

    assert bad.value.rule == "no_such_zone"


@pytest.mark.usefixtures("no_system_zones")
def test_zones_are_known_where_the_system_has_none() -> None:
    at = datetime(2026, 7, 1, tzinfo=UTC)

    assert at.astimezone(zone_of("Asia/Shanghai")).utcoffset() == timedelta(hours=8)
    assert at.astimezone(zone_of("America/New_York")).utcoffset() == timedelta(hours=-4)


def test_a_length_of_less_than_a_second_is_none() -> None:
    assert length_in_words(timedelta(milliseconds=300), True) == "0秒"
    assert length_in_words(timedelta(milliseconds=300), False) == "0 s"
