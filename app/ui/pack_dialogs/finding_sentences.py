"""The sentences of a check, marked for the translator, with what to do about each and what rules are called.

The rule: `SENTENCES` are word for word those of `app.core.packs.sentences`; a test compares them.
"""

from collections.abc import Mapping

from app.ui.words import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = {
    "bad_pack_id": QT_TRANSLATE_NOOP(
        "packs",
        "“{names}” cannot name a pack: letters, digits, dots, dashes and underscores, 64 at the most, "
        "and not one of the program's own names.",
    ),
    "bad_id": QT_TRANSLATE_NOOP(
        "packs", "“{names}” cannot be an id: letters, digits, dots, dashes and underscores, 64 at the most."
    ),
    "id_twice": QT_TRANSLATE_NOOP("packs", "The id “{first}” stands in row {rest} already."),
    "not_a_list": QT_TRANSLATE_NOOP("packs", "“{names}” is not a list."),
    "no_offset": QT_TRANSLATE_NOOP(
        "packs", "The moment {names} does not say its offset; write it as 2026-11-11T20:00:00+08:00."
    ),
    "bad_image": QT_TRANSLATE_NOOP(
        "packs", "The picture {names} is not what its name says, or is no PNG, JPEG or GIF."
    ),
    "images_too_large": QT_TRANSLATE_NOOP("packs", "The pictures have more than {limit} MB together."),
    "image_missing": QT_TRANSLATE_NOOP("packs", "The picture {names} is not in the pack."),
    "image_unused": QT_TRANSLATE_NOOP("packs", "Nothing uses the picture {names}."),
    "path_out": QT_TRANSLATE_NOOP(
        "packs", "“{names}” leads to a file, a share or a script; only links to the web may be in a pack."
    ),
    "must_read_unknown": QT_TRANSLATE_NOOP(
        "packs", "“{names}” is marked as must-read, and nothing in the pack has this id."
    ),
    "no_such_activity": QT_TRANSLATE_NOOP("packs", "No activity of the pack is called “{names}”."),
    "no_such_phase": QT_TRANSLATE_NOOP("packs", "The activity has no phase called “{names}”."),
    "activity_elsewhere": QT_TRANSLATE_NOOP(
        "packs",
        "It holds only during an activity that is not in the pack ({names}); until that activity is "
        "there it is not said.",
    ),
    "nothing_in_it": QT_TRANSLATE_NOOP("packs", "There is nothing in the pack."),
    "two_heads": QT_TRANSLATE_NOOP("packs", "The pack is described in row {names} already."),
    "not_a_duration": QT_TRANSLATE_NOOP(
        "packs", "“{names}” is not a length of time; write it as 30 min, 72 h or 3 days."
    ),
    "group_too_deep": QT_TRANSLATE_NOOP("packs", "The group is nested more than {limit} deep."),
    "not_one_moment": QT_TRANSLATE_NOOP(
        "packs", "A reminder is so long after the order was placed or so long before it closes: one of both."
    ),
    "not_above_zero_time": QT_TRANSLATE_NOOP("packs", "The length of time must be more than nothing."),
    "unknown_kind": QT_TRANSLATE_NOOP("packs", "No kind of order is called “{names}”."),
    "example_overwritten": QT_TRANSLATE_NOOP(
        "packs", "The row begins with the mark of an example, so it is not published."
    ),
    "pack_expired": QT_TRANSLATE_NOOP("packs", "The pack has expired; agents' programs refuse it."),
    "duplicate": QT_TRANSLATE_NOOP("packs", "The same text as “{first}” (row {rest})."),
    "near_duplicate": QT_TRANSLATE_NOOP("packs", "Nearly the same text as “{first}” (row {rest})."),
    "near_duplicate_figures": QT_TRANSLATE_NOOP(
        "packs", "Nearly the same text as “{first}” (row {rest}), with other figures: is one of them old?"
    ),
    "code_twice": QT_TRANSLATE_NOOP("packs", "The code {first} is used twice; “{second}” has it too (row {last})."),
    "word_twice": QT_TRANSLATE_NOOP(
        "packs", "The word {first} means two kinds of orders; “{second}” has it too (row {last})."
    ),
    "code_of_no_phrase": QT_TRANSLATE_NOOP(
        "packs", "No phrase of the pack has the code {names}; the reminder needs one of the agent's own."
    ),
    "unknown_variable": QT_TRANSLATE_NOOP(
        "packs", "No fact is called “{names}”; without a default the phrase cannot be pasted."
    ),
    "unknown_variable_like": QT_TRANSLATE_NOOP("packs", "No fact is called “{first}”; is “{rest}” meant?"),
    "is_over": QT_TRANSLATE_NOOP("packs", "“{names}” is over; nobody could paste it."),
    "activity_over": QT_TRANSLATE_NOOP("packs", "The activity “{names}” is over."),
    "past_date": QT_TRANSLATE_NOOP("packs", "{names} is in the past."),
    "forbidden_word": QT_TRANSLATE_NOOP("packs", "“{names}” is forbidden; a paste that holds it is refused."),
    "blocked_word": QT_TRANSLATE_NOOP(
        "packs", "“{names}” may not be published; it is on this shop's list of words that block."
    ),
    "shop_word": QT_TRANSLATE_NOOP("packs", "“{names}” is on this shop's list of forbidden words."),
    "doubtful_word": QT_TRANSLATE_NOOP("packs", "“{names}” is better not said."),
    "over_promise": QT_TRANSLATE_NOOP("packs", "“{names}” promises what may not be kept."),
    "other_network": QT_TRANSLATE_NOOP("packs", "Contact data of another network: {names}."),
    "hidden_letters": QT_TRANSLATE_NOOP("packs", "The text holds letters that nobody sees: {names}."),
    "lookalike_link": QT_TRANSLATE_NOOP(
        "packs", "The link {names} only looks like one of the platform's, or hides where it leads."
    ),
    "odd_link": QT_TRANSLATE_NOOP("packs", "“{names}” is no link to the web."),
    "placeholder_left": QT_TRANSLATE_NOOP("packs", "“{names}” is still to be filled in."),
    "too_long_for_client": QT_TRANSLATE_NOOP(
        "packs", "The message has {first} characters; the chat client takes {limit}."
    ),
}
ADVICE: Mapping[str, str] = {
    "not_found": QT_TRANSLATE_NOOP(
        "pack_advice",
        "Was it moved or renamed, or is its drive away? Choose the file again on the first page (Ctrl+1).",
    ),
    "bad_pack_id": QT_TRANSLATE_NOOP("pack_advice", "Write another pack id on the sheet of the pack."),
    "bad_id": QT_TRANSLATE_NOOP("pack_advice", "Write another id, or leave it empty."),
    "id_twice": QT_TRANSLATE_NOOP("pack_advice", "Give one of the two another id, or leave it empty."),
    "bad_image": QT_TRANSLATE_NOOP("pack_advice", "Put the picture in again as PNG, JPEG or GIF."),
    "images_too_large": QT_TRANSLATE_NOOP("pack_advice", "Make the pictures smaller, or leave some out."),
    "image_missing": QT_TRANSLATE_NOOP("pack_advice", "Put the picture in, or take it out of the phrase."),
    "no_such_activity": QT_TRANSLATE_NOOP(
        "pack_advice", "Write the name as it stands on the sheet of activities, or leave the cell empty."
    ),
    "no_such_phase": QT_TRANSLATE_NOOP(
        "pack_advice", "Write the name as it stands on the sheet of phases, or leave the cell empty."
    ),
    "nothing_in_it": QT_TRANSLATE_NOOP("pack_advice", "Write at least one phrase; the grey example rows are not read."),
    "duplicate": QT_TRANSLATE_NOOP("pack_advice", "Keep one of the two; give it both codes if both are in use."),
    "near_duplicate": QT_TRANSLATE_NOOP(
        "pack_advice", "Keep one, or leave both if they are meant for different buyers."
    ),
    "near_duplicate_figures": QT_TRANSLATE_NOOP(
        "pack_advice", "Compare the figures and delete the row that is out of date."
    ),
    "code_twice": QT_TRANSLATE_NOOP(
        "pack_advice", "Give one of them another code; until then agents are asked which one is meant."
    ),
    "word_twice": QT_TRANSLATE_NOOP("pack_advice", "Take the word away from one of the two kinds."),
    "code_of_no_phrase": QT_TRANSLATE_NOOP(
        "pack_advice", "Add a phrase with this code, or make sure that every agent has one."
    ),
    "unknown_variable": QT_TRANSLATE_NOOP(
        "pack_advice", "Correct the name between the braces, or add a default: {{name|default}}."
    ),
    "unknown_variable_like": QT_TRANSLATE_NOOP("pack_advice", "Correct the name between the braces."),
    "is_over": QT_TRANSLATE_NOOP("pack_advice", "Write a later moment, or delete the row."),
    "activity_over": QT_TRANSLATE_NOOP("pack_advice", "Write the new dates, or delete the activity."),
    "pack_expired": QT_TRANSLATE_NOOP(
        "pack_advice", "Write a later moment on the sheet of the pack, or leave the cell empty."
    ),
    "past_date": QT_TRANSLATE_NOOP("pack_advice", "Is it still right? Then leave it."),
    "forbidden_word": QT_TRANSLATE_NOOP(
        "pack_advice", "Say it in other words. Where it is harmless inside a longer word, add that word to the lists."
    ),
    "blocked_word": QT_TRANSLATE_NOOP(
        "pack_advice", "Say it in other words. Where it is harmless inside a longer word, add that word to the lists."
    ),
    "shop_word": QT_TRANSLATE_NOOP(
        "pack_advice", "Say it in other words. Where it is harmless inside a longer word, add that word to the lists."
    ),
    "doubtful_word": QT_TRANSLATE_NOOP(
        "pack_advice", "Say it in other words. Where it is harmless inside a longer word, add that word to the lists."
    ),
    "over_promise": QT_TRANSLATE_NOOP("pack_advice", "Promise only what the warehouse and the courier can keep."),
    "other_network": QT_TRANSLATE_NOOP("pack_advice", "Take it out; the platform punishes shops for it."),
    "hidden_letters": QT_TRANSLATE_NOOP(
        "pack_advice", "Delete the text of the cell and type it again, without pasting."
    ),
    "lookalike_link": QT_TRANSLATE_NOOP("pack_advice", "Open the page in the shop and copy its address from there."),
    "odd_link": QT_TRANSLATE_NOOP("pack_advice", "Write an address that begins with https://."),
    "placeholder_left": QT_TRANSLATE_NOOP("pack_advice", "Fill it in, or make it a variable: {{name}}."),
    "too_long_for_client": QT_TRANSLATE_NOOP(
        "pack_advice", "Cut it in parts with a line of --- between them, and set the output to parts."
    ),
    "not_a_duration": QT_TRANSLATE_NOOP("pack_advice", "Write the length with its unit."),
    "example_overwritten": QT_TRANSLATE_NOOP(
        "pack_advice", "Delete “（示例）” in the row if it is meant to go out, or delete the whole row."
    ),
    "unknown_kind": QT_TRANSLATE_NOOP("pack_advice", "Write the name as it stands on the sheet of order kinds."),
    "must_read_unknown": QT_TRANSLATE_NOOP(
        "pack_advice", "Take the mark away, or write the id as it stands in its row."
    ),
}
"""What to do about a finding."""
RULES: Mapping[str, str] = {
    "duplicate": QT_TRANSLATE_NOOP("pack_rules", "The same text twice"),
    "near_duplicate": QT_TRANSLATE_NOOP("pack_rules", "Nearly the same"),
    "near_duplicate_figures": QT_TRANSLATE_NOOP("pack_rules", "Same text, other figures"),
    "code_twice": QT_TRANSLATE_NOOP("pack_rules", "Codes used twice"),
    "word_twice": QT_TRANSLATE_NOOP("pack_rules", "Words used twice"),
    "code_of_no_phrase": QT_TRANSLATE_NOOP("pack_rules", "Codes without a phrase"),
    "unknown_variable": QT_TRANSLATE_NOOP("pack_rules", "Unknown variables"),
    "unknown_variable_like": QT_TRANSLATE_NOOP("pack_rules", "Misspelt variables"),
    "is_over": QT_TRANSLATE_NOOP("pack_rules", "Out of date"),
    "activity_over": QT_TRANSLATE_NOOP("pack_rules", "Activities that are over"),
    "past_date": QT_TRANSLATE_NOOP("pack_rules", "Past dates"),
    "pack_expired": QT_TRANSLATE_NOOP("pack_rules", "The pack has expired"),
    "forbidden_word": QT_TRANSLATE_NOOP("pack_rules", "Forbidden words"),
    "blocked_word": QT_TRANSLATE_NOOP("pack_rules", "Words that block"),
    "shop_word": QT_TRANSLATE_NOOP("pack_rules", "Words of the shop's list"),
    "doubtful_word": QT_TRANSLATE_NOOP("pack_rules", "Absolute words"),
    "over_promise": QT_TRANSLATE_NOOP("pack_rules", "Promises"),
    "other_network": QT_TRANSLATE_NOOP("pack_rules", "Other networks"),
    "hidden_letters": QT_TRANSLATE_NOOP("pack_rules", "Hidden letters"),
    "lookalike_link": QT_TRANSLATE_NOOP("pack_rules", "Look-alike links"),
    "odd_link": QT_TRANSLATE_NOOP("pack_rules", "Odd links"),
    "placeholder_left": QT_TRANSLATE_NOOP("pack_rules", "To be filled in"),
    "too_long_for_client": QT_TRANSLATE_NOOP("pack_rules", "Too long"),
    "image_unused": QT_TRANSLATE_NOOP("pack_rules", "Unused pictures"),
    "example_overwritten": QT_TRANSLATE_NOOP("pack_rules", "Example rows"),
    "activity_elsewhere": QT_TRANSLATE_NOOP("pack_rules", "Activities elsewhere"),
}
"""What findings of one rule have in common."""
