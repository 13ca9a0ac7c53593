"""The NEXT strip: the one next step, always in the same place, with the page's only filled button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from followup_desktop.ui.look import font, font_px, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button, icon_button, set_icon
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box, hairline
from followup_desktop.ui.parts.sentence import Run, Sentence

NARROW_EM = 60
"""Below this width the sentence takes two lines and NEXT stands at its head."""
MEDIUM_EM = 84
"""Below this width Later is an arrow without its word."""


class NextStrip(QWidget):
    """Shows what to do next and why, the button that does it, and Later.

    `pressed` is emitted by the button; `later` with "hour", "evening", "tomorrow" or "leave".
    """

    pressed = Signal()
    later = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = self._reason = ""
        self._words = Sentence(parent=self)
        self.button = button("", role="primary")
        self.button.setParent(self)
        self.button.clicked.connect(self.pressed)
        self.later_menu = QMenu(self)
        self._wide_later = button(self.tr("Later"), role="flat")
        self._slim_later = icon_button("down", self.tr("Later"))
        for each in (self._wide_later, self._slim_later):
            each.setParent(self)
            each.setToolTip(tooltip(self.tr("Remind me of this another time")))
        self._wide_later.setMenu(self.later_menu)
        self._slim_later.clicked.connect(self._open_menu)
        for key, words in (
            ("hour", self.tr("In an hour")),
            ("evening", self.tr("This evening")),
            ("tomorrow", self.tr("Tomorrow morning")),
            ("leave", self.tr("Leave it")),
        ):
            self.later_menu.addAction(words).setData(key)
        self.later_menu.triggered.connect(self._on_later)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._can_wait = False
        self.set("", "")

    def set(self, act: str, reason: str, words: str = "", icon: str = "", *, can_wait: bool = True) -> None:
        """Show the act and its reason. `words` stand on the button; without them there is nothing to press or put off."""
        self._act, self._reason = act, reason
        self.button.setText(words)
        set_icon(self.button, icon)
        whole = f"{act} {reason}".strip()
        self.button.setAccessibleDescription(whole)
        self.setAccessibleName(self.tr("Next: {sentence}").format(sentence=whole))
        self._can_wait = can_wait and bool(words)
        self._place()

    def is_narrow(self) -> bool:
        """Whether it stands on two lines."""
        return self.width() < NARROW_EM * font_px()

    def hasHeightForWidth(self) -> bool:
        """True: a narrow strip is two lines high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line in its fixed height, two where it is narrow."""
        high = measures.tall(measures.STRIP, font("body"))
        if width >= NARROW_EM * font_px():
            return max(high, self.button.sizeHint().height() + 2 * px(measures.STRIP_END))
        return max(high, 2 * self._words.line_height() + 2 * px(measures.RADIUS_PANEL))

    def sizeHint(self) -> QSize:
        """As wide as its sentence and buttons."""
        width = px(measures.STRIP_LABEL + 2 * measures.STRIP_SIDE) + self._words.full_width()
        width += self.button.sizeHint().width() + self._wide_later.sizeHint().width() + 2 * px(measures.STRIP_END)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A strip in the least window still shows its button."""
        return QSize(px(240), self.heightForWidth(0) if self.is_narrow() else self.heightForWidth(10**6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another font moves everything."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}:
            set_icon(self._slim_later, "down")
            self._place()
            self.updateGeometry()

    def _place(self) -> None:
        narrow = self.is_narrow()
        wordy = self.width() >= MEDIUM_EM * font_px()
        lead = (Run(self.tr("NEXT") + " ", QFont.Weight.Bold, "ink", "small", spaced=True),) if narrow else ()
        self._words.most = 2 if narrow else 1
        act = Run(self._act, QFont.Weight.DemiBold)
        self._words.set_runs(*lead, act, Run(self._reason, tone="text2"))
        self.button.setVisible(bool(self.button.text()))
        self._wide_later.setVisible(self._can_wait and wordy)
        self._slim_later.setVisible(self._can_wait and not wordy)
        right = self.width() - px(measures.STRIP_END)
        for each in (self._wide_later, self._slim_later, self.button):
            if each.isHidden():
                continue
            size = each.sizeHint()
            right -= size.width()
            self._put(each, QRect(QPoint(right, (self.height() - size.height()) // 2), size))
            right -= px(measures.BETWEEN_BUTTONS)
        left = px(measures.STRIP_NARROW_SIDE) if narrow else px(measures.STRIP_LABEL + measures.STRIP_SIDE)
        self._put(self._words, QRect(left, 0, max(0, right - px(measures.RADIUS_PANEL) - left), self.height()))
        self.update()

    def _put(self, child: QWidget, place: QRect) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.left() - place.width())
        child.setGeometry(place)

    def _on_later(self, action: QAction) -> None:
        self.later.emit(str(action.data()))

    def _open_menu(self) -> None:
        self.later_menu.popup(self._slim_later.mapToGlobal(QPoint(0, self._slim_later.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip and its NEXT cell."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), px(measures.RADIUS_PANEL), tone("ink_wash"), tone("ink_line"))
            if self.is_narrow():
                return
            cell = px(measures.STRIP_LABEL)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            edge = self.width() - cell if mirrored else cell
            hairline(painter, QPointF(edge, 0), self.height(), upright=True, role="ink_line")
            head = Run(self.tr("NEXT"), QFont.Weight.Bold, "ink", "small", spaced=True)
            painter.setFont(head.font())
            painter.setPen(tone("ink"))
            place = QRectF(self.width() - cell if mirrored else 0, 0, cell, self.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), head.text)
