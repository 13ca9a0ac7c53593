"""Help > About: what this program is, its version, and the licence of everything that it is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import followup_desktop
from followup_desktop.core.find import folded
from followup_desktop.ui import licences, look
from followup_desktop.ui.form import fit_screen
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import key_name
from followup_desktop.ui.parts.label import label, tooltip
from followup_desktop.ui.parts.search_field import SearchField

WIDTH, HEIGHT = 860, 620
LIST = 240
ROW = 28
ICON = 48


class About(QDialog):
    """The program and its parts; typing into the search field thins the list, the chosen part's licence stands beside it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Follow-Up Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search, self.list, self.text = SearchField(), QListWidget(), QPlainTextEdit()
        self._nothing = label("", tone="text2", wrap=True)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16))
        column.setSpacing(look.px(12))
        column.addLayout(self._head())
        column.addWidget(label(self.tr("What it is made of, and under which licences"), "name"))
        column.addLayout(self._licences(), 1)
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._fill()
        self.search.textChanged.connect(self._show_found)
        self.search.down.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)
        self.list.setCurrentRow(0)

    def open(self) -> None:
        """Show it in the size that suits a licence, as far as the screen goes."""
        fit_screen(self, WIDTH, HEIGHT)
        super().open()
        self.search.setFocus()

    def _head(self) -> QHBoxLayout:
        """Icon, name, version, and what the program is for."""
        sign = QLabel()
        sign.setPixmap(self.windowIcon().pixmap(look.px(ICON), look.px(ICON)))
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(label(self.tr("Follow-Up Desktop"), "page"))
        words.addWidget(label(self.tr("Version {0}").format(followup_desktop.__version__), tone="text2"))
        told = self.tr(
            "Thank-you cards and well-timed questions after a job interview. Free software under the MIT licence; it sends "
            "nothing anywhere."
        )
        words.addWidget(label(told, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _licences(self) -> QHBoxLayout:
        """The list of parts under its search field, and the text of the chosen one's licence."""
        self.search.setPlaceholderText(self.tr("Search parts and licences"))
        self.search.setAccessibleName(self.tr("Search parts and licences"))
        self.search.setToolTip(tooltip(self.tr("Search parts and licences"), key_name("Ctrl+F")))
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence"))
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        for part in (self.search, self.list, self._nothing):
            part.setFixedWidth(look.px(LIST))
            left.addWidget(part)
        left.setStretchFactor(self.list, 1)
        left.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addLayout(left)
        row.addWidget(self.text, 1)
        return row

    def _fill(self) -> None:
        for part in licences.parts():
            item = QListWidgetItem(f"{part.name} {part.version}")
            item.setToolTip(tooltip(f"{part.name} {part.version}, {part.licence}"))
            item.setData(Qt.ItemDataRole.UserRole, part)
            item.setSizeHint(QSize(0, measures.tall(ROW, look.font("body"))))
            self.list.addItem(item)

    def _show_found(self, words: str) -> None:
        """Only the parts in which all these words are found, by name or licence."""
        wanted = folded(words).split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            part: licences.Part = item.data(Qt.ItemDataRole.UserRole)
            told = folded(f"{part.name} {part.version} {part.licence}")
            item.setHidden(not all(word in told for word in wanted))
            if first is None and not item.isHidden():
                first = item
        self.list.setVisible(first is not None)
        self._nothing.setVisible(first is None)
        self._nothing.setText(self.tr("No part with “{0}”.").format(words.strip()))
        current = self.list.currentItem()
        if first is None or current is None or current.isHidden():
            self.list.setCurrentRow(self.list.row(first) if first is not None else -1)

    def _show(self, item: QListWidgetItem | None) -> None:
        part = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        self.text.setPlainText(licences.text_of(part) if isinstance(part, licences.Part) else "")
