"""What can be wrong with a pack, in English source sentences.

The rule: `{names}` are all names of the finding, `{first}` is the first and `{rest}` the others, `{limit}` its limit.
"""

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "newer_format": "This pack was written for a newer version of the program ({names}). Update the program.",
    "bad_pack_id": "“{names}” cannot name a pack: letters, digits, dots, dashes and underscores, 64 at the most, and "
    "not one of the program's own names.",
    "no_pack_id": "The pack has no id. Write one on the sheet that describes the pack.",
    "bad_id": "“{names}” cannot be an id: letters, digits, dots, dashes and underscores, 64 at the most.",
    "id_twice": "The id “{first}” stands in row {rest} already.",
    "not_a_list": "“{names}” is not a list.",
    "no_offset": "The moment {names} does not say its offset; write it as 2026-11-11T20:00:00+08:00.",
    "bad_image": "The picture {names} is not what its name says, or is no PNG, JPEG or GIF.",
    "images_too_large": "The pictures have more than {limit} MB together.",
    "image_missing": "The picture {names} is not in the pack.",
    "image_unused": "Nothing uses the picture {names}.",
    "must_read_unknown": "“{names}” is marked as must-read, and nothing in the pack has this id.",
    "no_such_activity": "No activity of the pack is called “{names}”.",
    "no_such_phase": "The activity has no phase called “{names}”.",
    "activity_elsewhere": "It holds only during an activity that is not in the pack ({names}); until that activity is "
    "there it is not said.",
    "nothing_in_it": "There is nothing in the pack.",
    "two_heads": "The pack is described in row {names} already.",
    "not_a_duration": "“{names}” is not a length of time; write it as 30 min, 72 h or 3 days.",
    "too_deep": "The group is nested more than {limit} deep.",
    "not_one_moment": "A reminder is so long after the order was placed or so long before it closes: one of both.",
    "not_above_zero_time": "The length of time must be more than nothing.",
    "unknown_kind": "No kind of order is called “{names}”.",
}
SENTENCES: Mapping[str, str] = READING
