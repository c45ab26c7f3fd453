"""Custom phrases of the Sogou input method."""

from pathlib import Path

import pytest

from app.core.imports.reading import Reason
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, told

TEXT = ";说明\r\nfh,1=亲，今天发货 /:^_^\r\ndz,2=\r\n第一行\r\n\r\n第二行=x\r\n;完\r\nrq,3=#$year年\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("name", ["phrases.ini", "phrases.txt"])
def test_codes_and_texts_of_several_lines_are_read_in_every_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    reading = read_file(put(tmp_path, name, TEXT, encoding))

    assert reading.format == "sogou"
    assert [(found.codes, found.spot.line) for found in reading.found] == [(("fh",), 2), (("dz",), 3), (("rq",), 8)]
    assert bodies(reading) == ["亲，今天发货 /:^_^", "第一行\n\n第二行=x", "#$year年"]


def test_expressions_of_the_input_method_stay_text_and_are_told(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.ini", TEXT))

    assert [(problem.spot.line, problem.names) for problem in told(reading, Reason.VARIABLE)] == [(8, ("#$year",))]
