"""The kernel's refusals, tried with calls of the C library that Python itself does not see."""

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = """
import ctypes, errno, json, os, sys, threading, time
from claims.outside import kernel
libc = ctypes.CDLL(None, use_errno=True)

def tried(name, *arguments):
    "The error number of a call, 0 when it went through."
    return ctypes.get_errno() if getattr(libc, name)(*arguments) == -1 else 0

kernel.keep_privileges_down()
"""


def said(code: str, *arguments: str) -> list:
    """What a new Python prints as JSON, after ``code`` had the kernel refuse things."""
    command = [sys.executable, "-c", START + code, *arguments]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)


CALLS = {
    "a socket": "tried('socket', 2, 1, 0)",
    "a pair of sockets": "tried('socketpair', 1, 1, 0, (ctypes.c_int * 2)())",
    "a process": "tried('fork')",
    "a program": "tried('execv', b'/bin/sh', None)",
    "a signal to the parent": "tried('kill', os.getppid(), 0)",
    "a new session": "tried('setsid')",
    "a file to write": "tried('open', sys.argv[1].encode(), os.O_WRONLY)",
    "a file to make": "tried('creat', sys.argv[2].encode(), 0o600)",
    "a file to remove": "tried('unlink', sys.argv[1].encode())",
    "a file to rename": "tried('rename', sys.argv[1].encode(), sys.argv[2].encode())",
    "a folder": "tried('mkdir', sys.argv[2].encode(), 0o700)",
}


def test_calls_are_refused_to_native_code(tmp_path: Path):
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    code = f"print(json.dumps([kernel.refuse_calls(), [{', '.join(CALLS.values())}]]))"
    refused, errors = said(code, str(kept), str(tmp_path / "new"))
    expected = dict.fromkeys(CALLS, errno.EPERM)
    assert not refused or dict(zip(CALLS, errors, strict=True)) == expected
    assert not refused or [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    assert refused == (sys.platform == "linux" and os.uname().machine in ("x86_64", "aarch64"))


def test_threads_and_reading_still_work_when_calls_are_refused():
    code = """
kernel.refuse_calls()
seen = []
thread = threading.Thread(target=lambda: seen.append(len(open("claims/outside/kernel.py").read()) > 0))
thread.start()
thread.join()
print(json.dumps(seen))
"""
    assert said(code) == [True]


def test_only_the_named_places_can_be_read(tmp_path: Path):
    for name in ("open", "listed", "closed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    code = """
taken = kernel.read_only([sys.argv[1], "/no/such/place"], [sys.argv[2]])
read = [tried("open", f"{folder}/file".encode(), os.O_RDONLY) for folder in sys.argv[1:]]
names = [tried("open", folder.encode(), os.O_RDONLY | os.O_DIRECTORY) for folder in sys.argv[1:]]
written = [tried("open", f"{folder}/file".encode(), os.O_WRONLY) for folder in sys.argv[1:]]
process = tried("open", f"/proc/{os.getppid()}/environ".encode(), os.O_RDONLY)
print(json.dumps([taken, read, names, written, process]))
"""
    taken, *answers = said(code, *(str(tmp_path / name) for name in ("open", "listed", "closed")))
    no = errno.EACCES
    assert not taken or answers == [[0, no, no], [0, 0, no], [no, no, no], no]
    assert taken or answers[0] == [0, 0, 0]  # what the kernel did not take changes nothing


def test_the_network_is_left_where_the_kernel_lets_us():
    code = """
import socket
left = kernel.leave_the_network()
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5).close()
    reached = True
except OSError:
    reached = False
print(json.dumps([left, reached]))
"""
    with socket.create_server(("127.0.0.1", 0)) as server:
        left, reached = said(code, str(server.getsockname()[1]))
    assert reached == (not left)


CHILD = """
import time
from claims.outside import kernel
print(kernel.end_with_the_parent(), flush=True)
time.sleep(0.5)
print("survived")
"""
PARENT = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', sys.argv[1]]); sys.stdin.readline()"


def test_a_process_ends_with_the_one_that_started_it():
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", PARENT, CHILD], cwd=ROOT, **pipes) as parent:
        tied = parent.stdout.readline()
        parent.kill()
        assert parent.stdout.read() == {"True\n": "", "False\n": "survived\n"}[tied]
