"""Instants as people read them, in Europe/Kyiv (product rule 13)."""

from PySide6.QtCore import QCoreApplication

from protocol.times import DAY, HOUR, MINUTE, Instant, local

_DAYS_ALONE = 10
"""From so many days on hours no longer matter."""


def stamp(moment: Instant) -> str:
    """Return a date with its year and time: "23.11.2026 21:15"."""
    return f"{local(moment):%d.%m.%Y %H:%M}"


def clock_time(moment: Instant) -> str:
    """Return the time of day: "21:15"."""
    return f"{local(moment):%H:%M}"


def day_and_time(moment: Instant, now: Instant) -> str:
    """Return a time with as much of its day as is needed: "today 18:00", "25.11 23:59", "25.11.2025 23:59"."""
    day, today = local(moment), local(now)
    time = clock_time(moment)
    match (day.date() - today.date()).days:
        case 0:
            text = QCoreApplication.translate("moments", "today {time}")
        case 1:
            text = QCoreApplication.translate("moments", "tomorrow {time}")
        case -1:
            text = QCoreApplication.translate("moments", "yesterday {time}")
        case _:
            return f"{day:%d.%m} {time}" if day.year == today.year else stamp(moment)
    return text.format(time=time)


def time_left(moment: Instant, now: Instant) -> str:
    """Return how long it is until an instant, in short: "1 h 20 min", "3 d 4 h"; "−4 h 12 min" when it has passed."""
    length = span(abs(moment - now))
    return f"−{length}" if now - moment >= MINUTE else length


def span(milliseconds: int) -> str:
    """Return a length of time in its two largest units: "20 min", "1 h 20 min", "3 d 4 h", "12 d"."""
    days, rest = divmod(milliseconds, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes = rest // MINUTE
    if days >= _DAYS_ALONE or (days and not hours):
        text = QCoreApplication.translate("moments", "{days} d")
    elif days:
        text = QCoreApplication.translate("moments", "{days} d {hours} h")
    elif hours and minutes:
        text = QCoreApplication.translate("moments", "{hours} h {minutes} min")
    elif hours:
        text = QCoreApplication.translate("moments", "{hours} h")
    else:
        text = QCoreApplication.translate("moments", "{minutes} min")
    return text.format(days=days, hours=hours, minutes=minutes)
