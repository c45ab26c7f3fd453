"""The sentences about shares are those of the core, and hold nothing but what they may tell."""

from app.core.shares.share import SENTENCES, Fault, ShareTrouble, sentence
from app.ui.dialogs.share_reasons import REASONS, of_trouble


def test_the_sentences_are_word_for_word_those_of_the_core() -> None:
    assert REASONS == SENTENCES


def test_a_trouble_is_said_with_its_place_whatever_stands_in_it() -> None:
    trouble = ShareTrouble(Fault.SERVER, "http://nas/{detail}/{x}", "HTTP 500")

    assert sentence(trouble) == "http://nas/{detail}/{x} answered with an error (HTTP 500). It is tried again later."
    assert of_trouble(trouble) == sentence(trouble)


def test_the_limit_of_a_file_is_said_in_megabytes() -> None:
    assert "64 MB" in of_trouble(ShareTrouble(Fault.TOO_BIG, "a.xlsx"))
