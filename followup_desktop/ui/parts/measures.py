"""Every length of what we paint ourselves, in design pixels (drawn for a 13 px font; `look.px` scales them)."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from followup_desktop.ui.look import px

LINE = 1
"""A hairline, and the outline of a button, field, chip or panel."""

RING_GAP = 2
RING_WIDTH = 2
RING_ROOM = RING_GAP + RING_WIDTH
"""How far the focus ring reaches beyond a control: containers give it this much room."""

RADIUS_SMALL = 4
RADIUS = 6
RADIUS_PANEL = 8
RADIUS_DOOR = 12

BUTTON = 32
BUTTON_SMALL = 28
BUTTON_SIDE = 13
BUTTON_SIDE_SMALL = 11
ICON = 16
ICON_SMALL = 14
ICON_LARGE = 20
ICON_DOOR = 28
ICON_GAP = 6
BETWEEN_BUTTONS = 8
MENU_ARROW = 14

FIELD = 32
FIELD_SIDE = 11
FIELD_FOCUS = 2
"""Width of a focused field's outline."""
COMBO_ARROW = 34
CHOICE_CHECK = 28
LINK_SIDE = 4
STEPPER = 26
"""Width of one of the two cells at the right of a number field."""
MENU_ROW = 28
MENU_SIDE = 10
MENU_COLUMN = 24
"""Room for the check or icon before a menu item's words."""
MENU_SHORTCUT_GAP = 24
CHECK = 16
CHECK_RADIUS = 4

WORDS_ROOM = 12
"""What every fixed height leaves above and below its words together."""

STRIP = 52
STRIP_LABEL = 64
STRIP_SIDE = 16
STRIP_END = 10
STRIP_NARROW_SIDE = 12
BAR = 44
BAR_SIDE = 14
STATUS = 30

CHIP = 20
CHIP_SIDE = 8
CHIP_ICON_SIDE = 6
CHIP_GAP = 4

CARD_RING = 32
CARD_RING_SMALL = 24
RING_RADIUS = 13.5
RING_THICK = 3.5
RING_PERSON = 3.0
RING_THIN = 1.5
RING_DIGITS = 12.5
RING_DOT = 1.5
RING_DOT_GAP = 4.0
RING_FEW = 4
RING_MANY = 8
RING_GAP_FEW = 26.0
"""Degrees between two people's arcs, up to `RING_FEW` people."""
RING_GAP_MANY = 18.0
"""Degrees between two people's arcs, up to `RING_MANY` people; more make one arc in proportion."""

SWITCH_WIDTH = 36
SWITCH_HEIGHT = 20
SWITCH_KNOB = 14

AVATAR = 36
AVATAR_SMALL = 28

KEY_CAP = 18
KEY_CAP_SIDE = 5
KEY_CAP_GAP = 4

METER_DOT = 12
METER_STEP = 18
METER_GAP = 10

SEGMENT_SIDE = 12

PROMISE_INITIALS = 15
PROMISE_BAR = 12
PROMISE_DOT = 12
PROMISE_THEIR_DOT = 11
PROMISE_BEST_DOT = 14
PROMISE_BEST_CORE = 6
PROMISE_LABEL_GAP = 8
PROMISE_ZIGZAG = 12
PROMISE_MOST_DAYS = 21
"""Longer promise lines are cut by a zigzag in their quiet part."""
PROMISE_LEAST_SLOT = 14

DOOR_WIDTH = 320
DOOR_HEIGHT = 276
DOOR_SIDE = 25
DOOR_DISC = 56
DOOR_LEAST = 240

BAR_MOTION_MS = 120
RING_MOTION_MS = 200
UNDO_STAYS_MS = 10_000


def tall(design: float, font: QFont) -> int:
    """A fixed height in pixels: the design's, or that of one line of words with their room if that is more."""
    return max(px(design), QFontMetrics(font).height() + px(WORDS_ROOM))
