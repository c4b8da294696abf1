"""The child's side of the sandbox: gives up rights, then runs one module as a program. Started by sandbox.py only.

Three layers, each of which may be missing without the others failing: limits of the process (everywhere; macOS does
not enforce the memory one), rules of the kernel (Linux, also for native code), refusals of Python's own doors.
"""

import os
import resource
import runpy
import sys
from collections.abc import Callable, Sequence

from claims.outside import kernel

OUT_OF_MEMORY = 81  # how the process ends when memory is short; sandbox.py knows it

# Names of docs.python.org/3/library/audit_events.html
REFUSED = {
    "subprocess.Popen", "pty.spawn", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn",
    "os.system", "os.kill", "os.killpg", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link",
    "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.lchown", "os.utime", "os.setxattr",
    "os.removexattr", "resource.prlimit", "resource.setrlimit", "sqlite3.connect",
}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SYSTEM_FILES = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share", "/System/Library", "/nix/store",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/dev/null", "/dev/urandom",
)  # fmt: skip


def main(cpu: str, memory: str, files: str, parent: str, folders: str, module: str, *arguments: str) -> None:
    """Run ``module`` with ``arguments`` under limits: seconds, bytes, open files; ``folders`` come last on the path."""
    sys.path.extend(filter(None, folders.split(os.pathsep)))
    readable = readable_places(sys.path[0], sys.path[1:])
    lower_limits(int(cpu), int(memory), int(files))
    confine(readable, sys.path[0])
    if os.getppid() != int(parent):
        sys.exit("the parent has gone")
    sys.addaudithook(refusals(readable))
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except Exception as error:
        if ran_out_of_memory(error):
            os._exit(OUT_OF_MEMORY)  # at once: what comes after it would need memory
        raise


def ran_out_of_memory(error: Exception) -> bool:
    """MemoryError, or what lxml makes of libxml2's XML_ERR_NO_MEMORY: a syntax error of its own with code 2."""
    return isinstance(error, MemoryError) or (
        type(error).__name__ == "XMLSyntaxError" and getattr(error, "code", None) == 2
    )


def readable_places(root: str, path: Sequence[str]) -> tuple[str, ...]:
    """What a reader may open: the claims package below ``root``, the folders of ``path``, shared libraries.

    Not the root itself (it holds the settings and the database) and not the process files of the server.
    """
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    libraries = (os.path.join(base, "lib") for base in (sys.prefix, sys.base_prefix))
    given = [each for each in path if each and os.path.realpath(each) != os.path.realpath(root)]
    places = [own, *given, *libraries, *SYSTEM_FILES]
    return tuple(dict.fromkeys([*map(os.path.abspath, places), *map(os.path.realpath, places)]))


def lower_limits(cpu: int, memory: int, files: int) -> None:
    """Seconds of computing, bytes of address space, open files; no byte to a file, no memory image after a crash."""
    _lower(resource.RLIMIT_CPU, cpu, cpu + 1)  # a signal at the first, the end at the second
    _lower(resource.RLIMIT_AS, memory, memory)
    _lower(resource.RLIMIT_NOFILE, files, files)
    _lower(resource.RLIMIT_FSIZE, 0, 0)
    _lower(resource.RLIMIT_CORE, 0, 0)
    if sys.platform != "linux":  # there threads would count as well, and seccomp refuses the processes
        _lower(resource.RLIMIT_NPROC, 1, 1)


def _lower(kind: int, soft: int, hard: int) -> None:
    """Set a limit, never above the one that is there; a system that does not know it goes without."""
    ceiling = resource.getrlimit(kind)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):
        return


def confine(readable: Sequence[str], root: str) -> None:
    """The kernel's rules; the network first, as a new namespace is one of the calls refused in the end."""
    kernel.leave_the_network()
    kernel.keep_privileges_down()
    kernel.end_with_the_parent()
    kernel.read_only(readable, [root])
    kernel.refuse_calls()


def refusals(readable: Sequence[str]) -> Callable[[str, tuple[object, ...]], None]:
    """An audit hook: PermissionError for sockets, programs, processes, writing, and reading anywhere else."""
    inside = tuple(place.rstrip(os.sep) + os.sep for place in readable)

    def check(event: str, details: tuple[object, ...]) -> None:
        if event in REFUSED or event.startswith("socket."):
            raise PermissionError(f"{event} is refused here")
        if event == "open" and not isinstance(details[0], int):
            path, flags = os.fspath(details[0]), details[2]  # type: ignore[call-overload]
            name = os.path.abspath(os.fsdecode(path)) + os.sep
            if (isinstance(flags, int) and flags & WRITING) or not name.startswith(inside):
                raise PermissionError(f"opening {name[:-1]} is refused here")

    return check


if __name__ == "__main__":
    main(*sys.argv[1:])
