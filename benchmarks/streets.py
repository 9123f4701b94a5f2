"""A city of ten thousand streets: the sample's own, and as many named after people as it takes."""

from itertools import islice, product
from uuid import uuid4

import msgspec

import resources
from console.store.database import Database
from protocol.cursor import Cursor
from protocol.events import Event, EventBody, EventKind, RecordSet, encode_body, next_chain
from protocol.ids import reference_id
from protocol.records import Street
from protocol.times import Instant
from protocol.wire import ChangesPage

_COUNT = 10_000
_STREETS_AN_EVENT = 500


class _Names(msgspec.Struct):
    surnames: list[tuple[str, str]]  # of men and of women
    male: list[tuple[str, str, str]]  # first names with the patronymics made of them
    female: list[str]


def add_streets(database: Database, now: Instant) -> list[str]:
    """Bring a page with the streets, as the centre would send it, and return their names."""
    names = _names()
    streets = [Street(id=reference_id("street", f"benchmark {name}"), name=name, kind="вулиця") for name in names]
    place, _ = database.replica.place()
    seq, chain, events = place.seq, place.chain, []
    for first in range(0, len(streets), _STREETS_AN_EVENT):
        sets = tuple(_set(street) for street in streets[first : first + _STREETS_AN_EVENT])
        body = encode_body(EventBody(type="reference.import", occurred_ms=now, recorded_ms=now, sets=sets))
        seq, op_id = seq + 1, uuid4()
        chain = next_chain(chain, seq, EventKind.SYSTEM, op_id, body)
        events.append(Event(seq, chain.hex(), EventKind.SYSTEM, op_id, msgspec.Raw(body)))
    end = str(Cursor(place.epoch, seq, chain))
    database.apply(ChangesPage(start=str(place), next=end, head=seq, durable_seq=0, more=False, events=tuple(events)))
    return names


def _names() -> list[str]:
    text = resources.path("sample_city", "names.json").read_bytes()
    names = msgspec.json.decode(text, type=_Names)
    men = (f"{first} {surname}" for (first, *_), (surname, _) in product(names.male, names.surnames))
    women = (f"{first} {surname}" for first, (_, surname) in product(names.female, names.surnames))
    return list(islice((name for pair in zip(men, women, strict=False) for name in pair), _COUNT))


def _set(street: Street) -> RecordSet:
    values = msgspec.to_builtins(street)
    del values["id"]
    return RecordSet("street", street.id, values)
