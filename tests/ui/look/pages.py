"""The pages of the gallery: every widget of the look in its states."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.ui.look import fonts
from console.ui.look.banner import Banner, BannerKind
from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.card import Card
from console.ui.look.chip import Chip
from console.ui.look.field import FormField
from console.ui.look.icons import IconLabel, Symbol, icon
from console.ui.look.labels import DurationLabel, ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.look.notices import NoticeKind, Notices
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill

_URGENCIES = {
    Tone.CRITICAL: "Аварійна термінова",
    Tone.EMERGENCY: "Аварійна",
    Tone.ROUTINE: "Звичайна",
    Tone.INFO: "Інформаційна",
    Tone.LOW: "Планова",
    Tone.OK: "Виконано",
}


def widgets_page() -> QWidget:
    """Return a window with every widget in its states."""
    page = QWidget()
    page.resize(1366, 1010)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(_bar())
    for kind, action, lead, rest in (
        (
            BannerKind.OFFLINE,
            "Спробувати зараз",
            "Немає звʼязку із сервером з 08:52.",
            "Звернення зберігаються на цьому компʼютері й надішлються самі. Довідник станом на 03.11.2026 06:00.",
        ),
        (BannerKind.WARNING, None, "Годинник компʼютера відстає на 4 хв.", "Час звернень береться із сервера."),
        (
            BannerKind.DANGER,
            "Приєднати  F6",
            "Аварія на теплотрасі: вул. Попова, 2–58.",
            "Орієнтовно до 18:00, наступне повідомлення о 14:30.",
        ),
        (BannerKind.INFO, None, "Оновлення 1.4 готове.", "Встановиться після закриття програми."),
    ):
        banner = Banner(kind, action)
        banner.say(lead, rest)
        layout.addWidget(banner)
    columns = QHBoxLayout()
    columns.setContentsMargins(8, 8, 8, 8)
    columns.setSpacing(8)
    for column in (_left(), _centre(), _right()):
        columns.addLayout(column, 1)
    layout.addLayout(columns, 1)
    notices = Notices(page)
    notices.tell("Наряд 00-1841-7 надруковано на SLIP-A5", NoticeKind.DONE)
    notices.tell(
        "Не вдалося надрукувати: черга принтера SLIP-A5 не приймає завдань. Наряд збережено як PDF.",
        NoticeKind.ERROR,
        "PrinterRefused: SLIP-A5",
    )
    return page


def icons_page() -> QWidget:
    """Return a window with every icon in four sizes."""
    page = QWidget()
    grid = QGridLayout(page)
    for number, symbol in enumerate(Symbol):
        cell = QHBoxLayout()
        for size in (16, 18, 24, 40):
            cell.addWidget(IconLabel(symbol, "text", size))
        cell.addWidget(QLabel(symbol.value), 1)
        grid.addLayout(cell, number // 5, number % 5)
    return page


def _bar() -> QWidget:
    bar = QFrame()
    dress(bar, Look.BAR)
    bar.setFixedHeight(58)
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(14, 6, 12, 6)
    layout.setSpacing(12)
    layout.addWidget(IconLabel(Symbol.PHONE_TALK, "bar_talking", 28))
    timer = DurationLabel("Тривалість розмови")
    timer.show_seconds(167)
    layout.addWidget(timer)
    names = QVBoxLayout()
    names.setSpacing(0)
    phone = QLabel("(067) 123-45-67")
    dress(phone, Look.TITLE)
    names.addWidget(phone)
    names.addWidget(_muted("Шевчук Єва Гнатівна · 4-й дзвінок за місяць"))
    layout.addLayout(names)
    layout.addStretch(1)
    layout.addWidget(IconLabel(Symbol.PHONE_RINGING, "bar_ringing", 24))
    layout.addWidget(_muted("найдовше чекає 01:12"))
    layout.addWidget(Button("Утримати", "F7", Symbol.PAUSE, icon_tint="on_bar", bind=False))
    layout.addWidget(Button("Переадресувати", "F8", Symbol.TRANSFER, icon_tint="on_bar", bind=False))
    off = Button("Прийняти", "F4", Symbol.PHONE_BACK, icon_tint="on_bar", bind=False)
    off.setEnabled(False)
    layout.addWidget(off)
    layout.addWidget(Button("Завершити", "F9", Symbol.PHONE_END, look=Look.DANGER))
    return bar


def _left() -> QVBoxLayout:
    layout = QVBoxLayout()
    queue = Card("Черга звернень")
    queue.add_at_end(Pill("2 аварійні", Tone.CRITICAL))
    queue.add_at_end(Pill("1 прострочене", Tone.EMERGENCY))
    for row in (
        (("Мої", None, 4, True), ("Нові", None, 12, False), ("Увага", Tone.EMERGENCY, 3, False)),
        (("Прострочені", Tone.CRITICAL, 1, True), ("На перевірці", None, 0, False), ("Район", None, None, False)),
    ):
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for label, tone, count, checked in row:
            chip = Chip(label, tone)
            chip.set_count(count)
            chip.setChecked(checked)
            chips.addWidget(chip)
        chips.addStretch(1)
        queue.body.addLayout(chips)
    search = QLineEdit()
    search.setPlaceholderText("Пошук: номер, адреса, телефон…  Ctrl+F")
    search.addAction(icon(Symbol.SEARCH), QLineEdit.ActionPosition.LeadingPosition)
    queue.body.addWidget(search)
    queue.body.addWidget(sample_table())
    layout.addWidget(queue, 1)
    pills = Card("Терміновість", Symbol.FLAG)
    for tone, words in _URGENCIES.items():
        pills.body.addWidget(Pill(words, tone))
    layout.addWidget(pills)
    return layout


def _centre() -> QVBoxLayout:
    layout = QVBoxLayout()
    form = Card("Звернення № 2026-001841")
    form.add_beside_title(Pill("Аварійна", Tone.EMERGENCY))
    form.add_at_end(_muted("чернетка 09:07:51"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    street = FormField("&Вулиця", QLineEdit("вул. Ґонти"))
    street.set_hint("Колишня вул. Кірова · Новозаводський район")
    house = FormField("&Будинок", QLineEdit("12-Ї"))
    house.set_error("Такого будинку немає: є 12, 12-А, 14")
    fixed = QLineEdit("до 10:05 (1 год)")
    fixed.setReadOnly(True)
    off = QLineEdit("3 / 47")
    off.setEnabled(False)
    topic = QComboBox()
    topic.addItem("Водопостачання › Порив мережі")
    topic.setMinimumContentsLength(8)
    wrong = QComboBox()
    wrong.addItem("оберіть виконавця")
    executor = FormField("В&иконавець", wrong)
    executor.set_error("Без виконавця не зареєструвати")
    when = QDateTimeEdit(displayFormat="dd.MM.yyyy HH:mm")
    when.setCalendarPopup(True)
    for place, field in enumerate(
        (
            street,
            house,
            FormField("Т&ема", topic),
            executor,
            FormField("Строк", fixed),
            FormField("Підʼїзд / кв.", off),
            FormField("Коли", when),
            FormField("Скільки", QSpinBox()),
        )
    ):
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    form.body.addLayout(grid)
    words = QPlainTextEdit("Порив холодної води у підвалі, вода надходить до електрощитової.")
    words.setTabChangesFocus(True)
    form.body.addWidget(FormField("&Опис зі слів заявника", words), 1)
    inset = QFrame()
    dress(inset, Look.INSET)
    boxes = QGridLayout(inset)
    for number, (label, checked) in enumerate((("Чи є люди у небезпеці? — ні", True), ("Хто відкриє підвал", False))):
        box = QCheckBox(label)
        box.setChecked(checked)
        boxes.addWidget(box, 0, number)
        radio = QRadioButton(label)
        radio.setChecked(checked)
        boxes.addWidget(radio, 1, number)
    disabled = QCheckBox("Недоступно")
    disabled.setEnabled(False)
    boxes.addWidget(disabled, 2, 0)
    form.body.addWidget(inset)
    buttons = QHBoxLayout()
    buttons.addWidget(PrimaryButton("Зареєструвати", "Ctrl+Enter", Symbol.SAVE))
    buttons.addWidget(Button("Наряд", "F5", Symbol.PRINTER))
    buttons.addStretch(1)
    buttons.addWidget(Button("Скасувати", "Esc", look=Look.FLAT))
    form.body.addLayout(buttons)
    off_button = PrimaryButton("Вимкнена", symbol=Symbol.CHECK)
    off_button.setEnabled(False)
    buttons.insertWidget(2, off_button)
    layout.addWidget(form)
    return layout


def _right() -> QVBoxLayout:
    layout = QVBoxLayout()
    twins = Card("Можливі дублі: 2", Symbol.DUPLICATE)
    twins.add_at_end(_muted("F6"))
    twins.body.addWidget(
        ElidedLabel("001840 · 09:01 · вул. Ґонти, 12-А · Немає води у трьох підʼїздах від самого ранку")
    )
    layout.addWidget(twins)
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.tabBar().setDrawBase(False)
    tabs.addTab(sample_table(), "Історія")
    tabs.addTab(QWidget(), "Будинок")
    history = Card("Історія", Symbol.HISTORY)
    history.body.addWidget(tabs)
    layout.addWidget(history, 1)
    progress = Card("Перша синхронізація", Symbol.SYNC)
    row = QProgressBar()
    row.setValue(46)
    progress.body.addWidget(row)
    tool = QToolButton()
    tool.setIcon(icon(Symbol.SETTINGS))
    progress.add_at_end(tool)
    number = QLabel("00-1841-7")
    number.setFont(fonts.digits(fonts.LARGE))
    progress.body.addWidget(number)
    layout.addWidget(progress)
    layout.addSpacing(170)
    return layout


def sample_table() -> QTableView:
    """Return a table with a row chosen."""
    table = QTableView()
    model = QStandardItemModel(0, 3, table)
    model.setHorizontalHeaderLabels(["Дата", "Тема", "Стан"])
    for number in range(14):
        model.appendRow([QStandardItem(text) for text in (f"{28 - number}.10", "Слабкий тиск води", "Закрито")])
    table.setModel(model)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.selectRow(2)
    return table


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    dress(label, Look.MUTED)
    return label
