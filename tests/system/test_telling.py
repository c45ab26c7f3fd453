"""Whoever shuts the door knows that nobody is in it."""

import threading

from app.system.telling import Telling


def test_shutting_waits_for_a_word_that_is_being_told_and_lets_no_other_in() -> None:
    telling, told = Telling(), list[str]()
    is_inside, may_go = threading.Event(), threading.Event()

    def slow(word: str) -> None:
        is_inside.set()
        may_go.wait(30)
        told.append(word)

    speaker = threading.Thread(target=telling.tell, args=(slow, "first"))
    speaker.start()
    is_inside.wait(30)
    closer = threading.Thread(target=telling.shut)
    closer.start()
    was_open = closer.is_alive() and not told
    may_go.set()
    closer.join(30)
    speaker.join(30)

    telling.tell(told.append, "second")

    assert was_open
    assert told == ["first"]


def test_what_is_told_may_tell_more_and_shut_the_door() -> None:
    telling, told = Telling(), list[str]()

    def last(word: str) -> None:
        telling.tell(told.append, word)
        telling.shut()

    telling.tell(last, "the end")
    telling.tell(told.append, "after it")

    assert told == ["the end"]


def test_a_receiver_that_was_deleted_is_no_error() -> None:
    def deleted() -> None:
        raise RuntimeError("Internal C++ object already deleted.")

    Telling().tell(deleted)
