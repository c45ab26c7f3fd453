from tools.import_closure import missing


def test_what_a_module_of_ours_imports_and_was_left_out_is_told() -> None:
    written = "excluded module named fsspec - imported by app.system.shares.web_files (top-level)"

    assert missing(written) == ["fsspec is not in the bundle, and app.system.shares.web_files imports it."]


def test_a_part_of_a_package_in_quotes_is_told_with_each_of_ours_that_imports_it() -> None:
    written = "missing module named 'fsspec.spec' - imported by numpy (optional), app.a (top-level), db.b (delayed)"

    assert missing(written) == ["fsspec.spec is not in the bundle, and app.a, db.b imports it."]


def test_what_only_libraries_ask_for_is_theirs_to_do_without() -> None:
    assert missing("missing module named tomli - imported by alembic.util.compat (conditional)") == []


def test_what_is_known_to_be_missing_is_no_fault() -> None:
    written = "missing module named 'fsspec.implementations.smb' - imported by app.system.shares.smb_files (top-level)"

    assert missing(written) == []


def test_the_words_around_the_lines_are_no_lines() -> None:
    assert missing("This file lists modules PyInstaller was not able to find. app (top-level)\n\n") == []
