from collections.abc import Callable

import pytest

from app.core.packs.signatures import PublicKey
from app.core.shares.share import Fault, ShareTrouble
from app.core.storage import NotStored, Trouble
from app.core.updates.update import Memory, NotOffered, Policy, Refusal, Stage, System
from app.services.announcing import Announcing, BadBuild
from app.services.updates import Updates
from tests.announced import CONTENT, SETUP, WHY, FakeUpdateFolder, announce, key, policy, v
from tests.fakes import FakeClock, FakeShare


class Office:
    """A computer and the share that it looks at."""

    def __init__(self) -> None:
        self.share = FakeShare()
        self.folder = FakeUpdateFolder()
        self.updates = self.start()

    def start(self, installed: str = "0.1.0", rules: Policy | None = None) -> Updates:
        """The program starts, with what it kept."""
        self.updates = Updates(
            v(installed), System.WINDOWS, rules or policy(), self.folder, lambda address: self.share, FakeClock()
        )
        return self.updates

    def look(self, *, is_asked: bool = False) -> bool:
        return self.updates.take(self.updates.look(is_asked=is_asked))


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_newer_version_is_fetched_and_told_once(office: Office) -> None:
    announce(office.share, "0.2.0")

    is_first_news, is_second_news = office.look(), office.look()

    standing = office.updates.standing
    assert (is_first_news, is_second_news) == (True, False)
    assert standing.stage is Stage.READY
    assert standing.offer is not None
    assert standing.offer.reason("zh_CN") == "修复了粘贴"
    assert office.folder.files == {SETUP: CONTENT}
    assert office.share.calls.count(("read", SETUP)) == 1


