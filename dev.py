"""Sets up this checkout and runs what a developer runs; needs nothing but Python."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

USAGE = """\
python3 dev.py COMMAND [arguments]

  demo  [arguments]         show the centre and a desk at work (on a screen of its own where there is none)
  test  [--quick] [pytest]  run the whole gate; --quick leaves out slow, postgres and desktop tests
  bench [group] [options]   measure: --scale 1y|10y, --json FILE
  run   [arguments]         start the console from this checkout
  translations              bring resources/translations up to date with the source texts
  lock  [uv options]        write requirements.lock anew from pyproject.toml
"""

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
TRANSLATIONS = ROOT / "resources" / "translations"
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
PYTHONS = [(3, 11), (3, 12), (3, 13)]

# What Qt needs of a bare Debian 12: to start, to print, to open a window on an X server.
QT_PACKAGES = (
    *("libgl1", "libegl1", "libfontconfig1", "libglib2.0-0", "libdbus-1-3", "libxkbcommon0", "libbrotli1"),
    "libcups2",
)
WINDOW_PACKAGES = (
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
SCREEN_PACKAGES = ("xvfb",)
READING_PACKAGES = ("poppler-utils", "zbar-tools")  # tests read slips back from PDF and bar codes from pictures
KEYBOARD_PACKAGES = ("openbox", "xdotool", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi", "dbus-x11")
POSTGRES_PACKAGES = ("postgresql",)


def main() -> int:
    """Run the command named on the command line and return its exit code."""
    commands = {"demo": demo, "test": test, "bench": bench, "run": run, "translations": translations, "lock": lock}
    name, *arguments = sys.argv[1:] or [""]
    if name not in commands:
        print(USAGE, end="")
        return 0 if name in {"help", "-h", "--help"} else 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    try:
        return commands[name](arguments)
    except KeyboardInterrupt:
        return 130


def demo(arguments: Sequence[str]) -> int:
    """Show the product at work, on a private screen when this machine has none."""
    screenless = not has_screen()
    set_up((*QT_PACKAGES, *WINDOW_PACKAGES, *(SCREEN_PACKAGES if screenless else ())))
    command = [program("python"), "-m", "tests.e2e.demo"]
    if not screenless:
        return call([*command, *arguments])
    with private_screen() as settings:
        return call([*command, "--unattended", *arguments], settings)


def test(arguments: Sequence[str]) -> int:
    """Run every step of the gate, say how long each took, and fail when one failed."""
    quick = "--quick" in arguments
    selection = ["-m", "not slow and not postgres and not desktop"] if quick else []
    selection += [argument for argument in arguments if argument != "--quick"]
    desktop = (*WINDOW_PACKAGES, *SCREEN_PACKAGES, *KEYBOARD_PACKAGES)
    set_up((*QT_PACKAGES, *READING_PACKAGES, *(() if quick else (*desktop, *POSTGRES_PACKAGES))))
    steps = [
        Step("format", ["ruff", "format", "--check"]),
        Step("lint", ["ruff", "check"]),
        Step("types", ["mypy"]),
        Step("imports", ["lint-imports", "--no-logo"]),
        *(
            Step(f"translations {ts.stem}", [*release_command(ts), "-fail-on-unfinished"])
            for ts in sorted(TRANSLATIONS.glob("*.ts"))
        ),
        Step("tests", ["python", "-m", "pytest", *selection]),
    ]
    return report([perform(step) for step in steps])


def bench(arguments: Sequence[str]) -> int:
    """Measure speed beside raw baselines."""
    set_up((*QT_PACKAGES, *POSTGRES_PACKAGES))
    settings = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    return call([program("python"), "-m", "benchmarks", *arguments], settings)


def run(arguments: Sequence[str]) -> int:
    """Start the console from this checkout."""
    set_up((*QT_PACKAGES, *WINDOW_PACKAGES))
    return call([program("contact-console"), *arguments])


def translations(arguments: Sequence[str]) -> int:
    """Take new source texts into the translations and drop those no longer used."""
    set_up(())
    TRANSLATIONS.mkdir(exist_ok=True)
    for language in ("uk", "en"):
        require([*update_command(TRANSLATIONS / f"{language}.ts"), "-no-obsolete", *arguments], "Reading the texts")
    build_translations()
    return 0


def lock(arguments: Sequence[str]) -> int:
    """Write requirements.lock anew, for every supported system and Python, without any download address."""
    set_up(())
    oldest = ".".join(map(str, PYTHONS[0]))
    options = ["--universal", "--python-version", oldest, "--all-extras", "--generate-hashes"]
    plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet", "--system-certs"]
    return call([program("uv"), "pip", "compile", *options, *plain, *arguments, "pyproject.toml", "-o", LOCK.name])


def update_command(ts: Path) -> list[str]:
    """Return the command that takes the console's texts into a translation file named by its language.

    The source is English: its own file holds nothing but the plural forms.
    """
    command = [program("pyside6-lupdate"), "-silent", "-locations", "none", "-extensions", "py"]
    command += ["-source-language", "en", "-target-language", ts.stem]
    return [*command, *(["-pluralonly"] if ts.stem == "en" else []), "console", "-ts", str(ts)]


class Step(NamedTuple):
    """Names one step of the gate and the program of the environment it runs."""

    name: str
    command: list[str]


class Outcome(NamedTuple):
    """Tells how a step of the gate ended and how many seconds it took."""

    name: str
    passed: bool
    seconds: float


def perform(step: Step) -> Outcome:
    """Run one step of the gate."""
    print(f"\n=== {step.name}", flush=True)
    start = time.monotonic()
    code = call([program(step.command[0]), *step.command[1:]], {"QT_QPA_PLATFORM": "offscreen"})
    return Outcome(step.name, code == 0, time.monotonic() - start)


def report(outcomes: Sequence[Outcome]) -> int:
    """Print how each step ended and return the exit code of the gate."""
    print()
    for outcome in outcomes:
        print(f"{outcome.name:<20}{outcome.seconds:>8.1f} s  {'passed' if outcome.passed else 'FAILED'}")
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    print(f"The gate is closed by: {', '.join(failed)}." if failed else "The gate is open: every step passed.")
    return 1 if failed else 0


def set_up(packages: Sequence[str]) -> None:
    """Provide the system packages, the virtual environment and the built translations."""
    if sys.version_info[:2] not in PYTHONS:
        stop(f"This is Python {sys.version.split()[0]}; the console needs Python 3.11, 3.12 or 3.13.")
    if sys.platform == "win32":
        if "postgresql" in packages:
            require_postgres_of_windows()
    elif shutil.which("apt-get"):
        provide_packages(packages)
    else:
        print("There is no apt-get here: the libraries named in dev.py must come from this system's own packages.")
    provide_environment()
    build_translations()


def require_postgres_of_windows() -> None:
    """Stop and say which command installs PostgreSQL when this Windows has none."""
    folder = Path(os.environ.get("PROGRAMFILES", "C:/Program Files"), "PostgreSQL")
    if not any(folder.glob("*/bin/initdb.exe")):
        stop("PostgreSQL is missing. Install it with this command:\n  winget install PostgreSQL.PostgreSQL.17")


def provide_packages(packages: Sequence[str]) -> None:
    """Install the missing Debian packages, or say which one command does."""
    if importlib.util.find_spec("ensurepip") is None:
        packages = (*packages, f"python3.{sys.version_info.minor}-venv")
    present = installed_packages()
    missing = [package for package in packages if package not in present]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if sys.platform != "win32" and os.geteuid() != 0:
        stop(f"System packages are missing. Install them with this command:\n  sudo {shlex.join(command)}")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    settings = {"DEBIAN_FRONTEND": "noninteractive", "PATH": f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"}
    require(["apt-get", "update", "-qq"], "Reading the package lists", settings)
    with no_main_cluster() if "postgresql" in missing else contextlib.nullcontext():
        require([*command, "-qq"], "Installing system packages", settings, stdout=subprocess.DEVNULL)


def installed_packages() -> set[str]:
    """Return the names of the installed Debian packages and of what they stand in for."""
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}, ${Provides}\n"],
        capture_output=True,
        text=True,
        check=True,
    )
    installed = [line.partition("\t")[2] for line in listing.stdout.splitlines() if line.startswith("installed\t")]
    return {entry.split()[0] for line in installed for entry in line.split(",") if entry.strip()}


@contextlib.contextmanager
def no_main_cluster() -> Iterator[None]:
    """Keep Debian from making and starting a database cluster of its own while PostgreSQL is installed."""
    switch = Path("/etc/postgresql-common/createcluster.d/console-no-main-cluster.conf")
    switch.parent.mkdir(parents=True, exist_ok=True)
    switch.write_text("create_main_cluster = false\n", encoding="ascii")
    try:
        yield
    finally:
        switch.unlink()


def provide_environment() -> None:
    """Make the virtual environment and install the locked packages, unless that is done already."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    wanted = [str(ROOT), version, digest]  # programs in an environment hold its place: a moved one is made anew
    stamp = ENVIRONMENT / "set-up.txt"
    recorded = stamp.read_text(encoding="utf-8").splitlines() if stamp.exists() else []
    if recorded == wanted and Path(program("python")).exists():
        return
    if environment_version() != version or recorded[:1] not in ([], [str(ROOT)]):
        print("Making the virtual environment .venv.", flush=True)
        require([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "Making .venv")
    print("Installing the locked packages; the first time takes a minute.", flush=True)
    install = [program("python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK.name]
    require([*install, *locked], "Installing the locked packages")
    # compat: the checkout itself goes on the path, so packages added to it later are found as well
    itself = ["--no-deps", "--no-build-isolation", "--config-settings", "editable_mode=compat", "-e", "."]
    require([*install, *itself], "Installing the console's own commands")
    stamp.write_text("\n".join(wanted), encoding="utf-8")


def environment_version() -> str | None:
    """Return the Python version of the virtual environment, or None when there is none that works."""
    question = "import sys; print(f'{sys.version_info.major}.{sys.version_info.minor}')"
    try:
        answer = subprocess.run([program("python"), "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return answer.stdout.strip()


def build_translations() -> None:
    """Compile the translations that changed since they were compiled last."""
    for ts in TRANSLATIONS.glob("*.ts"):
        qm = ts.with_suffix(".qm")
        if not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
            name, *options = release_command(ts)
            require([program(name), *options], "Compiling the translations")


def release_command(ts: Path) -> list[str]:
    """Return the command that compiles one translation file."""
    return ["pyside6-lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))]


def has_screen() -> bool:
    """Tell whether windows can be opened here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def private_screen() -> Iterator[Mapping[str, str]]:
    """Run a virtual screen and yield the settings that bring windows onto it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C reaches the demo, which then still has a screen to close its windows on
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            stop("The virtual screen (Xvfb) did not start.")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def program(name: str) -> str:
    """Return the path of a program of the virtual environment."""
    return str(PROGRAMS / (f"{name}.exe" if sys.platform == "win32" else name))


def call(command: Sequence[str], settings: Mapping[str, str] | None = None, stdout: int | None = None) -> int:
    """Run a command in the checkout, with settings added to its environment, and return its exit code."""
    environment = {**os.environ, **(settings or {})}
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=stdout, check=False).returncode


def require(
    command: Sequence[str], doing: str, settings: Mapping[str, str] | None = None, stdout: int | None = None
) -> None:
    """Run a command that must succeed, or stop saying what could not be done."""
    if call(command, settings, stdout) != 0:
        stop(f"{doing} failed; the lines above say why.")


def stop(sentence: str) -> NoReturn:
    """End with a sentence that says what is wrong and what to do."""
    print(sentence, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    sys.exit(main())
