"""The small drawing under the words on a card's front: two leafy sprigs that lean towards a dot. Our own, all vectors."""

from __future__ import annotations

from math import cos, radians, sin

WIDTH = 30.0
"""Width in mm at which it is drawn."""

_STEM = 13.0
_LEAVES = ((2.6, 3.4, 1), (4.2, 3.3, -1), (5.9, 3.1, 1), (7.5, 2.8, -1), (9.1, 2.4, 1), (10.6, 2.0, -1))
"""Where on the stem each leaf sits, how long it is (mm) and on which side."""
_LEAN = 34
"""Degrees between leaf and stem."""
_SAG = 0.9
"""mm by which the stem's middle hangs below its ends."""


def sprigs() -> str:
    """The drawing as PDF operators in mm, centred on the origin, filled and stroked in the colours that are set."""
    sprig = _sprig()
    return "\n".join(
        [
            "q 0.28 w 1 J 1 j",
            f"q 1 0 0 1 2 0 cm\n{sprig}\nQ",
            f"q -1 0 0 1 -2 0 cm\n{sprig}\nQ",
            _dot(0.55),
            "Q",
        ]
    )


def _sprig() -> str:
    stem = f"0 0 m {_STEM / 3:.3f} {-_SAG * 4 / 3:.3f} {_STEM * 2 / 3:.3f} {-_SAG * 4 / 3:.3f} {_STEM:.3f} 0.2 c S"
    leaves = [_leaf(along, _height(along), side * _LEAN + _slope(along), length) for along, length, side in _LEAVES]
    tip = _leaf(_STEM - 1.2, _height(_STEM - 1.2), _slope(_STEM), 1.9)
    return "\n".join([stem, *leaves, tip])


def _height(along: float) -> float:
    """Height of the stem `along` mm from its foot."""
    part = along / _STEM
    return -4 * _SAG * part * (1 - part) + 0.2 * part**3


def _slope(along: float) -> float:
    """Direction of the stem there, in degrees."""
    return 12 * (2 * along / _STEM - 1)


def _leaf(x: float, y: float, angle: float, length: float) -> str:
    """A pointed leaf from `x`, `y`, `angle` degrees from the horizontal."""
    turn, breadth = radians(angle), 0.3 * length
    points = [(0.3, breadth), (0.75, breadth * 0.9), (1, 0), (0.7, -breadth * 0.55), (0.3, -breadth * 0.6), (0, 0)]
    placed = [(x + u * length * cos(turn) - v * sin(turn), y + u * length * sin(turn) + v * cos(turn)) for u, v in points]
    numbers = [f"{across:.3f} {up:.3f}" for across, up in placed]
    return f"{x:.3f} {y:.3f} m {' '.join(numbers[:3])} c {' '.join(numbers[3:])} c f"


def _dot(radius: float) -> str:
    """A filled circle around the origin."""
    bend = 0.5523 * radius
    half = ((radius, bend, bend, radius, 0.0, radius), (-bend, radius, -radius, bend, -radius, 0.0))
    arcs = [tuple(side * value for value in arc) for side in (1, -1) for arc in half]
    return f"{radius} 0 m " + " ".join(" ".join(f"{value:.3f}" for value in arc) + " c" for arc in arcs) + " f"
