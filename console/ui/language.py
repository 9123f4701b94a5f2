"""Loads the language of the screens: our texts, and those of Qt itself."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from console.settings import Language


def speak(application: QCoreApplication, language: Language) -> None:
    """Let every screen made from now on speak this language; a text without translation stays in English."""
    QLocale.setDefault(QLocale("uk_UA" if language is Language.UKRAINIAN else "en_GB"))
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt_texts), (str(language), str(resources.path("translations")))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
