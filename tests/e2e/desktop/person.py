"""One operator's part of the story: keys by xdotool, the screen read through the accessibility tree.

Run by Debian's own Python, where gi lives; prints what the operator read, a line each.
"""

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

PATIENCE = 40.0
TRIES = 5
_FRAMES = (Atspi.Role.PAGE_TAB, Atspi.Role.FILLER, Atspi.Role.PANEL)
NUMBER = re.compile(r"\d{2}-\d{3}-\d{5}-\d{2}")


def main() -> None:
    """Take the call that rings."""
    Atspi.init()
    window = until(find_window, "the console's window")
    take_ringing_call(window)


def take_ringing_call(window: Any) -> None:
    """Answer what rings, register it and print its slip as PDF."""
    until(lambda: "123-45-67" in screen(window), "the ringing call")
    press("ctrl+F9")
    register(window, "Попова 47 кв 12", "не горить ліхтар", "Не світить ліхтар біля третього під'їзду")
    press("F5")
    until(lambda: any(is_in_front(each) for each in windows() if each.get_name().startswith("Наряд")), "the preview")
    press("Return")
    until(lambda: len(windows()) == 1, "the preview closes")
    say("slip printed")


def register(window: Any, address: str, category: str, text: str) -> None:
    """Fill the intake by keyboard and read the number aloud."""
    before = set(NUMBER.findall(screen(window)))
    until(lambda: focused(window) is not None, "a field to type in")
    type_in(window, address)
    press("Return")
    while focused_name(window) != "Категорія":
        press("Tab")
    type_in(window, category)
    press("Return")
    type_in(window, text)
    press("ctrl+Return")
    number = until(lambda: next(iter(set(NUMBER.findall(screen(window))) - before), None), "the number")
    say(f"number {number}")


def screen(window: Any) -> str:
    """Return everything a screen reader could say of the window now."""
    return "\n".join(texts(window))


def texts(window: Any) -> Iterator[str]:
    """Yield the names below a window; what vanishes meanwhile is passed over."""
    for node in walk(window):
        try:
            yield node.get_name() or ""
        except GLib.GError:
            continue


def focused(window: Any) -> Any:
    """Return the field with the focus, or None; Qt calls the tab in front and its frames focused too."""
    for node in walk(window):
        try:
            is_focused = node.get_state_set().contains(Atspi.StateType.FOCUSED)
            if is_focused and node.get_role() not in _FRAMES:
                return node
        except GLib.GError:
            continue
    return None


def focused_name(window: Any) -> str:
    """Return the name of the field with the focus, or nothing."""
    field = focused(window)
    return "" if field is None else field.get_name()


def walk(node: Any, depth: int = 16) -> Iterator[Any]:
    """Yield every node below one; lists and tables are not entered, what vanishes meanwhile is passed over."""
    try:
        children = [node.get_child_at_index(place) for place in range(node.get_child_count())]
        is_list = node.get_role() in (Atspi.Role.TABLE, Atspi.Role.LIST, Atspi.Role.TREE)
    except GLib.GError:
        return
    for child in children if depth and not is_list else ():
        if child is not None:
            yield child
            yield from walk(child, depth - 1)


def windows() -> list[Any]:
    """Return the console's windows."""
    desktop = Atspi.get_desktop(0)
    applications = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    found = next((each for each in applications if each is not None and each.get_name() == "contact-console"), None)
    return [] if found is None else [found.get_child_at_index(place) for place in range(found.get_child_count())]


def is_in_front(window: Any) -> bool:
    """Tell whether a window hears the keys."""
    return bool(window.get_state_set().contains(Atspi.StateType.ACTIVE)) and focused(window) is not None


def find_window() -> Any:
    """Return the console's first window, or None."""
    return next(iter(windows()), None)


def press(keys: str) -> None:
    """Press a combination of keys."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)
    time.sleep(0.15)


def type_in(window: Any, text: str) -> None:
    """Type a text into the field with the focus and, as a person does, again when a key was missed."""
    read = ""
    for attempt in range(TRIES):
        subprocess.run(["xdotool", "type", "--delay", str(40 * (attempt + 1)), text], check=True)
        field = until(lambda: focused(window), "a field with the focus")
        for _ in range(TRIES):
            time.sleep(0.2)
            read = Atspi.Text.get_text(field, 0, -1)
            if read == text:
                return
        for keys in ("End", "shift+Home", "BackSpace"):
            press(keys)
    raise SystemExit(f"{text!r} cannot be typed, {read!r} stands there")


def until(condition: Callable[[], Any], what: str) -> Any:
    """Wait for a condition and return its answer."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answer := condition():
            return answer
        time.sleep(0.1)
    window = find_window()
    raise SystemExit(f"waited in vain: {what}; the screen says:\n{screen(window) if window else 'nothing'}")


def say(text: str) -> None:
    """Report what was read."""
    print(text, flush=True)


if __name__ == "__main__":
    main()
