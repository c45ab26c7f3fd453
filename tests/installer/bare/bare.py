"""The least that a window by PySide6 can be: what the start of the real program is compared with."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: Path(sys.argv[1]).write_text(f"painted {time.time_ns()}\n", "ascii"))
QTimer.singleShot(500, app.quit)
app.exec()
