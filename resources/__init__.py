"""Icons, translations, packs and tables that ship with the program."""
