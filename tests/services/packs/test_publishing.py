"""Publishing a pack: numbers, two leads at once, kills at any moment, bringing back what was."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.packs.index import read_index
from app.core.packs.pack import Fate, Pack
from app.core.packs.publishing import MAX_NOTE, NotPublished, Obstacle, Outrun, Published
from app.core.packs.publishing import SENTENCES as OBSTACLES
from app.core.packs.trust import Refusal, Standing, verified
from app.core.shares.share import Fault, ShareTrouble
from app.services.packs.publications import Publications, State
from app.services.packs.publishing import Publishing
from tests.fakes import FakeClock, FakeShare
from tests.published import FORM, NOW, Faltering, Killed, copy_of, gone, key, lead, named, pack, phrase

OLD = pack()
NEW = pack(phrase("hello", "亲亲,在的!"), phrase("late", "亲,稍等哦"), must_read=("shop/late",))
NEWER = pack(phrase("hello", "您好"), must_read=("shop/hello",))


def _seen(share: FakeShare, pack_id: str = "shop") -> Pack | None:
    """The pack as an agent sees it who trusts the key: by the index, verified; None where there is none yet."""
    publications = Publications(copy_of(share))
    entry = publications.newest().get(pack_id)
    if entry is None:
        return None
    fetched = publications.fetched(entry)
    verdict = verified(fetched.content, fetched.signature, key().public, pack_id, 0, NOW)
    assert verdict.standing is Standing.TRUSTED, verdict
    read = FORM.read(fetched.content)
    assert read is not None
    return read


def _phrases(seen: Pack | None) -> list[str]:
    return [each.body for each in seen.phrases] if seen else []


@pytest.fixture
def share() -> FakeShare:
    share = FakeShare()
    assert isinstance(lead(share).publish(OLD, "the first one", None, 0), Published)
    return share


def test_the_first_publication_lies_in_the_folder_with_all_that_an_agent_asks_for() -> None:
    share = FakeShare()

    done = lead(share).publish(OLD, "the first one", None, 0)

    assert isinstance(done, Published)
    assert done.index_trouble is None
    assert {each.fate for each in done.differences} == {Fate.ADDED}
    file = done.entry.file
    assert file.startswith("shop-0001-")
    assert set(share.files) == {file, f"{file}.minisig", "shop-0001.json", "index.json", f"{key().public.name}.pub"}
    seen = _seen(share)
    assert seen is not None
    assert (seen.head.number, seen.head.note, seen.head.published_at) == (1, "the first one", NOW)
    assert seen.phrases == OLD.phrases


def test_the_index_tells_the_newest_of_each_pack_with_what_people_want_to_know(share: FakeShare) -> None:
    lead(share).publish(NEW, "请看", None, 1)
    lead(share).publish(named("tea"), "tea too", None, 0)

    index = read_index(share.files["index.json"])
    assert {pack_id: entry.number for pack_id, entry in index.items()} == {"shop": 2, "tea": 1}
    entry = index["shop"]
    assert (entry.note, entry.publisher, entry.key_name, entry.must_read_count, entry.name) == (
        "请看",
        "小周",
        key().public.name,
        1,
        "客服话术",
    )
    assert entry.size == len(share.files[entry.file])


def test_a_publication_is_never_changed_by_the_next(share: FakeShare) -> None:
    before = dict(share.files)

    lead(share).publish(NEW, "", None, 1)

    assert {name: share.files[name] for name in before if name != "index.json"} == {
        name: content for name, content in before.items() if name != "index.json"
    }


def test_a_preview_tells_what_would_happen_and_writes_nothing(share: FakeShare) -> None:
    before = dict(share.files)

    preview = lead(share).preview(NEW, "请看", ["shop/hello"])

    assert preview.base.expected_number == 1
    assert (preview.pack.head.number, preview.pack.head.note) == (2, "请看")
    fates = {each.item_id: each.fate for each in preview.differences}
    assert fates == {"shop/hello": Fate.CHANGED, "shop/late": Fate.ADDED, "shop/refund": Fate.WITHDRAWN}
    assert [each.item_id for each in preview.differences if each.is_must_read] == ["shop/hello"]
    assert share.files == before


def test_a_preview_takes_no_key() -> None:
    publishing = Publishing(FakeShare(), FORM, FakeClock(NOW), lead(FakeShare())._zone)

    assert publishing.preview(OLD).base.expected_number == 0


def test_must_reads_given_replace_those_of_the_pack_and_none_given_leaves_them(share: FakeShare) -> None:
    publishing = lead(share)

    publishing.publish(NEW, "", None, 1)
    left = _seen(share)
    publishing.publish(NEWER, "", [], 2)
    replaced = _seen(share)

    assert left is not None
    assert replaced is not None
    assert left.must_read == {"shop/late"}
    assert replaced.must_read == frozenset()


def test_a_must_read_is_one_since_it_was_marked_or_last_changed(share: FakeShare) -> None:
    publishing = lead(share)
    both = ["shop/hello", "shop/refund"]

    publishing.publish(OLD, "marked", both, 1)
    publishing.publish(pack(phrase("hello"), phrase("refund", "八天")), "one changed", both, 2)

    entry = publishing.publications.newest_of("shop")
    assert entry is not None
    assert entry.marks == {"shop/hello": 2, "shop/refund": 3}


def test_of_two_leads_who_start_from_the_same_publication_the_second_is_told_and_shown_the_difference(
    share: FakeShare,
) -> None:
    first, second = lead(share), lead(share)
    first.publish(NEW, "mine", None, 1)

    done = second.publish(NEWER, "mine too", None, 1)

    assert isinstance(done, Outrun)
    assert done.base.expected_number == 2
    assert done.base.entry is not None
    assert done.base.entry.note == "mine"
    fates = {each.item_id: each.fate for each in done.differences}
    assert fates == {"shop/hello": Fate.CHANGED, "shop/late": Fate.WITHDRAWN}
    assert _phrases(_seen(share)) == ["亲亲,在的!", "亲,稍等哦"]


def test_both_files_of_two_leads_are_kept_and_the_second_can_publish_on_top(share: FakeShare) -> None:
    lead(share).publish(NEW, "mine", None, 1)
    outrun = lead(share).publish(NEWER, "mine too", None, 1)
    assert isinstance(outrun, Outrun)

    kept = FORM.read(share.files[outrun.kept])
    done = lead(share).publish(NEWER, "mine too", None, outrun.base.expected_number)

    assert kept is not None
    assert kept.phrases == NEWER.phrases
    assert isinstance(done, Published)
    assert done.entry.number == 3
    assert _phrases(_seen(share)) == ["您好"]
    told = [(each.number, each.state) for each in lead(share).history("shop")]
    assert told == [(3, State.CURRENT), (2, State.OUTRUN), (2, State.PAST), (1, State.PAST)]


def test_two_leads_meet_at_every_single_step_and_one_publication_has_the_number_each_time() -> None:
    steps = _writes_of_a_publication()

    for at in range(1, steps + 1):
        share = FakeShare()
        lead(share).publish(OLD, "", None, 0)
        results: list[Published | Outrun] = []
        meeting = _Meeting(share, at, results)
        share.before = meeting

        results.append(lead(share).publish(NEW, "the one", None, 1))

        published = [each for each in results if isinstance(each, Published)]
        assert (len(results), len(published)) == (2, 1), at
        assert len([name for name in share.files if name.startswith("shop-0002-") and name.endswith(".json")]) == 2
        seen = _seen(share)
        assert seen is not None
        assert seen.head.note == published[0].entry.note


class _Meeting:
    """Another lead publishes whole, just before the n-th writing of the first."""

    def __init__(self, share: FakeShare, at: int, results: list[Published | Outrun]) -> None:
        self._share = share
        self._left = at
        self._results = results

    def __call__(self, verb: str, name: str) -> None:
        if verb not in ("create", "replace") or self._left == 0:
            return
        self._left -= 1
        if self._left == 0:
            self._share.before = lambda verb, name: None
            self._results.append(lead(self._share).publish(NEWER, "the other", None, 1))


def _writes_of_a_publication() -> int:
    share = FakeShare()
    lead(share).publish(OLD, "", None, 0)
    share.calls.clear()
    lead(share).publish(NEW, "", None, 1)
    return sum(verb in ("create", "replace") for verb, _ in share.calls)


def test_two_packs_published_at_once_are_both_in_the_index() -> None:
    share = FakeShare()

    def meet(verb: str, name: str) -> None:
        if (verb, name) == ("replace", "index.json"):
            share.before = lambda verb, name: None
            lead(share).publish(named("tea"), "", None, 0)

    share.before = meet
    lead(share).publish(OLD, "", None, 0)

    assert set(read_index(share.files["index.json"])) == {"shop", "tea"}


def _broken_off(writes: int = 4) -> Iterator[tuple[int, str]]:
    """Every moment of a publishing; the first one in a folder writes the key too."""
    for at in range(1, writes + 1):
        for how in ("before", "middle", "after"):
            yield at, how


@pytest.mark.parametrize(("at", "how"), list(_broken_off()))
@pytest.mark.parametrize("error", [Killed, gone], ids=["killed", "the share goes away"])
def test_a_publishing_that_ends_at_any_moment_leaves_the_old_or_the_new_publication(
    at: int, how: str, error: type[BaseException], share: FakeShare
) -> None:
    faltering = Faltering(dict(share.files), at=at, how=how, error=error)
    with contextlib.suppress(Killed, ShareTrouble):
        lead(faltering).publish(NEW, "new", None, 1)

    seen = _seen(faltering)

    assert faltering.writes == at
    assert seen is not None
    assert (seen.head.number, seen.phrases) in [(1, OLD.phrases), (2, NEW.phrases)]
    known = [each for each in lead(faltering).history("shop") if each.state in (State.CURRENT, State.PAST)]
    assert [each.number for each in known] in [[1], [2, 1]]


@pytest.mark.parametrize(("at", "how"), list(_broken_off()))
@pytest.mark.parametrize("error", [Killed, gone], ids=["killed", "the share goes away"])
def test_publishing_again_after_it_was_broken_off_does_the_right_thing(
    at: int, how: str, error: type[BaseException], share: FakeShare
) -> None:
    faltering = Faltering(dict(share.files), at=at, how=how, error=error)
    with contextlib.suppress(Killed, ShareTrouble):
        lead(faltering).publish(NEW, "new", None, 1)
    share, later = copy_of(faltering), FakeClock(NOW + timedelta(minutes=1))

    done = lead(share, clock=later).publish(NEW, "new", None, 1)
    if isinstance(done, Outrun):  # a number file that was cut short: the number is lost
        assert done.base.pack == pack(number=1, note="the first one", published_at=NOW)
        done = lead(share, clock=later).publish(NEW, "new", None, done.base.expected_number)

    assert isinstance(done, Published)
    assert done.index_trouble is None
    seen = _seen(share)
    assert seen is not None
    assert seen.phrases == NEW.phrases
    assert not lead(share).publications.is_index_behind()


def test_the_very_first_publishing_that_ends_at_any_moment_leaves_nothing_or_all_of_it() -> None:
    for at, how in _broken_off(5):
        share = Faltering(at=at, how=how)
        with contextlib.suppress(Killed):
            lead(share).publish(OLD, "", None, 0)

        assert _phrases(_seen(share)) in [[], [each.body for each in OLD.phrases]]


def test_an_index_that_cannot_be_written_is_told_and_mended_later(share: FakeShare) -> None:
    class _Held(FakeShare):
        def replace(self, name: str, content: bytes) -> None:
            raise ShareTrouble(Fault.IN_USE, name)

    held = _Held(dict(share.files))
    done = lead(held).publish(NEW, "", None, 1)

    assert isinstance(done, Published)
    assert done.index_trouble is not None
    assert done.index_trouble.reason is Fault.IN_USE
    free = copy_of(held)
    assert _phrases(_seen(free)) == [each.body for each in OLD.phrases]
    assert lead(free).mend() is None
    assert _phrases(_seen(free)) == [each.body for each in NEW.phrases]


@pytest.mark.parametrize("index", [None, b"", b"{", b'{"index":1,"packs":{}}', b'{"index":1,"packs":{"shop":{}}}'])
def test_an_index_that_is_missing_or_broken_is_made_again_from_the_folder(
    share: FakeShare, index: bytes | None
) -> None:
    good = share.files["index.json"]
    share.remove("index.json")
    if index is not None:
        share.put("index.json", index)

    assert lead(share).publications.is_index_behind()
    assert lead(share).mend() is None
    assert share.files["index.json"] == good


@pytest.mark.parametrize("index", [None, b"", b"{"])
def test_an_agent_finds_the_newest_publication_also_without_a_good_index(share: FakeShare, index: bytes | None) -> None:
    share.remove("index.json")
    if index is not None:
        share.put("index.json", index)

    assert _phrases(_seen(share)) == [each.body for each in OLD.phrases]


def test_without_an_index_and_a_listing_the_reason_is_told(share: FakeShare) -> None:
    share.remove("index.json")
    share.is_listed = False

    with pytest.raises(ShareTrouble) as caught:
        Publications(share).newest()

    assert caught.value.reason is Fault.NOT_THERE


def test_a_folder_of_a_newer_program_is_left_alone(share: FakeShare) -> None:
    share.put("index.json", b'{"index":2,"packs":{}}')
    before = dict(share.files)

    with pytest.raises(NotPublished) as caught:
        lead(share).publish(NEW, "", None, 1)

    assert caught.value.obstacle is Obstacle.NEWER_FOLDER
    assert share.files == before


def test_what_was_published_comes_back_under_a_new_number(share: FakeShare) -> None:
    lead(share).publish(NEW, "a mistake", None, 1)

    done = lead(share).rollback("shop", 1, "back to the first")

    assert isinstance(done, Published)
    assert done.entry.number == 3
    fates = {each.item_id: each.fate for each in done.differences}
    assert fates == {"shop/hello": Fate.CHANGED, "shop/late": Fate.WITHDRAWN, "shop/refund": Fate.ADDED}
    seen = _seen(share)
    assert seen is not None
    assert (seen.head.number, seen.head.note, seen.phrases) == (3, "back to the first", OLD.phrases)


def test_going_back_to_what_is_there_or_never_was_changes_nothing(share: FakeShare) -> None:
    for number, obstacle in ((1, Obstacle.NOTHING_NEW), (2, Obstacle.NO_SUCH_NUMBER), (0, Obstacle.NO_SUCH_NUMBER)):
        with pytest.raises(NotPublished) as caught:
            lead(share).rollback("shop", number)
        assert caught.value.obstacle is obstacle

    assert lead(share).publications.highest("shop") == 1


def test_an_old_publication_that_was_tampered_with_is_not_signed_anew(share: FakeShare) -> None:
    lead(share).publish(NEW, "", None, 1)
    entry = lead(share).publications.numbered("shop", 1)
    assert entry is not None
    for content in (share.files[entry.file].replace("七天".encode(), "八天".encode()), b"", FORM.written(NEWER)):
        share.put(entry.file, content)

        with pytest.raises(NotPublished) as caught:
            lead(share).rollback("shop", 1)

        assert caught.value.obstacle is Obstacle.NOT_OURS


def test_a_publication_that_a_stranger_signed_is_not_signed_anew() -> None:
    share = FakeShare()
    lead(share, key("stranger")).publish(OLD, "", None, 0)
    lead(share).publish(NEW, "", None, 1, is_new_key=True)

    with pytest.raises(NotPublished) as caught:
        lead(share).rollback("shop", 1)

    assert caught.value.obstacle is Obstacle.NOT_OURS


def test_a_folder_that_another_key_signed_is_published_into_only_on_purpose(share: FakeShare) -> None:
    stranger = lead(share, key("stranger"))

    with pytest.raises(NotPublished) as caught:
        stranger.publish(NEW, "", None, 1)
    done = stranger.publish(NEW, "", None, 1, is_new_key=True)

    assert caught.value.obstacle is Obstacle.OTHER_KEY
    assert key().public.name in caught.value.sentence()
    assert isinstance(done, Published)


def test_a_key_file_that_somebody_replaced_is_noticed(share: FakeShare) -> None:
    share.put(f"{key().public.name}.pub", share.files["index.json"])

    with pytest.raises(NotPublished) as caught:
        lead(share).publish(NEW, "", None, 1)

    assert caught.value.obstacle is Obstacle.KEY_FILE


def test_a_damaged_newest_publication_can_be_published_over(share: FakeShare) -> None:
    entry = lead(share).publications.newest_of("shop")
    assert entry is not None
    share.put(entry.file, b"half")

    base = lead(share).base("shop")
    done = lead(share).publish(OLD, "again", None, 1)

    assert base.entry is not None
    assert base.pack is None
    assert isinstance(done, Published)
    assert _phrases(_seen(share)) == [each.body for each in OLD.phrases]


def test_a_number_that_was_seen_elsewhere_can_be_gone_beyond(share: FakeShare) -> None:
    ahead = lead(share).publish(NEW, "the folder came back from an old copy", None, 9)
    behind = lead(share).publish(NEWER, "", None, 5)

    assert isinstance(ahead, Published)
    assert ahead.entry.number == 10
    assert isinstance(behind, Outrun)
    assert _phrases(_seen(share)) == [each.body for each in NEW.phrases]


@pytest.mark.parametrize(
    ("given", "obstacle"),
    [
        (replace(OLD, head=replace(OLD.head, id="sheet")), Obstacle.BAD_ID),
        (replace(OLD, head=replace(OLD.head, id="../up")), Obstacle.BAD_ID),
        (named("SHOP"), Obstacle.ID_IN_OTHER_CASE),
        (replace(OLD, phrases=()), Obstacle.EMPTY),
        (replace(OLD, must_read=frozenset({"shop/nothing"})), Obstacle.UNKNOWN_MUST_READ),
        (replace(OLD, head=replace(OLD.head, expires_at=NOW)), Obstacle.EXPIRED),
        (replace(OLD, head=replace(OLD.head, note="长" * (MAX_NOTE + 1))), Obstacle.NOTE_TOO_LONG),
        (replace(OLD, phrases=(phrase("hello", ""),)), Obstacle.NOT_READ_BACK),
        (OLD, Obstacle.NOTHING_NEW),
    ],
    ids=lambda value: value.value if isinstance(value, Obstacle) else "",
)
def test_what_stands_against_publishing_is_told_and_nothing_is_written(
    share: FakeShare, given: Pack, obstacle: Obstacle
) -> None:
    before = dict(share.files)

    with pytest.raises(NotPublished) as caught:
        lead(share).publish(given, None, None, 1)

    assert caught.value.obstacle is obstacle
    assert "{" not in caught.value.sentence()
    assert share.files == before


def test_publishing_takes_a_key() -> None:
    share = FakeShare()

    with pytest.raises(NotPublished) as caught:
        Publishing(share, FORM, FakeClock(NOW), lead(share)._zone).publish(OLD, "", None, 0)

    assert caught.value.obstacle is Obstacle.NO_KEY
    assert share.files == {}


def test_every_obstacle_has_a_sentence() -> None:
    assert set(OBSTACLES) == set(Obstacle)


@pytest.mark.parametrize("fault", [Fault.NO_ANSWER, Fault.READ_ONLY, Fault.FULL, Fault.NOT_LISTED])
def test_a_share_in_trouble_says_so_and_keeps_what_it_has(share: FakeShare, fault: Fault) -> None:
    before = dict(share.files)
    share.fault = fault

    with pytest.raises(ShareTrouble) as caught:
        lead(share).publish(NEW, "", None, 1)

    assert caught.value.reason is fault
    assert share.files == before


def test_a_publication_is_judged_by_its_signature(share: FakeShare) -> None:
    entry = lead(share).publications.newest_of("shop")
    assert entry is not None

    good, strange = lead(share).judged(entry), lead(share).judged(entry, key("stranger").public)
    share.put(entry.file, share.files[entry.file] + b" ")
    tampered = lead(share).judged(entry)

    assert good.standing is Standing.TRUSTED
    assert strange.refusal is Refusal.WRONG_KEY
    assert tampered.refusal is Refusal.TAMPERED


def test_the_key_in_the_folder_is_offered_only_where_it_is_what_its_name_says(share: FakeShare) -> None:
    name = key().public.name
    publications = Publications(share)

    assert publications.offered(name) == key().public
    for content in (b"", b"\xff", share.files["index.json"], key("stranger").public.text.encode()):
        share.put(f"{name}.pub", content)
        assert publications.offered(name) is None
    assert publications.offered("../secret") is None


def test_no_file_in_the_folder_holds_anything_of_the_secret_key(share: FakeShare) -> None:
    secret = key().seed_and_key[:32]

    assert all(secret not in content and secret.hex().encode() not in content for content in share.files.values())


def test_a_folder_that_cannot_be_listed_whole_takes_nothing_and_its_index_stays(share: FakeShare) -> None:
    class _Crowded(FakeShare):
        def names(self, folder: str = "") -> Sequence[str]:
            raise ShareTrouble(Fault.CROWDED, self.place)

    crowded = _Crowded(dict(share.files))
    before = dict(crowded.files)

    mended = lead(crowded).mend()
    with pytest.raises(ShareTrouble) as refused:
        lead(crowded).publish(NEW, "", None, 1)

    assert mended is not None
    assert {mended.reason, refused.value.reason} == {Fault.CROWDED}
    assert crowded.files == before
