"""The language of the interface: which translations are installed, and switching them without a restart.

The rule: sources are English; switching sends `LanguageChange`, and every widget then says everything again.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator

import resources
from app.core.glimpse import Language

FOLDER = Path(resources.__file__).parent / "translations"


class Words(QObject):
    """The installed translations. `missing` names a file of ours that could not be loaded, else it is empty."""

    def __init__(self, app: QCoreApplication, language: Language = Language.CHINESE) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[tuple[QTranslator, bytes]] = []  # the content lives as long as what reads it
        self.language = language
        self.missing = ""
        self._install()

    def use(self, language: Language) -> None:
        """Switch to a language at once."""
        if language is not self.language:
            self.language = language
            self._install()

    def close(self) -> None:
        """Take the translations out of the application again."""
        for translator, _ in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _install(self) -> None:
        self.close()
        self.missing = ""
        QLocale.setDefault(QLocale(self.language.value))
        if self.language is Language.ENGLISH:
            return
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._load(of_qt / f"qtbase_{self.language.value}.qm")
        ours = FOLDER / f"qindesk_{self.language.value}.qm"
        if not self._load(ours):
            self.missing = ours.name

    def _load(self, path: Path) -> bool:
        """From memory: Qt would map the file, and an update that writes over it would end the program."""
        translator = QTranslator(self)
        try:
            content = path.read_bytes()
        except OSError:
            return False
        if not translator.load(content):
            return False
        self._app.installTranslator(translator)
        self._installed.append((translator, content))
        return True


class Speaking:
    """A widget that calls its own `retranslate()` when the language is switched. It stands before the class of Qt."""

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc] # of the class of Qt behind it


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a sentence for lupdate, which looks for this very name; Qt's own gives an untyped object."""
    return source


def is_chinese() -> bool:
    """Whether the interface speaks Chinese now."""
    return QLocale().language() is QLocale.Language.Chinese


def translate(context: str, source: str) -> str:
    """A sentence outside of any widget, in the language that is on; lupdate knows this function by its name."""
    return QCoreApplication.translate(context, source)
