"""What the finished document will count, so that a start is written where its numbers differ."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """The last numbers of paragraphs and headings, and the level of the heading above."""

    paragraphs: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    depth: int = 0

    def paragraph(self, value: int) -> int:
        """Count a paragraph → the value to start from, 0 where it is the next one."""
        start = 0 if value == self.paragraphs + 1 else value
        self.paragraphs = value
        return start

    def section(self, level: int, value: int) -> int:
        """Count a heading → the value to start from, 0 where it is the next one."""
        start = 0 if value == self.sections.get(level, 0) + 1 else value
        self.sections = {one: last for one, last in self.sections.items() if one < level}
        self.sections[level] = value
        self.depth = level
        return start

    def unnumbered(self, level: int) -> None:
        """Pass a heading without number; one that is set too deep leaves the level as it is."""
        if level <= self.depth + 1:
            self.depth = level
