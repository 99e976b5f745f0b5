"""Marks moved apart so that each one can be read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import isqrt

ROUNDS = 200
Place = tuple[int, int]


def apart(
    wanted: Mapping[str, Place], room: int, width: int, height: int, fixed: str = ""
) -> dict[str, Place]:
    """The places of marks so that no two are closer than ``room``, each as near as may be to the
    one wanted, inside the frame; ``fixed`` stays where it is. In whole numbers, so that the same
    marks stand in the same places everywhere."""
    edge = room // 2
    spots = {key: [x, y] for key, (x, y) in sorted(wanted.items())}
    for _ in range(ROUNDS):
        moved = False
        for first, second in combinations(spots, 2):
            moved |= _push(spots[first], spots[second], room, first == fixed, second == fixed)
        for spot in spots.values():
            spot[0] = min(max(spot[0], edge), width - edge)
            spot[1] = min(max(spot[1], edge), height - edge)
        if not moved:
            break
    return {key: (x, y) for key, (x, y) in spots.items()}


def _push(one: list[int], other: list[int], room: int, hold: bool, hold_other: bool) -> bool:
    """Two marks pushed from each other where they are too close; whether they were."""
    across, down = other[0] - one[0], other[1] - one[1]
    far = isqrt(across * across + down * down)
    if far >= room:
        return False
    if not far:
        across, far = 1, 1
    short = room - far + 1
    ours = 0 if hold else short if hold_other else -(-short // 2)
    theirs = 0 if hold_other else short if hold else -(-short // 2)
    one[0] -= _share(across, ours, far)
    one[1] -= _share(down, ours, far)
    other[0] += _share(across, theirs, far)
    other[1] += _share(down, theirs, far)
    return True


def _share(side: int, step: int, far: int) -> int:
    """A side of the step, rounded away from zero: a push that rounds to nothing would never end."""
    size = -(-abs(side) * step // far)
    return size if side > 0 else -size
