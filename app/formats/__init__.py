"""Foreign files, one format a file, all with the same two functions.

`looks_like(path, head) -> bool` tells from the name and the first 64 KB whether a reader is worth asking;
`read(path, watch, columns) -> Reading` reads it all. A reader raises `BadFile` or `Cancelled` and nothing else; it runs
nothing that it finds in a file. `detect` asks the readers in the order of `FORMATS`, the most particular first.
"""
