"""Phrases of other programs, one format a file, all with the same two functions; `writers` hold the way back.

`looks_like(path, head) -> bool` tells from the name and the head whether the file is of this format; the head is the
first 64 KB, or the first rows of a spreadsheet as UTF-8 text. `read(source, watch, columns) -> Reading` reads it all.
`reading.detect` asks the readers in the order of `reading.FORMATS`, the most particular first; `reading.read` does all
of it for a path, also for a folder. A format that is a whole folder has `claims(folder, names) -> bool` and
`read_folder(folder, watch) -> Reading` besides; in its places a file of the folder stands where a sheet stands.
"""
