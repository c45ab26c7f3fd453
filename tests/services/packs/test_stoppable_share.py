import pytest

from app.core.imports.reading import Cancelled, Watch
from app.core.packs.publishing import Published
from app.services.packs.publishing import Publishing
from app.services.packs.stoppable_share import STEPS, StoppableShare
from tests.fakes import FakeShare
from tests.published import FORM, NOW, ZONE, FakeClock, key, pack


class Stopping:
    """Stops at the n-th step."""

    def __init__(self, at: int = 10**6) -> None:
        self.at = at
        self.steps: list[tuple[int, int]] = []

    def watch(self) -> Watch:
        return Watch(lambda done, total: self.steps.append((done, total)), lambda: len(self.steps) + 1 >= self.at)


def _lead(share: FakeShare, stopping: Stopping) -> Publishing:
    return Publishing(StoppableShare(share, stopping.watch()), FORM, FakeClock(NOW), ZONE, key())


def test_a_publishing_that_nobody_stops_tells_how_far_it_is() -> None:
    share, stopping = FakeShare(), Stopping()

    done = _lead(share, stopping).publish(pack(), "第一版", None, 0)

    assert isinstance(done, Published)
    assert "index.json" in share.files
    told = [step for step, _ in stopping.steps]
    assert told == sorted(told)
    assert {total for _, total in stopping.steps} == {STEPS}


def test_wherever_it_is_stopped_the_folder_shows_nothing_or_all_of_it() -> None:
    steps = 0
    for at in range(1, STEPS + 4):
        share = FakeShare()
        try:
            done = _lead(share, Stopping(at)).publish(pack(), "第一版", None, 0)
        except Cancelled:
            steps += 1
            assert "shop-0001.json" not in share.files
            assert "index.json" not in share.files
        else:
            assert isinstance(done, Published)
            assert {"shop-0001.json", "index.json"} <= share.files.keys()

    assert steps > 3


def test_what_was_stopped_can_be_published_again() -> None:
    share = FakeShare()
    with pytest.raises(Cancelled):
        _lead(share, Stopping(6)).publish(pack(), "第一版", None, 0)

    done = _lead(share, Stopping()).publish(pack(), "第一版", None, 0)

    assert isinstance(done, Published)
    assert done.entry.number == 1
