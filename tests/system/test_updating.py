import json
from dataclasses import replace
from hashlib import sha256

import pytest

from app import VERSION
from app.core.storage import NotStored
from app.core.updates.update import Build, Memory, Offer, System
from app.system import updating
from app.system.updating import UpdateFiles, UpdateWatch, this_policy
from tests.announced import CONTENT, SETUP, WHY, key, v
from tests.published import NOW

BUILD = Build(System.WINDOWS, SETUP, len(CONTENT), sha256(CONTENT).hexdigest())


@pytest.fixture
def files(tmp_path):
    return UpdateFiles(tmp_path / "updates")


def test_what_is_kept_comes_back_after_a_restart(files, tmp_path):
    memory = Memory(False, "0.3.0", "0.1.1", "0.2.0", "", Offer(v("0.2.0"), NOW, BUILD, WHY), NOW)

    files.save(memory)

    assert UpdateFiles(tmp_path / "updates").load() == memory


@pytest.mark.parametrize("content", [b"", b"{", b'{"highest": "x"}', b'{"ready": {"version": 3}}', b"\xff"])
def test_what_is_not_understood_counts_as_nothing(files, tmp_path, content):
    files.save(Memory())
    (tmp_path / "updates" / "state.json").write_bytes(content)

    assert files.load() == Memory()


def test_a_name_that_leads_elsewhere_is_never_followed(files):
    offer = Offer(v("0.2.0"), NOW, replace(BUILD, name="../../evil.exe"))
    files.save(Memory(ready=offer, agreed="0.2.0"))

    assert files.load().ready is None


def test_only_the_very_file_is_held(files, tmp_path):
    files.keep(SETUP, CONTENT)
    has_it = files.holds(BUILD)
    (tmp_path / "updates" / SETUP).write_bytes(CONTENT[:-1] + b"!")

    assert has_it
    assert not files.holds(BUILD)
    assert not files.holds(replace(BUILD, name="another.exe"))


def test_a_newer_file_takes_the_place_of_the_older_and_the_memory_stays(files, tmp_path):
    files.save(Memory(highest="0.2.0"))
    files.keep(SETUP, CONTENT)

    files.keep("qindesk-0.3.0-setup.exe", b"newer")

    assert sorted(path.name for path in (tmp_path / "updates").iterdir()) == ["qindesk-0.3.0-setup.exe", "state.json"]
    assert files.load().highest == "0.2.0"


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "updates").write_text("a file, not a folder")

    with pytest.raises(NotStored) as caught:
        UpdateFiles(tmp_path / "updates").keep(SETUP, CONTENT)

    assert str(tmp_path) not in str(caught.value)  # it is logged, and a path holds the user's name


def test_the_installer_is_started_in_its_own_folder_with_its_arguments(tmp_path):
    asked = []
    files = UpdateFiles(tmp_path, lambda command, folder: asked.append((command, folder)) or True)

    assert files.start(BUILD, "/S", "/NOSTART")
    assert asked == [([str(tmp_path / SETUP), "/S", "/NOSTART"], tmp_path)]


def test_a_program_that_runs_from_its_sources_is_not_installed_over(files):
    assert not files.can_start()


def test_the_file_beside_the_program_is_the_policy(tmp_path, monkeypatch):
    monkeypatch.setattr(updating, "_registered", list)
    said = {"updates": {"from": "\\\\server\\q", "key": key().public.text}}
    (tmp_path / "policy.json").write_text(json.dumps(said), "utf-8")

    policy = this_policy(tmp_path)

    assert (policy.location, policy.key, policy.can_look) == ("\\\\server\\q", key().public, True)


def test_the_registry_goes_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(updating, "_registered", lambda: [{"on": 0}, {"from": "x"}])
    said = {"updates": {"from": "\\\\server\\q", "key": key().public.text}}
    (tmp_path / "policy.json").write_text(json.dumps(said), "utf-8")

    policy = this_policy(tmp_path)

    assert (policy.is_allowed, policy.location) == (False, "x")


def test_a_broken_policy_file_turns_looking_off(tmp_path, monkeypatch):
    monkeypatch.setattr(updating, "_registered", list)
    (tmp_path / "policy.json").write_text("{")

    policy = this_policy(tmp_path)

    assert policy.fault
    assert not policy.can_look


def test_without_a_policy_nobody_looks(tmp_path, monkeypatch):
    monkeypatch.setattr(updating, "_registered", list)

    assert not this_policy(tmp_path).can_look


def test_the_version_of_the_program_is_that_of_the_project(request):
    project = (request.config.rootpath / "pyproject.toml").read_text("utf-8")

    assert f'\nversion = "{VERSION}"\n' in project


@pytest.fixture
def watch(qtbot):
    """A watch whose work waits until it is told to go on."""
    works, asked = [], []
    made = UpdateWatch(lambda is_asked: asked.append(is_asked) or "looked", works.append)
    made.works, made.asked = works, asked
    yield made
    made.close()


def test_a_look_runs_where_it_is_started_and_its_end_comes_home(watch, qtbot):
    arrived = []
    watch.arrived.connect(arrived.append)

    watch.look()
    before = list(arrived)
    watch.works[0]()

    assert before == []
    assert arrived == ["looked"]
    assert watch.asked == [True]


def test_two_looks_never_run_at_once(watch):
    watch.look()
    watch.look()

    assert len(watch.works) == 1


def test_after_the_end_nothing_arrives_any_more(watch):
    arrived = []
    watch.arrived.connect(arrived.append)
    watch.look()

    watch.close()
    watch.works[0]()

    assert arrived == []


def test_the_first_look_waits_and_the_next_is_set_after_each(watch):
    watch.begin()
    first = watch._timer.interval()
    watch._timer.timeout.emit()
    watch.works[0]()

    assert first == updating.FIRST_LOOK_MS
    assert watch.asked == [False]
    assert watch._timer.isActive()
    assert watch._timer.interval() == updating.LOOK_EVERY_MS
