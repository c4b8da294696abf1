"""What Python's own doors refuse inside the jail; whole children are tried in test_sandbox.py."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from claims.outside import jail

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("event", "details"),
    [
        ("socket.__new__", ()),
        ("socket.connect", ()),
        ("socket.getaddrinfo", ()),
        ("subprocess.Popen", ()),
        ("os.system", (b"true",)),
        ("os.fork", ()),
        ("os.exec", ()),
        ("os.posix_spawn", ()),
        ("os.kill", (1, 9)),
        ("os.remove", ("/code/a.py", -1)),
        ("os.rename", ("/code/a.py", "/code/b.py", -1, -1)),
        ("resource.setrlimit", ()),
        ("sqlite3.connect", ()),
        ("open", ("/code/a.py", "w", os.O_WRONLY)),
        ("open", (b"/code/a.py", "r+", os.O_RDWR)),
        ("open", ("/code/../secret", "r", os.O_RDONLY)),
        ("open", ("/codebook", "r", os.O_RDONLY)),
        ("open", (Path("/secret"), "r", os.O_RDONLY)),
        ("open", ("/proc/self/environ", "r", os.O_RDONLY)),
    ],
)
def test_refused(event: str, details: tuple):
    with pytest.raises(PermissionError, match="is refused here"):
        jail.refusals(["/code"])(event, details)


@pytest.mark.parametrize(
    ("event", "details"),
    [
        ("open", ("/code/a.py", "r", os.O_RDONLY)),
        ("open", (b"/code/sub/a.py", None, os.O_RDONLY | os.O_CLOEXEC)),
        ("open", ("/code", None, os.O_RDONLY)),
        ("open", (1, "w", os.O_WRONLY)),
        ("import", ("json", None, None, None, None)),
        ("ctypes.dlopen", ("libpdfium.so",)),
    ],
)
def test_permitted(event: str, details: tuple):
    assert jail.refusals(["/code"])(event, details) is None


def test_a_reader_may_open_code_and_libraries_but_not_the_folder_of_the_settings(tmp_path: Path):
    places = jail.readable_places(str(ROOT), [str(tmp_path), str(ROOT), ""])
    assert {str(ROOT / "claims"), str(tmp_path), "/usr/share"} <= set(places)
    assert not {str(ROOT), "/", "/etc", "/proc", "/usr"} & set(places)


def test_limits_are_lowered_and_never_raised():
    code = """
import resource
from claims.outside import jail
resource.setrlimit(resource.RLIMIT_NOFILE, (20, 30))
jail.lower_limits(7, 900_000_000, 64)
kinds = (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
print([resource.getrlimit(kind) for kind in kinds])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[(7, 8), (30, 30), (0, 0), (0, 0)]\n"
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 64  # ours are as they were


def test_what_counts_as_out_of_memory():
    short = type("XMLSyntaxError", (SyntaxError,), {"code": 2})
    broken = type("XMLSyntaxError", (SyntaxError,), {"code": 4})
    errors = [MemoryError(), short(), broken(), ValueError()]
    assert [jail.ran_out_of_memory(error) for error in errors] == [True, True, False, False]
