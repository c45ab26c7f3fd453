"""The commands of `qindesk`, a file each: `add(commands, common)` tells the grammar, and what it names does the work.

The rule: telling the grammar imports nothing, because every start of the window passes through it.
"""
