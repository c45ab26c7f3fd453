"""The style sheet of every window, with the names of `palette.py` and `theme.py` in place of figures.

The rule: a widget asks for a look by `setProperty("kind", …)`; no widget has a style sheet of its own. Kinds:
`primary`, `quiet`, `chip`, `option`, `link`, `danger` for buttons; `title`, `heading`, `muted`, `error`, `hint`, `big`
for labels; `card`, `rows` around a list, `paper`, `drop`, `found` for frames; `side` for a list of sections.
"""

from pathlib import Path

import resources

DRAWINGS = Path(resources.__file__).parent / "icons"
"""Where the drawings lie."""

SHEET = """
* { font-size: ${body}px; lineedit-clear-button-icon: url("$icons/fixed/clear.svg"); }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[kind="ground"] { background: $ground; }
QFrame[kind="card"], QFrame[kind="rows"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="rows"] { padding: 3px 0; }
QFrame[kind="paper"] { background: $card; border: none; border-left: 1px solid $line; }
QFrame[kind="drop"] { background: $card; border: 2px dashed $line; border-radius: 10px; }
QFrame[kind="token"] { background: $keycap; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="word"] { background: $keycap; border: none; border-radius: 4px; }
QFrame[kind="found"] { background: $selection; border: 1px solid $mark_selected; border-radius: 6px; }
QFrame[kind="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="step"], QFrame[kind="step_done"] { background: $line; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; }
QFrame[kind="step_done"] { background: $accent; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px 8px; font-size: ${muted_size}px; }

QLabel[kind="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[kind="big"] { font-size: ${big}px; font-weight: 600; }
QLabel[kind="muted"], QLabel[kind="hint"] { color: $muted; font-size: ${muted_size}px; }
QLabel[kind="error"] { color: $late; font-size: ${muted_size}px; }
QLabel[kind="ok"] { color: $ok; font-size: ${muted_size}px; }
QLabel[kind="held"] { color: $muted; font-size: ${muted_size}px; padding-left: 8px; }
QLabel[kind="calm"] { color: $muted; }
QLabel[kind="halo"] { background: $selection; border-radius: 32px; }
QLabel[kind="disc"] { background: $selection; color: $accent_text; font-weight: 600; border-radius: 12px; }
QLabel:disabled { color: $muted; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateTimeEdit, QKeySequenceEdit QLineEdit {
  background: $card; border: 1px solid $line; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $mark_selected; selection-color: $text; placeholder-text-color: $muted; }
QLineEdit, QSpinBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus { border-color: $accent; }
Tokens { background: $card; border: 1px solid $line; border-radius: 6px; }
Tokens[is_typed_in="true"] { border-color: $accent; }
Tokens[kind="wrong"] { border-color: $late; }
Tokens QLineEdit[kind="within"] { background: transparent; border: none; padding: 0 6px; min-height: ${target}px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $muted; background: $ground; }
QPlainTextEdit[kind="preview"], QTextEdit[kind="preview"] { background: $hover; border-color: transparent; }
QPlainTextEdit[kind="preview"]:focus, QTextEdit[kind="preview"]:focus { border-color: $accent; }
QPushButton[kind="listening"], QPushButton[kind="listening"]:focus { border-color: $accent; color: $accent_text;
  background: $selection; }
QPushButton[kind="wrong"], QComboBox[kind="wrong"],
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"] { border-color: $late; }
QLineEdit[kind="search"] { padding-left: 2px; }
QLineEdit[kind="bare"] { border: none; background: transparent; padding: 0; font-size: ${title}px; }

QPushButton { background: $card; border: 1px solid $line; border-radius: 6px; padding: 4px 12px; min-height: 20px;
  outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: $ground; }
QPushButton[kind="primary"] { background: $button; color: $button_text; border-color: $button; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $button_hover; border-color: $button_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[kind="primary"]:disabled { background: $keycap; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $late; border-color: $late; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid $late; padding: 3px 11px; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent_text;
  font-weight: 600; padding: 4px 4px; }
QPushButton[kind="link"]:hover { background: $selection; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; color: $muted; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus, QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QToolButton[kind="chip"] { padding: 3px 3px; color: $muted; border-radius: 6px; min-height: 20px;
  font-size: ${muted_size}px; }
Chip[kind="chip"] { padding: 3px 0; }
MeantChip[kind="chip"] { padding: 3px 3px 3px 7px; }
QToolButton[kind="chip"]:hover { color: $text; background: $line; }
QToolButton[kind="chip"]:checked { color: $accent_text; background: $selection; font-weight: 600; }
QToolButton[kind="chip"]:focus { border-color: $accent; }

QToolButton[kind="option"] { padding: 2px 6px; color: $muted; border-radius: 5px; min-height: 20px;
  font-size: ${muted_size}px; }
QToolButton[kind="option"]:hover { color: $text; background: $hover; }
QToolButton[kind="option"]:checked { color: $accent_text; background: $selection; font-weight: 600; }
QToolButton[kind="option"]:focus { border-color: $accent; }

QToolButton[kind="cell"] { padding: 2px 6px; font-size: ${muted_size}px; text-align: left; }
QToolButton[kind="cell"]:focus { border-color: $accent; }

QComboBox { background: $card; border: 1px solid $line; border-radius: 6px; padding: 4px 8px; min-height: 20px;
  placeholder-text-color: $muted; }
QComboBox:focus { border-color: $accent; }
QComboBox:hover { background: $hover; }
QComboBox:disabled { color: $muted; background: $ground; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/fixed/chevron.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; outline: none; }
QCheckBox::indicator { margin: 5px 0px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator { width: 16px; height: 16px;
  border: 1px solid $muted;
  background: $card; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked { background: $accent;
  border-color: $accent;
  image: url("$icons/fixed/check.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/fixed/dot.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent_text; width: 14px;
  height: 14px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $ground; border-color: $line; }

QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 8px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url("$icons/fixed/tick.svg"); }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QAbstractItemView { background: $card; border: 1px solid $line; border-radius: 6px; outline: none;
  selection-background-color: $selection; selection-color: $text; alternate-background-color: $ground; }
QListView[kind="side"] { background: transparent; border: none; }
QListView[kind="side"]::item { min-height: ${target}px; padding: 2px 8px; border-radius: 6px; color: $text;
  border: 1px solid transparent; }
QListView[kind="side"]::item:hover { background: $line; }
QListView[kind="side"]::item:selected { background: $selection; color: $accent_text; }
QListView[kind="side"]:focus::item:selected { border-color: $accent; }
QListView[kind="bare"], QTableView[kind="bare"] { border: none; background: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $card; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 4px 8px; font-size: ${muted_size}px; }
QHeaderView::section:first, QHeaderView::section:only-one { border-top-left-radius: 5px; }
QHeaderView::section:last, QHeaderView::section:only-one { border-top-right-radius: 5px; }
QTableView { gridline-color: $line; }
QTableView:focus, QTreeView:focus, QListWidget:focus { border-color: $accent; }
QTableView::item, QTreeView::item { padding: 4px 4px 4px 5px; }
QListWidget::item { padding: 2px 8px; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }
QSplitter::handle { background: $line; }
"""
