"""What a dispatch slip says."""

from dataclasses import dataclass

from protocol.times import Instant
from protocol.vocabulary import Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """One printing of a dispatch slip: only what a crew needs (product rule 19).

    An empty text leaves its line out of the page.
    """

    centre_name: str
    number: str  # of the ticket
    copy: int  # 1 is the first printing, later ones are marked ПОВТОРНО
    printed_at: Instant
    executor_name: str
    urgency: Urgency
    due_at: Instant
    registered_at: Instant
    operator_code: str
    street: str  # with its type: "вул. Гетьмана Полуботка"; or the whole address as said
    category: str
    text: str  # as the caller told it, newlines kept

    house: str = ""
    former_street: str = ""
    district: str = ""
    entrance: str = ""
    floor: str = ""
    flat: str = ""
    door_code: str = ""
    landmark: str = ""
    place: str = ""  # yard, basement, pole number
    hazard: str = ""  # wires, gas, a dog
    access: str = ""  # when someone is at home, who has the key
    applicant_name: str = ""
    phone: str = ""  # as people read it: "(067) 123-45-67"
    incident_reports: int = 0  # tickets under the incident, 0 outside one
    is_sample: bool = False  # invented data: the page says so
