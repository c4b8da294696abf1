"""The sandbox with real children: each limit, each thing they must not do, and that none of them stays."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.outside import sandbox
from claims.outside.sandbox import Limits, Reason, Stopped

Run = Callable[..., bytes]
BROKE_OFF = (
    "The reader broke off on this file, which may be damaged or made to do harm. Paste the text instead."
)
QUICK = Limits(seconds=0.6, cpu_seconds=1)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Run code in the sandbox; afterwards no process is left that has to do with it."""

    def start(code: str, data: bytes = b"", *, name: str = "guest", **more: object) -> bytes:
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        return sandbox.run(name, data, path=[str(tmp_path)], **more)

    yield start
    deadline = time.monotonic() + 5
    while left_over(str(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.02)  # the kernel ends the child of a server that was itself ended
    assert left_over(str(tmp_path)) == []


def left_over(mark: str) -> list[str]:
    """The command lines with ``mark`` in them, of all processes."""
    if not Path("/proc/self/stat").exists():  # macOS
        lines = subprocess.run(["ps", "-A", "-ww", "-o", "args="], capture_output=True, text=True).stdout
        return [line for line in lines.splitlines() if mark in line]
    return [line for folder in Path("/proc").glob("[0-9]*") if (line := shown(folder)) and mark in line]


def shown(process: Path) -> str:
    """The command line of a process; "" for one that has just gone."""
    try:
        return (process / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def stopped(run: Run, code: str, data: bytes = b"", **more: object) -> tuple[str, Reason]:
    with pytest.raises(Stopped) as caught:
        run(code, data, **more)
    return str(caught.value), caught.value.reason


# --- work ---------------------------------------------------------------------------------------------------


def test_a_module_reads_the_data_and_its_arguments_and_answers(run: Run):
    code = "import sys; print(sys.argv[1:], sys.stdin.buffer.read()[::-1].decode())"
    assert (
        run(code, "añb".encode("latin-1")[::2], arguments=["x y", "", "a\0b\ud800"])
        == b"['x y', '', 'ab?'] ba\n"
    )


def test_a_module_of_ours_needs_no_path():
    assert sandbox.run("claims.outside.amounts", b"unread") == b""


def test_much_goes_in_and_out_at_once(run: Run):
    code = "import sys\nwhile part := sys.stdin.buffer.read(9999): sys.stdout.buffer.write(part)"
    data = bytes(range(256)) * 20_000
    assert run(code, data) == data


def test_who_does_not_read_20_megabytes_still_answers(run: Run):
    assert run("print('done')", bytes(20_000_000)) == b"done\n"


def test_several_threads_run_children_at_once(run: Run):
    code = "import sys; print(sys.stdin.read() * 2)"
    with ThreadPoolExecutor(6) as threads:
        answers = threads.map(lambda number: run(code, b"%d" % number, name=f"guest{number}"), range(12))
    assert list(answers) == [b"%d%d\n" % (number, number) for number in range(12)]


def test_the_libraries_of_the_readers_work_within_the_limits(run: Run):
    code = """
import lxml.html, openpyxl, pypdfium2, trafilatura
page = "<html><body><article><p>" + "A long enough sentence stands here. " * 20 + "</p></article></body></html>"
print(lxml.html.fromstring(page).tag, trafilatura.extract(page)[:13], pypdfium2.PdfDocument.new().__len__())
"""
    assert run(code) == b"html A long enough 0\n"


# --- limits -------------------------------------------------------------------------------------------------


def test_sleeping_is_stopped_by_the_clock(run: Run):
    sentence = "Reading this file took more than 0.6 seconds and was stopped."
    assert stopped(run, "import time; time.sleep(60)", limits=QUICK) == (sentence, Reason.TIME)


def test_an_endless_loop_is_stopped_by_the_limit_on_computing(run: Run):
    sentence = "Reading this file took more than 1 second of computing and was stopped."
    assert stopped(run, "while True: pass", limits=Limits(cpu_seconds=1)) == (sentence, Reason.TIME)


@pytest.mark.parametrize(
    "code",
    [
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
        "import os, time; os.close(1); os.close(2); time.sleep(60)",
        "import os, time; os.close(0); time.sleep(60)",
        "import sys\nwhile True: sys.stderr.write('x' * 9999)",
    ],
    ids=["ignores SIGTERM", "closes its output", "closes its input", "complains without end"],
)
def test_no_behaviour_outlives_the_clock(run: Run, code: str):
    assert stopped(run, code, bytes(1_000_000), limits=QUICK)[1] == Reason.TIME


@pytest.mark.parametrize(
    "code",
    [
        "kept = bytearray(400_000_000)",
        "kept = []\nwhile True: kept.append('x' * 1_000_000)",
        "from lxml import etree; etree.fromstring('<a>' + '<b/>' * 2_500_000 + '</a>')",
    ],
    ids=["at once", "bit by bit", "in lxml"],
)
def test_memory(run: Run, code: str):
    sentence = "Reading this file needs more than 300 MB of memory and was stopped."
    limits = Limits(memory_bytes=300_000_000, cpu_seconds=5)
    assert stopped(run, code, limits=limits) == (sentence, Reason.MEMORY)


def test_output_without_end(run: Run):
    sentence = "This file gives more than 2 MB of text and was stopped."
    code = "while True: print('x' * 9999)"
    assert stopped(run, code, limits=Limits(output_bytes=2_000_000)) == (sentence, Reason.OUTPUT)


def test_output_may_be_as_long_as_the_limit_and_not_longer(run: Run):
    limits = Limits(output_bytes=1_000)
    assert run("print(end='x' * 1000)", limits=limits) == b"x" * 1_000
    assert stopped(run, "print(end='x' * 1001)", limits=limits)[1] == Reason.OUTPUT


def test_open_files(run: Run):
    code = """
kept = []
try:
    while True: kept.append(open(__file__))
except OSError as error:
    print(error.errno, len(kept) < 20)
"""
    assert run(code, limits=Limits(open_files=20)) == b"24 True\n"


@pytest.mark.parametrize(
    "code",
    [
        "import ctypes; ctypes.string_at(0)",
        "import os; os.abort()",
        "raise SystemExit(3)",
        "1 / 0",
        "syntax error",
    ],
)
def test_a_crash_is_a_sentence(run: Run, code: str):
    assert stopped(run, code) == (BROKE_OFF, Reason.CRASH)


def test_a_missing_module_is_a_crash_that_leaves_its_trace():
    with pytest.raises(Stopped, match="broke off") as caught:
        sandbox.run("claims.no_such_reader", b"")
    assert caught.value.trace.endswith("No module named claims.no_such_reader\n")


def test_the_trace_is_short_however_much_the_child_complains(run: Run):
    with pytest.raises(Stopped) as caught:
        run("import sys; sys.stderr.write('x' * 500_000); raise ValueError('last words')")
    assert len(caught.value.trace) <= sandbox.TRACE_BYTES
    assert caught.value.trace.endswith("ValueError: last words\n")


# --- what a child must not do -------------------------------------------------------------------------------


def refusal(code: str) -> str:
    return f"try:\n    {code}\n    print('done')\nexcept OSError as error: print(type(error).__name__)"


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.fork()",
        "import subprocess; subprocess.Popen(['sleep', '60'])",
        "import os; os.system('sleep 60 &')",
        "import os; os.execv('/bin/sleep', ['sleep', '60'])",
        "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
        "open(__file__, 'a')",
        "import os; os.remove(__file__)",
        "import pathlib; pathlib.Path(__file__).with_name('new').mkdir()",
        "import os; os.kill(os.getppid(), 9)",
        "import os; open(f'/proc/{os.getppid()}/environ')",
        "open('/etc/passwd')",
        "open('manage.py')",
    ],
)
def test_processes_and_files_are_refused(run: Run, tmp_path: Path, code: str):
    assert run(refusal(code)) == b"PermissionError\n"
    assert [path.name for path in tmp_path.iterdir()] == ["guest.py"]


