"""What stands where the list has no rows: why there are none, and the next step.

The rule: what was looked for and is only over or filtered out is offered before anything new is made.
"""

from collections.abc import Callable

from app.ui.blank import Blank, Offer
from app.ui.words import translate

Act = Callable[[], None]


def loading(blank: Blank) -> None:
    """The phrases are still being read."""
    blank.say("clock", translate("no_rows", "Loading your phrases…"))


def no_phrases(blank: Blank, load_starter: Act, import_file: Act, add_team: Act) -> None:
    """There is none at all."""
    blank.say(
        "phrases",
        translate("no_rows", "No phrases yet. The starter pack has some for every stage of a conversation."),
        (translate("no_rows", "Load the starter pack"), load_starter),
        (translate("no_rows", "Import from a file…"), import_file),
        (translate("no_rows", "Your team publishes phrases? Add its address…"), add_team),
    )


def none_here(blank: Blank, make: Act, show_all: Act) -> None:
    """None passes the filters, and nothing is typed."""
    offers: tuple[Offer, ...] = (
        (translate("no_rows", "New phrase"), make),
        (translate("no_rows", "Show all"), show_all),
    )
    blank.say("tag", translate("no_rows", "No phrases here yet."), *offers)


def no_command(blank: Blank, text: str) -> None:
    """No command is called so."""
    said = translate("no_rows", "No command is called “{text}”. Take letters away to see more of them.")
    blank.say("search", said.replace("{text}", text.strip()))


def order_found(blank: Blank, said: str, note: Offer, make: Act) -> None:
    """No phrase was found, but what is typed is an order; `said` is what was understood of it."""
    blank.say("orders", said, note, (translate("no_rows", "Make a phrase of this"), make))


def none_found(blank: Blank, text: str, make: Act, show_all: Act | None, over: int, show_over: Act) -> None:
    """Nothing was found for what is typed. `show_all` is None where nothing is filtered out; `over` are over."""
    said = translate("no_rows", "Nothing found for “{text}”.")
    offers: list[Offer] = [(translate("no_rows", "Make a phrase of this"), make)]
    if show_all:
        offers.insert(0, (translate("no_rows", "Search everywhere"), show_all))
    if over:
        one = translate("no_rows", "1 that matches is over.")
        many = translate("no_rows", "{count} that match are over.")
        said += " " + (one if over == 1 else many.replace("{count}", str(over)))
        offers.insert(0, (translate("no_rows", "Show what is over"), show_over))
    blank.say("search", said.replace("{text}", text), *offers[:2])
