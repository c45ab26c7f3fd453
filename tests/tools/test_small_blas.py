"""The few functions that stand in for OpenBLAS in the bundle for Windows, under numpy's own core."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
COMPILER = shutil.which("cc") or shutil.which("gcc")
CHECK = """
import sys
sys.path.insert(0, sys.argv[1])
import tools.without_lapack
import numpy as np

assert np.__file__.startswith(sys.argv[1]), np.__file__
count, state = 0, 1


def drawn(kind, *shape):
    global state
    values = []
    for _ in range(int(np.prod(shape)) * 2):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        values.append(state / 0x40000000 - 1)
    whole = np.array(values[::2]) + 1j * np.array(values[1::2])
    return (whole if np.dtype(kind).kind == "c" else whole.real).reshape(shape).astype(kind)


def same(got, wanted):
    global count
    count += 1
    assert np.allclose(got, wanted, atol=1e-4), (got, wanted)


def multiplied(a, b):
    return (a[:, :, None] * b[None, :, :]).sum(1)


for kind in ("f4", "f8", "c8", "c16"):
    for m, k, n in ((1, 1, 1), (3, 5, 4), (9, 17, 6)):
        for a in (drawn(kind, m, k), drawn(kind, k, m).T, drawn(kind, m, 2 * k)[:, ::2]):
            for b in (drawn(kind, k, n), drawn(kind, n, k).T):
                whole = multiplied(a, b)
                same(a @ b, whole)
                same(a @ b[:, 0], whole[:, 0])
                same(a[0] @ b, whole[0])
                same(np.dot(a[0], b[:, 0]), whole[0, 0])
                same(np.dot(a[0, ::-1], b[::-1, 0]), whole[0, 0])
                same(a @ a.T, multiplied(a, a.T))
                same(a.T @ a, multiplied(a.T, a))
                same(np.vdot(a[0], b[:, 0]), (a[0].conj() * b[:, 0]).sum())
                same(np.inner(a, b.T), whole)
out = np.full((3, 3), np.nan)
same(np.matmul(np.ones((3, 2)), np.ones((2, 3)), out=out), np.full((3, 3), 2.0))
try:
    np.linalg.inv(np.ones((2, 2)))
except NotImplementedError as told:
    assert "numpy.linalg" in str(told)
else:
    raise AssertionError("a number came out of nowhere")
print(count)
"""


@pytest.mark.skipif(sys.platform != "linux" or COMPILER is None, reason="there is no compiler to try it with")
def test_numpy_multiplies_right_with_the_small_blas_and_refuses_to_solve_equations(tmp_path: Path) -> None:
    home = Path(np.__file__).parent
    libraries = home.parent / "numpy.libs"
    if not any(libraries.glob("libscipy_openblas64_*")):
        pytest.skip("this numpy brings no OpenBLAS to take the place of")
    shutil.copytree(home, tmp_path / "numpy", ignore=shutil.ignore_patterns("tests", "f2py", "_umath_linalg*", "*.pyi"))
    shutil.copytree(libraries, tmp_path / "numpy.libs")
    blas = next((tmp_path / "numpy.libs").glob("libscipy_openblas64_*"))
    source = str(ROOT / "tools" / "small_blas.c")
    subprocess.run([COMPILER or "", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", source, "-o", str(blas)], check=True)

    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 500
