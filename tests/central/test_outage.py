"""The database goes down as in a power cut: what was answered stays, and work goes on when it is back."""

import threading
from collections.abc import Iterator

import pytest
import requests

from central.importing import import_records
from protocol.cursor import START
from protocol.operations import OperationType, encode_operation
from protocol.problems import ProblemType
from protocol.wire import OperationStatus
from tests.central.centre import RunningCentre
from tests.central.city import RECORDS
from tests.central.wire_desk import WireDesk, problem_of
from tests.postgres import PostgresCluster, StopMode

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def at_work(postgres: PostgresCluster) -> Iterator[WireDesk]:
    """Yield a desk at a centre over PostgreSQL."""
    with RunningCentre(postgres.database("outage")) as centre:
        import_records(centre.database, RECORDS, centre.clock)
        desk = WireDesk(centre, centre.add_account("koval"))
        yield desk
        desk.close()


def test_a_centre_outlives_its_database(at_work: WireDesk, postgres: PostgresCluster) -> None:
    ticket_id = at_work.register()
    note = at_work.operation(OperationType.NOTE_ADD, [at_work.note(ticket_id)])
    postgres.stop(StopMode.IMMEDIATE)
    try:
        answers = [
            at_work.post("ops", at_work.batch([encode_operation(note)])),
            at_work.get("changes", after=str(START)),
            requests.get(f"{at_work.centre.url}/health", timeout=10),
        ]
    finally:
        postgres.start()
    for response in answers:
        assert response.status_code == 503
        assert response.headers["Retry-After"].isdecimal()
        assert problem_of(response).type is ProblemType.OVERLOADED
    assert at_work.push(note).results[0].status is OperationStatus.APPLIED
    at_work.pull()
    assert at_work.ticket(ticket_id)["address"] == "вул. Попова, 47"
    timer = threading.Timer(0.3, at_work.do, (OperationType.NOTE_ADD, at_work.note(ticket_id)))
    timer.start()
    at_work.take(at_work.page(at_work.cursor, wait=10))
    timer.join()
    assert len(list(at_work.of_kind("note", ticket_id=str(ticket_id)))) == 2