def test_nothing_is_installed_without_consent(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()

    assert not office.updates.install()
    assert office.folder.started == []


def test_what_was_agreed_to_is_installed_silently_when_the_program_quits(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()

    office.updates.agree()

    assert office.updates.standing.stage is Stage.AGREED
    assert office.updates.install()
    assert office.folder.started == [(SETUP, "/S", "/NOSTART")]


def test_whoever_wants_it_at_once_finds_the_program_started_again(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()

    office.updates.install(then_start=True)

    assert office.folder.started == [(SETUP, "/S", "/START")]


def test_consent_is_for_one_version_only(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()
    announce(office.share, "0.3.0", b"another installer")

    is_news = office.look()

    assert is_news
    assert office.updates.standing.stage is Stage.READY
    assert not office.updates.install()


def test_another_file_under_the_same_version_needs_consent_again(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()
    office.share.files.clear()
    announce(office.share, "0.2.0", b"another installer")

    office.look()

    assert not office.updates.install()


def test_consent_can_be_taken_back(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()

    office.updates.take_back()

    assert office.updates.standing.stage is Stage.READY
    assert not office.updates.install()


def test_consent_outlives_a_restart_of_the_program(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()

    updates = office.start()

    assert updates.standing.stage is Stage.AGREED
    assert updates.install()


def test_after_the_installation_nothing_of_it_is_left(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()
    office.updates.install()

    updates = office.start(installed="0.2.0")

    assert updates.standing.stage is Stage.CURRENT
    assert office.folder.files == {}


def test_an_installation_that_did_not_come_about_is_told_and_not_tried_again_by_itself(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()
    office.updates.install()

    updates = office.start(installed="0.1.0")

    assert updates.standing.stage is Stage.FAILED
    assert not updates.install()
    updates.agree()
    assert updates.install()


def test_a_skipped_version_is_not_offered_again_but_the_next_one_is(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()

    office.updates.skip()

    assert office.folder.files == {}
    assert not office.look()
    assert office.updates.standing.stage is Stage.CURRENT
    announce(office.share, "0.3.0", b"the next")
    assert office.look()


def test_a_skipped_version_is_offered_again_to_whoever_asks(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.skip()

    office.look(is_asked=True)

    assert office.updates.standing.stage is Stage.READY


def test_an_older_announcement_than_one_that_was_seen_is_refused_also_after_a_restart(office: Office) -> None:
    announce(office.share, "0.3.0")
    office.look()
    office.start()
    announce(office.share, "0.2.0", b"older")

    office.look()

    trouble = office.updates.standing.trouble
    assert isinstance(trouble, NotOffered)
    assert trouble.refusal is Refusal.OLDER
    offer = office.updates.standing.offer
    assert offer is not None
    assert offer.version == v("0.3.0")


def test_a_version_installed_by_hand_that_is_newer_than_all_announced_is_no_trouble(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.start(installed="0.5.0")

    office.look()

    assert office.updates.standing.stage is Stage.CURRENT
    assert office.updates.standing.trouble is None


def test_a_file_that_is_not_the_announced_one_is_not_kept(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.share.put(SETUP, CONTENT[:-1] + b"!")

    office.look()

    trouble = office.updates.standing.trouble
    assert isinstance(trouble, NotOffered)
    assert trouble.refusal is Refusal.DAMAGED_FILE
    assert office.folder.files == {}


def test_a_longer_file_than_the_announced_one_is_not_even_read(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.share.put(SETUP, CONTENT * 9)

    office.look()

    trouble = office.updates.standing.trouble
    assert isinstance(trouble, ShareTrouble)
    assert trouble.reason is Fault.TOO_BIG


def test_a_file_that_was_changed_on_this_computer_is_deleted_instead_of_started(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()
    office.folder.files[SETUP] = b"MZ something else"

    assert not office.updates.install()
    assert office.folder.started == []
    assert office.folder.files == {}


@pytest.mark.parametrize("missing", ["latest.json", "latest.json.minisig", SETUP])
def test_whatever_is_missing_on_the_share_nothing_is_offered(office: Office, missing: str) -> None:
    announce(office.share, "0.2.0")
    del office.share.files[missing]

    assert not office.look()
    assert office.updates.standing.stage is Stage.CURRENT
    assert office.updates.standing.trouble is not None


def test_a_share_that_is_down_is_told_and_the_next_look_mends_it(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.share.fault = Fault.NO_ANSWER
    office.look()
    troubled = office.updates.standing

    office.share.fault = None
    office.look()

    assert isinstance(troubled.trouble, ShareTrouble)
    assert office.updates.standing.trouble is None
    assert office.updates.standing.stage is Stage.READY


@pytest.mark.parametrize(
    "change",
    [
        lambda key: Policy(is_allowed=False, location="x", key=key),
        lambda key: Policy(location="x"),
        lambda key: Policy(key=key),
        lambda key: Policy(location="x", key=key, fault="“fron” is not known"),
    ],
)
def test_where_the_policy_does_not_allow_it_the_share_is_not_even_touched(
    office: Office, change: Callable[[PublicKey], Policy]
) -> None:
    announce(office.share, "0.2.0")
    office.share.calls.clear()
    office.start(rules=change(key().public))

    assert not office.look(is_asked=True)
    assert office.share.calls == []
    assert office.updates.standing.stage is Stage.OFF


def test_what_was_agreed_to_is_not_installed_after_it_was_turned_off(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()

    office.updates.turn(False)

    assert office.updates.standing.stage is Stage.OFF
    assert not office.updates.install()
    office.updates.turn(True)
    assert office.updates.standing.stage is Stage.READY


def test_a_system_whose_files_are_not_installed_by_starting_them_is_told_only(office: Office) -> None:
    office.folder.is_startable = False
    announce(office.share, "0.2.0")
    office.look()
    office.updates.agree()

    assert not office.updates.can_install()
    assert not office.updates.install()


def test_a_full_disk_is_told(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.folder.trouble = Trouble.FULL

    office.look()

    assert isinstance(office.updates.standing.trouble, NotStored)


def test_a_look_alone_changes_nothing_that_is_told(office: Office) -> None:
    announce(office.share, "0.2.0")

    office.updates.look()

    assert office.updates.standing.stage is Stage.CURRENT
    assert office.folder.memory == Memory()


def test_announcing_puts_the_files_there_first_and_the_announcement_last(office: Office) -> None:
    Announcing(office.share, key(), FakeClock()).announce(v("0.2.0"), {SETUP: CONTENT}, WHY)

    written = [name for verb, name in office.share.calls if verb in ("create", "replace")]
    assert written == [SETUP, "latest.json.minisig", "latest.json"]


def test_an_older_version_than_the_announced_one_is_not_announced(office: Office) -> None:
    announcing = Announcing(office.share, key(), FakeClock())
    announcing.announce(v("0.2.0"), {SETUP: CONTENT}, WHY)

    with pytest.raises(NotOffered):
        announcing.announce(v("0.1.0"), {"qindesk-0.1.0-setup.exe": b"old"}, WHY)


def test_what_another_key_announced_is_not_replaced(office: Office) -> None:
    announce(office.share, "0.2.0", signer=key("somebody"))

    with pytest.raises(NotOffered):
        Announcing(office.share, key(), FakeClock()).announce(v("0.3.0"), {"qindesk-0.3.0-setup.exe": b"x"}, WHY)


def test_a_file_that_lies_there_is_never_changed(office: Office) -> None:
    announcing = Announcing(office.share, key(), FakeClock())
    announcing.announce(v("0.2.0"), {SETUP: CONTENT}, WHY)

    announcing.announce(v("0.2.0"), {SETUP: CONTENT}, {"en": "Another reason"})
    with pytest.raises(BadBuild):
        announcing.announce(v("0.2.0"), {SETUP: b"another"}, WHY)

    assert office.share.files[SETUP] == CONTENT


@pytest.mark.parametrize("names", [[], ["readme.txt"], ["亲台.exe"], ["a-1.0.0-x.exe", "b-1.0.0-x.exe"]])
def test_files_that_no_computer_could_take_are_not_announced(office: Office, names: list[str]) -> None:
    with pytest.raises(BadBuild):
        Announcing(office.share, key(), FakeClock()).announce(v("1.0.0"), dict.fromkeys(names, b"x"), WHY)

    assert office.share.files == {}
