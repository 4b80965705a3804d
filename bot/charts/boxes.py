"""Rectangles and lines in pixels, counted from the upper left corner: where something is drawn, and what it meets."""

from dataclasses import dataclass

Line = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> "Box":
        """Return the box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def at_least(self, width: float, height: float) -> "Box":
        """Return the box around the same middle, no smaller than that."""
        x, y = self.middle
        across, down = max(self.right - self.left, width) / 2, max(self.bottom - self.top, height) / 2
        return Box(x - across, y - down, x + across, y + down)

    def meets(self, other: "Box", apart: float = 0.0) -> bool:
        """Whether two boxes share a pixel, or are not so far apart."""
        is_beside = self.right + apart <= other.left or other.right + apart <= self.left
        return not is_beside and self.top < other.bottom + apart and other.top < self.bottom + apart

    def is_crossed(self, line: Line) -> bool:
        """Whether any of a line is inside."""
        x, y, to_x, to_y = line
        if max(x, to_x) <= self.left or min(x, to_x) >= self.right:
            return False
        if max(y, to_y) <= self.top or min(y, to_y) >= self.bottom:
            return False
        enters, leaves = 0.0, 1.0
        for start, way, low, high in ((x, to_x - x, self.left, self.right), (y, to_y - y, self.top, self.bottom)):
            if not way:
                if not low < start < high:
                    return False
                continue
            ends = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, ends[0]), min(leaves, ends[1])
        return enters < leaves

    def holds(self, other: "Box") -> bool:
        """Whether another box is wholly inside."""
        is_across = self.left <= other.left and other.right <= self.right
        return is_across and self.top <= other.top and other.bottom <= self.bottom

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the box that is nearest to another."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)