def test_no_server_is_reached(run: Run):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=5)"
        assert run(refusal(code)) == b"PermissionError\n"
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_the_environment_of_the_server_stays_with_the_server(run: Run, monkeypatch: pytest.MonkeyPatch):
    for name in ("SECRET_KEY", "DATABASE_URL", "PYTHONPATH", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "a secret")
    names = run("import os; print(*sorted(os.environ))").decode().split()
    assert names == sorted(sandbox.ENVIRONMENT)


# --- nothing stays ------------------------------------------------------------------------------------------

SERVER = """
import signal, sys
from claims.outside import sandbox
for sign in (signal.SIGUSR1, signal.SIGINT):  # a shell's background job would have the second ignored
    signal.signal(sign, signal.default_int_handler)
sandbox.run("guest", b"", path=sys.argv[1:])
"""


@pytest.mark.parametrize("sign", [signal.SIGUSR1, signal.SIGINT])
def test_an_interrupted_server_takes_its_child_along(run: Run, tmp_path: Path, sign: signal.Signals):
    (tmp_path / "guest.py").write_text("import time; time.sleep(60)")
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(tmp_path)], cwd=sandbox.ROOT, stderr=subprocess.PIPE
    )
    while not any("claims.outside.jail" in line for line in left_over(str(tmp_path))):
        time.sleep(0.02)
    server.send_signal(sign)
    assert server.communicate()[1].endswith(b"KeyboardInterrupt\n")


FETCHED = """
import os, sys
from claims.outside import sandbox
try:
    sandbox.run("guest", b"", path=sys.argv[1:], limits=sandbox.Limits(seconds=0.3))
except sandbox.Stopped as stopped:
    print(stopped.reason)
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no child")
"""


def test_a_stopped_child_is_fetched(run: Run, tmp_path: Path):
    (tmp_path / "guest.py").write_text("import time; time.sleep(60)")
    command = [sys.executable, "-c", FETCHED, str(tmp_path)]
    done = subprocess.run(command, cwd=sandbox.ROOT, capture_output=True, text=True)
    assert done.stdout == "time\nno child\n"
