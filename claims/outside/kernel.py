"""What the Linux kernel itself refuses this process from now on, native code included: network, programs, files.

Each function says whether the kernel took the rule; where it did not (macOS, old kernels, some containers), go on.
The rules hold for good, for this process and all its threads. Nothing here knows what the process will do.
"""

import ctypes
import errno
import os
import platform
import signal
import struct
import sys
from collections.abc import Iterable, Iterator

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
CLONE_THREAD, CLONE_NEWUSER, CLONE_NEWNET = 0x0001_0000, 0x1000_0000, 0x4000_0000


def end_with_the_parent() -> bool:
    """Be killed as soon as the thread that started this process is gone."""
    return _prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL))


def keep_privileges_down() -> bool:
    """No program started from here gains rights; the kernel asks for it before the rules below."""
    return _prctl(PR_SET_NO_NEW_PRIVS, 1)


def leave_the_network() -> bool:
    """Move to a network of our own without any interface; an ordinary user needs a user namespace for it."""
    if sys.platform != "linux":
        return False
    flags = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWUSER | CLONE_NEWNET
    return bool(_libc().unshare(flags) == 0)


# --- files: Landlock (Linux 5.13), Documentation/userspace-api/landlock.rst of the kernel -------------------

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same numbers on every machine
READ_FILE, READ_DIR = 1 << 2, 1 << 3
RIGHTS_OF_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1}  # from the third version on with truncation
RIGHTS = (1 << 15) - 1


def read_only(files: Iterable[str], folders: Iterable[str] = ()) -> bool:
    """Only ``files`` (and all below, if folders) can be read, ``folders`` listed, and nothing written or run."""
    if sys.platform != "linux" or (version := _syscall(CREATE_RULESET, None, 0, 1)) < 1:
        return False
    handled = ctypes.c_uint64(RIGHTS_OF_VERSION.get(version, RIGHTS))
    rules = _syscall(CREATE_RULESET, ctypes.byref(handled), ctypes.sizeof(handled), 0)
    if rules < 0:
        return False
    try:
        for path in files:
            _allow(rules, path, READ_FILE | (READ_DIR if os.path.isdir(path) else 0))
        for path in folders:
            _allow(rules, path, READ_DIR)
        return _syscall(RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_RDONLY)
    except OSError:
        return  # what is not there needs no rule
    try:
        _syscall(ADD_RULE, rules, 1, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)


# --- calls: seccomp, Documentation/userspace-api/seccomp_filter.rst of the kernel ---------------------------

MACHINES = {"x86_64": (0xC000_003E, 0), "aarch64": (0xC000_00B7, 1)}  # AUDIT_ARCH_…, column in the table
FORBIDDEN = {  # call: its number on x86_64 and on aarch64 (None: not there)
    "socket": (41, 198), "socketpair": (53, 199), "io_uring_setup": (425, 425),
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438), "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "setpgid": (109, 154), "setsid": (112, 157), "unshare": (272, 97),
    "setns": (308, 268), "mount": (165, 40), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "add_key": (248, 217), "keyctl": (250, 219), "creat": (85, None),
    "truncate": (76, 45), "mkdir": (83, None), "mkdirat": (258, 34), "rmdir": (84, None),
    "unlink": (87, None), "unlinkat": (263, 35), "rename": (82, None), "renameat": (264, 38),
    "renameat2": (316, 276), "link": (86, None), "linkat": (265, 37), "symlink": (88, None),
    "symlinkat": (266, 36), "mknod": (133, None), "mknodat": (259, 33), "chmod": (90, None),
    "fchmodat": (268, 53), "chown": (92, None), "fchownat": (260, 54), "open_by_handle_at": (304, 265),
}  # fmt: skip
ABSENT = {"clone3": (435, 435), "openat2": (437, 437)}  # their flags lie in memory; libc takes the older ones
CLONE, OPEN, OPENAT = (56, 220), (2, None), (257, 56)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # BPF, linux/bpf_common.h
NUMBER, MACHINE, ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
PASS, REFUSE = 0x7FFF_0000, 0x0005_0000  # the errno is added to the latter
OTHER_ABI = 0x4000_0000  # x86_64 numbers from here on are those of x32


def refuse_calls() -> bool:
    """Sockets, programs, processes (not threads), signals, tracing and writing to files fail with EPERM."""
    machine = platform.machine()
    if sys.platform != "linux" or machine not in MACHINES:
        return False
    code = b"".join(_filter(*MACHINES[machine]))
    steps = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HP", len(code) // 8, ctypes.addressof(steps))
    return _prctl(PR_SET_SECCOMP, 2, program)


def _filter(audit: int, column: int) -> Iterator[bytes]:
    """The program, one step after the other; a jump names how many steps to leave out if true, if false."""
    no = REFUSE | errno.EPERM
    yield from (_step(LOAD, MACHINE), _step(EQUAL, audit, 1, 0), _step(RETURN, no))
    yield from (_step(LOAD, NUMBER), _step(AT_LEAST, OTHER_ABI, 0, 1), _step(RETURN, no))
    for number in _numbers(FORBIDDEN.values(), column):
        yield from (_step(EQUAL, number, 0, 1), _step(RETURN, no))
    for number in _numbers(ABSENT.values(), column):
        yield from (_step(EQUAL, number, 0, 1), _step(RETURN, REFUSE | errno.ENOSYS))
    for call, argument, bits, refused in (
        (CLONE, 0, CLONE_THREAD, False),
        (OPEN, 1, WRITING, True),
        (OPENAT, 2, WRITING, True),
    ):
        for number in _numbers([call], column):
            yield from (_step(EQUAL, number, 0, 4), _step(LOAD, ARGUMENTS + 8 * argument))
            yield from (_step(ANY_BIT, bits, 0, 1), _step(RETURN, no if refused else PASS))
            yield _step(RETURN, PASS if refused else no)
    yield _step(RETURN, PASS)


def _numbers(calls: Iterable[tuple[int | None, int | None]], column: int) -> list[int]:
    return [number for call in calls if (number := call[column]) is not None]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


# --- calling the kernel -------------------------------------------------------------------------------------


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _syscall(number: int, *arguments: object) -> int:
    function = _libc().syscall
    function.restype = ctypes.c_long
    words = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return int(function(ctypes.c_long(number), *words))


def _prctl(option: int, value: int, more: bytes | None = None) -> bool:
    if sys.platform != "linux":
        return False
    rest = (more, 0, 0) if more is not None else (0, 0, 0)
    words = [ctypes.c_ulong(each) if isinstance(each, int) else each for each in (value, *rest)]
    return int(_libc().prctl(option, *words)) == 0
