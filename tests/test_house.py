"""The house's own rules, those that no linter knows: tests, names, lengths, settings, locks."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("base", "server", "dev")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "services", "base", "misc"}
NAMED_BY_DJANGO = {Path("factcheck/sqlite/base.py")}  # a database backend is asked for by this name


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would add, as paths from the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return sorted({Path(name) for name in names if (ROOT / name).is_file()})


def text_of(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def is_room(path: Path) -> bool:
    """Whether a file is a module someone wrote: no migration, no package marker without content."""
    if "migrations" in path.parts:
        return False
    return path.name != "__init__.py" or bool(text_of(path).strip())


MODULES = [path for path in tracked("claims/*.py", "factcheck/*.py", "benchmarks/*.py") if is_room(path)]
TESTED = [
    path
    for path in MODULES
    if path.parts[0] != "benchmarks" and path.name not in ("__init__.py", "asgi.py", "wsgi.py")
]


def mirror_of(module: Path) -> Path:
    """claims/text/sentences.py → tests/text/test_sentences.py; a command → tests/commands/test_NAME.py."""
    folders = [part for part in module.parts[:-1] if part != "claims"]
    if "commands" in folders:
        folders.remove("management")
    return Path("tests", *folders, f"test_{module.stem.strip('_')}.py")


# --- modules --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("claims/lifecycle.py", "tests/test_lifecycle.py"),
        ("claims/text/readers/html.py", "tests/text/readers/test_html.py"),
        ("claims/management/commands/seed.py", "tests/commands/test_seed.py"),
        ("claims/management/walk.py", "tests/management/test_walk.py"),
        ("factcheck/settings.py", "tests/factcheck/test_settings.py"),
    ],
)
def test_the_tests_mirror_the_app(module: str, test: str):
    assert mirror_of(Path(module)) == Path(test)


def test_every_module_has_its_test_file():
    missing = [
        f"{module} needs {mirror_of(module)}" for module in TESTED if not (ROOT / mirror_of(module)).exists()
    ]
    assert missing == []


def test_every_module_says_what_lives_there():
    silent = [str(path) for path in MODULES if not ast.get_docstring(ast.parse(text_of(path)))]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    paths = [path for path in tracked("*.py") if path not in NAMED_BY_DJANGO]
    parts = [(str(path), {*path.with_suffix("").parts} & FORBIDDEN_NAMES) for path in paths]
    assert [(path, names) for path, names in parts if names] == []


def test_no_file_is_longer_than_300_lines():
    paths = [path for path in tracked("*.py") if "migrations" not in path.parts]
    lengths = {str(path): text_of(path).count("\n") for path in paths}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_test_folders_are_no_packages():
    assert tracked("tests/**/__init__.py", "tests/__init__.py") == []


# --- settings and commands ------------------------------------------------------------------------------


def test_every_setting_read_is_in_the_example_file():
    read = re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', text_of("factcheck/settings.py"))
    named = re.findall(r"^#([A-Z_]+)=", text_of(".env.example"), re.MULTILINE)
    assert sorted(named) == sorted({*read, "POSTGRES_PASSWORD"})  # the last one is for compose.yaml


def test_the_example_file_changes_nothing_until_something_is_uncommented():
    lines = text_of(".env.example").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_every_make_target_is_in_the_readme():
    targets = re.findall(r"^([a-z-]+):.*## ", text_of("Makefile"), re.MULTILINE)
    readme = text_of("README.md")
    assert [name for name in targets if f"make {name}" not in readme and f"`{name}`" not in readme] == []


# --- locks ----------------------------------------------------------------------------------------------

PIN = re.compile(r"^([a-z0-9-]+(?:\[[a-z,]+\])?)==([0-9a-z.]+)( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(lock: str) -> dict[str, set[str]]:
    """Names to versions (one for each marker) of a lock file."""
    found: dict[str, set[str]] = {}
    for line in text_of(f"requirements/{lock}.txt").splitlines():
        if match := PIN.match(line):
            found.setdefault(re.sub(r"\[.*", "", match[1]), set()).add(match[2])
    return found


def wanted(lock: str) -> list[Requirement]:
    project = tomllib.loads(text_of("pyproject.toml"))
    extras = project["project"]["optional-dependencies"]
    more = {
        "base": [],
        "server": [*extras["postgres"], *extras["redis"]],
        "dev": project["dependency-groups"]["dev"],
    }
    return [Requirement(line) for line in [*project["project"]["dependencies"], *more[lock]]]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_no_addresses(lock: str):
    lines = text_of(f"requirements/{lock}.txt").splitlines()
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []
    unhashed = [a for a, b in zip(lines, [*lines[1:], ""], strict=True) if PIN.match(a) and not HASH.match(b)]
    assert unhashed == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_gives_what_the_project_asks_for(lock: str):
    locked = pins(lock)
    unmet = [
        str(requirement)
        for requirement in wanted(lock)
        if not (versions := locked.get(requirement.name.lower(), set()))
        or not all(requirement.specifier.contains(version) for version in versions)
    ]
    assert unmet == []


@pytest.mark.parametrize("lock", ["server", "dev"])
def test_the_locks_agree_with_each_other(lock: str):
    locked = pins(lock)
    assert {name: locked.get(name) for name in pins("base")} == pins("base")


# --- what must not be committed -------------------------------------------------------------------------

MACHINE = re.compile(
    r"--(extra-)?index-url|https?://[^ ]*/simpl[e]/?|\.\./share[d]/"  # a registry, the neighbours
    r"|(?<![\w.])/(home|User[s]|roo[t]|wor[k])/[a-z]"  # someone's own folders
)


def test_no_file_names_a_machine_or_a_registry():
    found = []
    for path in tracked():
        try:
            lines = text_of(path).splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{path}:{number}" for number, line in enumerate(lines, 1) if MACHINE.search(line)]
    assert found == []


def test_no_third_party_files_are_copied_in():
    assert tracked("*.min.js", "*.min.css", "*.woff", "*.woff2", "*.ttf", "*.otf") == []
