"""TRIAL: to be replaced by central.sample."""

import random
import time
from collections.abc import Iterator

from central.reference import read
import resources
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id, reference_id
from protocol.numbers import TicketNumber
from protocol.operations import Change, Operation, OperationType, Base
from protocol.records import *  # noqa
from protocol.records import Street, House, Category, Organisation
from protocol.times import HOUR, DAY, MINUTE
from protocol.vocabulary import *  # noqa
from protocol.wire import ChangesPage
from tests.desk import Log, PEOPLE, OPERATOR, DESK_ID, to_set
from protocol.records import Account, Desk, Contact, Applicant, Phone, Ticket, Assignment, Promise
from benchmarks.run import Scale

SEED = 1


def pages(scale: Scale) -> Iterator[ChangesPage]:
    dice = random.Random(SEED)
    log = Log()
    ref = read(resources.path("reference")) + read(resources.path("sample_city"))
    streets = [r for r in ref if isinstance(r, Street)]
    cats = [r for r in ref if isinstance(r, Category) and r.executor_kind]
    orgs = [r for r in ref if isinstance(r, Organisation)]
    houses = [House(id=reference_id("house", f"{s.name}{n}"), street_id=s.id, number=str(n), district="Деснянський") for s in streets for n in range(1, 40)]
    refs = [*PEOPLE, *ref, *houses]
    for i in range(0, len(refs), 500):
        log.add(*refs[i : i + 500])
    n = 0

    def op(type_, at, *changes):
        nonlocal n
        n += 1
        return Operation(op_id=new_id(at), n=n, type=type_, actor=OPERATOR.account_id, occurred_ms=at, hlc="0", changes=changes)

    def born(r):
        s = to_set(r)
        return Change(record=s.record, id=s.id, set=s.set)

    now = int(time.time() * 1000)
    start = now - 365 * DAY
    people = []
    cursor = None
    from protocol.cursor import START
    cursor = START
    for i in range(scale.tickets):
        at = start + i * 365 * DAY // scale.tickets
        if people and dice.random() < 0.6:
            applicant, number, house = people[int(len(people) * dice.random() ** 2.5)]
            new = ()
        else:
            house = dice.choice(houses)
            applicant = Applicant(id=new_id(at), name=f"Коваленко Олена {i}", house_id=house.id, address="вул. Шевченка, 5")
            number = f"+380{dice.randrange(500000000, 999999999)}"
            people.append((applicant, number, house))
            new = (applicant, Phone(id=new_id(at), applicant_id=applicant.id, number=number))
        c = dice.choice(cats)
        o = dice.choice(orgs)
        contact = Contact(id=new_id(at), channel=Channel.PHONE, received_at=at, entered_at=at, operator_id=OPERATOR.account_id, desk_id=DESK_ID, phone=number, applicant_id=applicant.id)
        t = Ticket(id=new_id(at), number=str(TicketNumber(26, f"{i // 99999:03d}", i % 99999 + 1)), contact_id=contact.id, category_id=c.id, text="Не горить ліхтар біля під'їзду вже третій день, темно, люди падають", address=f"вул. Шевченка, {house.number}", urgency=c.urgency, state=State.REGISTERED, result=Result.AWAITING, received_at=at, entered_at=at, due_at=at + c.deadline_hours * HOUR, attention_at=at + c.deadline_hours * HOUR * 3 // 4, registered_by=OPERATOR.account_id, desk_id=DESK_ID, applicant_id=applicant.id, phone=number, street_id=house.street_id, house_id=house.id, house=house.number, executor_id=o.id)
        a = Assignment(id=new_id(at), ticket_id=t.id, executor_id=o.id, assigned_at=at, assigned_by=OPERATOR.account_id, due_at=t.due_at, reason="бо так")
        p = Promise(id=new_id(at), ticket_id=t.id, said_at=at, said_by=OPERATOR.account_id, text="Зроблять до завтра", promised_at=t.due_at)
        log.apply(op("ticket.register", at, *map(born, (*new, contact, t, a, p))))
        moves = [(State.IN_WORK, Result.AWAITING), (State.ON_CHECK, Result.DONE), (State.CLOSED, Result.DONE)]
        if at > now - 20 * DAY and dice.random() < 0.3:
            moves = moves[: dice.randrange(3)]
        for k, (state, result) in enumerate(moves):
            when = at + (k + 1) * HOUR
            s = {"state": state, "result": result} | ({"closed_at": when} if state is State.CLOSED else {})
            log.apply(op("ticket.move", when, Change(record="ticket", id=t.id, set=s, base=Base(1)), Change(record="assignment", id=a.id, set={"state": state, "result": result}, base=Base(1))))
        while len(log.events) - cursor.seq >= 1000:
            page = log.page_after(cursor)
            from protocol.cursor import Cursor
            cursor = Cursor.parse(page.next)
            for j in range(page.events[0].seq - 1, cursor.seq):
                if j < cursor.seq - 1: log.events[j] = None
            yield page
    while True:
        page = log.page_after(cursor)
        cursor = Cursor.parse(page.next)
        yield page
        if not page.more: return
