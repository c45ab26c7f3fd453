"""What the places and forms of the cheat-sheet and the countdowns ask of the program.

The rule: as in `asked`, a widget gets functions, never a service.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from app.core.facts.templates import MissingFact
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.sheet import answers
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import About, Entry
from app.core.storage import NotStored
from app.front.desk import Desk
from app.services.sheet.facts import Facts
from app.services.sheet.find_products import product_ids
from app.ui.dialogs.bin_dialog import SheetBin
from app.ui.dialogs.sample import Render
from app.ui.dialogs.shop_now import ShopNow
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.timers.desk import TimersDesk

OFFERED = 20


def by_sheet_panel(desk: Desk) -> SheetDesk:
    """What the place of the cheat-sheet asks."""
    return SheetDesk(
        sheet=lambda: desk.sheet.sheet,
        changes=desk.sheet.changes,
        answers=lambda entry_id: _answers(desk, entry_id),
        find_products=lambda text, limit: found_products(desk, text, limit),
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
        steps=lambda: desk.preferences.current.countdown_steps,
        read_image=desk.stores.images.read,
        subjects=desk.subjects,
        verbs=desk.sheet,
    )


def by_timers(desk: Desk) -> TimersDesk:
    """What the place of the countdowns asks."""
    counting = desk.countdowns
    return TimersDesk(
        countdowns=counting.all,
        read=counting.read,
        add=counting.add,
        finish=counting.finish,
        snooze=counting.snooze,
        remove=counting.remove,
        undo=counting.undo,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
        steps=lambda: desk.preferences.current.countdown_steps,
        activity=lambda activity_id: activity_name(desk, activity_id),
    )


def by_forms(desk: Desk) -> SheetFormDesk:
    """What the forms ask."""
    return SheetFormDesk(
        save=desk.sheet.save,
        sheet=lambda: desk.sheet.sheet,
        zone=desk.shop_time.zone,
        now=desk.shop_time.now,
        new_id=desk.sheet.new_id,
        find_products=product_finder(desk),
        put_image=desk.stores.images.put,
        read_image=desk.stores.images.read,
        say=lambda entry, name: _said(desk, entry, name),
        render=desk.facts.preview,
        duplicate=desk.sheet.duplicate,
        save_duplicate=desk.sheet.save_duplicate,
        values=lambda names: fact_values(desk, names),
        meant=lambda: meant_words(desk),
    )


def by_bin(desk: Desk) -> SheetBin:
    """What the bin asks of the cheat-sheet."""

    def withdrawn(things: Sequence[Phrase | Entry]) -> Collection[str]:
        of_packs = {thing.id: thing.deleted_at for thing in things if thing.source != PERSONAL}
        try:
            originals = desk.stores.packs.some(of_packs) if of_packs else {}
        except NotStored:
            return ()
        return {key for key, one in originals.items() if one.withdrawn_at and one.withdrawn_at == of_packs[key]}

    return SheetBin(desk.sheet.in_bin, desk.sheet.restore, desk.sheet.purge, desk.shop_time.zone, withdrawn)


def shop_now(desk: Desk) -> ShopNow:
    """What lifetimes are seen from."""
    return ShopNow(lambda: desk.sheet.sheet, desk.shop_time.now, desk.shop_time.zone)


def product_finder(desk: Desk) -> Callable[[str], Sequence[Product]]:
    """Gives the products that a text finds, the best first."""

    def find(text: str) -> Sequence[Product]:
        products = desk.sheet.sheet.products
        return [products[product_id] for product_id in found_products(desk, text, OFFERED)]

    return find


def found_products(desk: Desk, text: str, limit: int) -> Sequence[str]:
    """The ids of the products that a text finds, the best first; of none typed the first ones in their order."""
    return product_ids(desk.find, desk.sheet.sheet, desk.answers.of, text, limit)


def activity_name(desk: Desk, activity_id: str) -> str:
    """What an activity is called, or nothing."""
    activity = desk.sheet.sheet.activities.get(activity_id)
    return activity.name if activity else ""


def render_as(desk: Desk) -> Callable[[Phrase], Render]:
    """Renders the texts of a phrase with what it speaks of, as far as nobody has to be asked."""

    def of(phrase: Phrase) -> Render:
        meant = desk.subjects.meant(phrase)
        about = meant if isinstance(meant, About) else desk.facts.sample()
        return lambda text: desk.facts.preview(text, about=about)

    return of


def fact_values(desk: Desk, names: Collection[str]) -> Mapping[str, str]:
    """What facts say now, of what is chosen or else of a sample."""
    text = "".join(f"{{{{{name}}}}}" for name in names)
    said = desk.facts.for_text(text, about=_sample(desk))
    return {name: said[name] for name in names if said.get(name)}


def meant_words(desk: Desk) -> str:
    """The activity and the product that `fact_values` speaks of."""
    about, sheet = _sample(desk), desk.sheet.sheet
    product = sheet.products.get(about.product_id)
    names = (activity_name(desk, about.activity_id), product.name if product else "")
    return " · ".join(name for name in names if name)


def _sample(desk: Desk) -> About:
    chosen, sample = desk.subjects.chosen, desk.facts.sample()
    return replace(
        sample,
        activity_id=chosen.activity_id or sample.activity_id,
        product_id=chosen.product_id or sample.product_id,
    )


def _answers(desk: Desk, entry_id: str) -> Sequence[Phrase]:
    entry = desk.sheet.get(entry_id)
    if isinstance(entry, Activity):
        return desk.answers.of(About(activity_id=entry_id))
    if isinstance(entry, Product):
        return desk.answers.of(About(product_id=entry_id))
    answer = desk.answers.get(f"sheet:fact:{entry_id}")
    return [answer] if answer else []


def _said(desk: Desk, entry: Entry, name: str) -> str:
    """The sentence for a fact of an entry as it stands in a form, empty where there is none."""
    sheet = desk.sheet.sheet.having([entry])
    facts = Facts(desk.shop_time, lambda: desk.preferences.current, lambda: sheet)
    words = desk.wordings()
    key = name.partition(".")[2]
    for phrase in answers.of_entry(entry, sheet, words):
        if phrase.id.endswith(f":{key}"):
            try:
                return facts.preview(phrase.body, about=answers.about(phrase.id))
            except MissingFact:
                return ""
    return ""
