"""What can be wrong with a pack, in English source sentences.

The rule: `{names}` are all names of the finding, `{first}` is the first and `{rest}` the others (`{second}` and
`{last}` are one of them), `{limit}` its limit.
"""

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "bad_pack_id": "“{names}” cannot name a pack: letters, digits, dots, dashes and underscores, 64 at the most, and "
    "not one of the program's own names.",
    "bad_id": "“{names}” cannot be an id: letters, digits, dots, dashes and underscores, 64 at the most.",
    "id_twice": "The id “{first}” stands in row {rest} already.",
    "not_a_list": "“{names}” is not a list.",
    "no_offset": "The moment {names} does not say its offset; write it as 2026-11-11T20:00:00+08:00.",
    "bad_image": "The picture {names} is not what its name says, or is no PNG, JPEG or GIF.",
    "images_too_large": "The pictures have more than {limit} MB together.",
    "image_missing": "The picture {names} is not in the pack.",
    "image_unused": "Nothing uses the picture {names}.",
    "path_out": "“{names}” leads to a file, a share or a script; only links to the web may be in a pack.",
    "must_read_unknown": "“{names}” is marked as must-read, and nothing in the pack has this id.",
    "no_such_activity": "No activity of the pack is called “{names}”.",
    "no_such_phase": "The activity has no phase called “{names}”.",
    "activity_elsewhere": "It holds only during an activity that is not in the pack ({names}); until that activity is "
    "there it is not said.",
    "nothing_in_it": "There is nothing in the pack.",
    "two_heads": "The pack is described in row {names} already.",
    "not_a_duration": "“{names}” is not a length of time; write it as 30 min, 72 h or 3 days.",
    "group_too_deep": "The group is nested more than {limit} deep.",
    "not_one_moment": "A reminder is so long after the order was placed or so long before it closes: one of both.",
    "not_above_zero_time": "The length of time must be more than nothing.",
    "unknown_kind": "No kind of order is called “{names}”.",
    "example_overwritten": "The row begins with the mark of an example, so it is not published.",
}
CHECKING: Mapping[str, str] = {
    "pack_expired": "The pack has expired; agents' programs refuse it.",
    "duplicate": "The same text as “{first}” (row {rest}).",
    "near_duplicate": "Nearly the same text as “{first}” (row {rest}).",
    "near_duplicate_figures": "Nearly the same text as “{first}” (row {rest}), with other figures: is one of them old?",
    "code_twice": "The code {first} is used twice; “{second}” has it too (row {last}).",
    "word_twice": "The word {first} means two kinds of orders; “{second}” has it too (row {last}).",
    "code_of_no_phrase": "No phrase of the pack has the code {names}; the reminder needs one of the agent's own.",
    "unknown_variable": "No fact is called “{names}”; without a default the phrase cannot be pasted.",
    "unknown_variable_like": "No fact is called “{first}”; is “{rest}” meant?",
    "is_over": "“{names}” is over; nobody could paste it.",
    "activity_over": "The activity “{names}” is over.",
    "past_date": "{names} is in the past.",
    "forbidden_word": "“{names}” is forbidden; a paste that holds it is refused.",
    "blocked_word": "“{names}” may not be published; it is on this shop's list of words that block.",
    "shop_word": "“{names}” is on this shop's list of forbidden words.",
    "doubtful_word": "“{names}” is better not said.",
    "over_promise": "“{names}” promises what may not be kept.",
    "other_network": "Contact data of another network: {names}.",
    "hidden_letters": "The text holds letters that nobody sees: {names}.",
    "lookalike_link": "The link {names} only looks like one of the platform's, or hides where it leads.",
    "odd_link": "“{names}” is no link to the web.",
    "placeholder_left": "“{names}” is still to be filled in.",
    "too_long_for_client": "The message has {first} characters; the chat client takes {limit}.",
}
SENTENCES: Mapping[str, str] = {**READING, **CHECKING}
