"""The intake form: from the first word of a call to a number, with every key kept on the disk."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from console.errors import Refusal, Refused
from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import Caller, IntakeService, Place, Problem, Registered
from console.services.shift import Shift
from console.store.database import Database
from console.store.drafts import SavedDraft
from console.store.history import PersonRow
from console.ui.busy import busy
from console.ui.intake import draft as drafting
from console.ui.intake.actions_bar import ActionsBar
from console.ui.intake.address_section import AddressSection
from console.ui.intake.caller_section import CallerSection
from console.ui.intake.category_section import CategorySection
from console.ui.intake.details_section import DetailsSection
from console.ui.intake.draft import CallerDraft, Cursor, IntakeDraft
from console.ui.intake.draft_keeper import DraftKeeper
from console.ui.intake.number_page import NumberPage
from console.ui.intake.work_section import WorkSection
from console.ui.look.banner import Banner, BannerKind
from console.ui.look.card import Card
from console.ui.look.labels import ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.look.notices import NoticeKind, Notices
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill
from console.ui.reference import Reference
from console.ui.telling import telling
from console.ui.words import Words
from protocol.phones import PhoneSite
from protocol.times import Clock, Instant, local
from protocol.vocabulary import ConsultationKind
