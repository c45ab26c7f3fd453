import json

import pytest

from tools.licences import NoLicence, Part, libraries, sbom, third_party

METADATA = "Metadata-Version: 2.4\nName: {name}\nVersion: 1.2.0\nLicense-Expression: MIT\n"


def installed(site, name, texts=("LICENSE",)):
    folder = site / f"{name}-1.2.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text(METADATA.replace("{name}", name), "utf-8")
    for text in texts:
        (folder / "licenses" / text).write_text(f"Text of {text}", "utf-8")


def part(name, *texts):
    return Part(name, "1.0", "MIT", "", texts, f"pkg:pypi/{name}@1.0")


def test_only_what_the_program_needs_is_listed(tmp_path):
    installed(tmp_path, "Msg_Spec")
    installed(tmp_path, "pytest")

    assert [each.name for each in libraries(tmp_path, {"msg-spec"})] == ["msg-spec"]


def test_all_texts_of_a_library_are_taken(tmp_path):
    installed(tmp_path, "pynacl", ("LICENSE", "LICENSE.libsodium.txt", "NOTICE"))

    (found,) = libraries(tmp_path, {"pynacl"})

    assert found.texts == ("Text of LICENSE", "Text of LICENSE.libsodium.txt", "Text of NOTICE")
    assert (found.version, found.licence) == ("1.2.0", "MIT")


def test_a_library_without_a_licence_stops_the_build(tmp_path):
    installed(tmp_path, "careless", ())

    with pytest.raises(NoLicence):
        libraries(tmp_path, {"careless"})


def test_a_text_that_several_share_stands_there_once(tmp_path):
    text = third_party([part("one", "The same words"), part("two", "The same words"), part("three", "Other words")])

    assert text.count("The same words") == 1
    assert "The text stands above, under one." in text
    assert "Other words" in text


def test_the_list_for_machines_names_every_part_once_and_is_the_same_every_time():
    parts = [part("one", "x"), part("two", "y")]

    told = json.loads(sbom(parts, "0.1.0"))

    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert [each["purl"] for each in told["components"]] == ["pkg:pypi/one@1.0", "pkg:pypi/two@1.0"]
    assert told["metadata"]["component"]["version"] == "0.1.0"
    assert sbom(parts, "0.1.0") == sbom(parts, "0.1.0")
