"""Sentences in two voices: the act in strong letters, its reason in quieter ones, wrapped, and cut at the very end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts.label import tooltip

LINE = 1.54
"""Distance of two lines, in font pixels (LOOK, "Type": body)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence with its weight and its colour; `size` names the type, `spaced` letters stand 8 % wider."""

    text: str
    weight: QFont.Weight = QFont.Weight.Normal
    tone: str = "text"
    size: str = "body"
    spaced: bool = False

    def font(self) -> QFont:
        """The font of this piece."""
        made = font(self.size, self.weight)
        if self.spaced:
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        return made


class Sentence(QLabel):
    """A sentence of a few runs. It wraps to at most `most` lines; what is left is cut, and whole in the tooltip."""

    def __init__(self, most: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._runs: tuple[Run, ...] = ()
        self.most = most
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_runs(self, *runs: Run) -> None:
        """Show these runs, one space between two."""
        self._runs = tuple(run for run in runs if run.text)
        self.setText(" ".join(run.text for run in self._runs))
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """Pixels that the whole sentence needs on one line."""
        return _lay_out(self._runs, None).ceil_width()

    def lines_at(self, width: int) -> int:
        """On how many lines it stands at that width, cut or not."""
        return min(self.most, _lay_out(self._runs, width).count())

    def line_height(self) -> int:
        """Pixels from one line to the next."""
        return round(font("body").pixelSize() * LINE)

    def sizeHint(self) -> QSize:
        """All on one line."""
        return QSize(self.full_width(), self.line_height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few words: the rest is cut."""
        return QSize(px(40), self.line_height())

    def hasHeightForWidth(self) -> bool:
        """True: a narrow one needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at that width."""
        return max(1, self.lines_at(width)) * self.line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, middle aligned, the last one cut where words are left over."""
        del event
        area = self.contentsRect()
        laid = _lay_out(self._runs, area.width())
        cut = laid.count() > self.most
        if cut:
            laid = _lay_out(self._cut(laid, area.width()), area.width(), single=self.most == 1)
        self.setToolTip(tooltip(self.text()) if cut else "")
        shown = min(self.most, laid.count())
        top = area.top() + (area.height() - shown * self.line_height()) / 2
        with QPainter(self) as painter:
            laid.draw(painter, area.left(), top, self.line_height(), shown, right_to_left=self._is_mirrored(), width=area.width())

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _cut(self, laid: _Laid, width: int) -> tuple[Run, ...]:
        """The runs, shortened so that their last line ends in "..." inside the width."""
        start = laid.start_of(self.most - 1)
        kept: list[Run] = []
        position = 0
        room = float(width)
        for run in self._runs:
            end = position + len(run.text)
            metrics = QFontMetricsF(run.font())
            if end > start:
                inside = run.text[max(0, start - position) :]
                needed = metrics.horizontalAdvance(inside + " ")
                if needed > room or run is self._runs[-1]:
                    shortened = metrics.elidedText(inside, Qt.TextElideMode.ElideRight, max(0.0, room))
                    kept.append(Run(run.text[: max(0, start - position)] + shortened, run.weight, run.tone, run.size, run.spaced))
                    break
                room -= needed
            kept.append(run)
            position = end + 1
        return tuple(kept)


class _Laid:
    """A sentence laid out on lines."""

    def __init__(self, layout: QTextLayout) -> None:
        self._layout = layout

    def count(self) -> int:
        return self._layout.lineCount()

    def ceil_width(self) -> int:
        return int(self._layout.lineAt(0).naturalTextWidth()) + 1 if self.count() else 0

    def start_of(self, line: int) -> int:
        return self._layout.lineAt(line).textStart()

    def draw(self, painter: QPainter, left: float, top: float, step: int, shown: int, *, right_to_left: bool, width: int) -> None:
        baseline = max((self._layout.lineAt(number).ascent() for number in range(shown)), default=0.0)
        for number in range(shown):
            line = self._layout.lineAt(number)
            x = left + (width - line.naturalTextWidth() if right_to_left else 0)
            middle = (step - (line.ascent() + line.descent())) / 2
            y = top + number * step + middle + baseline - line.ascent()
            line.draw(painter, QPointF(x - line.x(), y - line.y()))


def _lay_out(runs: tuple[Run, ...], width: int | None, *, single: bool = False) -> _Laid:
    """The runs on lines of that width; on one line without a width."""
    text = " ".join(run.text for run in runs)
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    no_wrap = width is None or single
    option.setWrapMode(QTextOption.WrapMode.NoWrap if no_wrap else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats: list[QTextLayout.FormatRange] = []
    position = 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = position, len(run.text)
        look = QTextCharFormat()
        look.setFont(run.font())
        look.setForeground(tone(run.tone))
        piece.format = look
        formats.append(piece)
        position += len(run.text) + 1
    layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1e6 if width is None else max(1, width))
    layout.endLayout()
    return _Laid(layout)


def paint_runs(painter: QPainter, area: QRect, runs: tuple[Run, ...]) -> None:
    """Paint runs wrapped into an area from its top, as many lines as they need."""
    step = round(font("body").pixelSize() * LINE)
    laid = _lay_out(runs, area.width())
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    laid.draw(painter, area.left(), area.top(), step, laid.count(), right_to_left=mirrored, width=area.width())


def runs_height(runs: tuple[Run, ...], width: int) -> int:
    """Pixels that `paint_runs` needs at that width."""
    return _lay_out(runs, width).count() * round(font("body").pixelSize() * LINE)
