"""Takes off an application what a whole console put on: the next test begins in English and undressed."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from console.ui.look.theme import Scheme, Theme


def undress(application: QApplication) -> None:
    """Remove translations, themes and the style sheet."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    for theme in application.findChildren(Theme):
        theme.use(Scheme.LIGHT)
        theme.deleteLater()
    QLocale.setDefault(QLocale.c())
    application.setStyleSheet("")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
