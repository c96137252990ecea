"""Values of sequences that start afresh when the sequence they stand within moves on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from docgen.records import dataclass
from docgen.style import Sequence


@dataclass(slots=True)
class Counter:
    """The last value of every sequence; one `within` another restarts when that moves on."""

    sequences: Mapping[str, Sequence]
    values: dict[str, int] = field(default_factory=dict)
    runs: dict[str, int] = field(default_factory=dict)
    _inner: dict[str, list[str]] = field(default_factory=dict)

    def advance(self, sequence: str) -> tuple[int, int]:
        """The next value of `sequence`, and the run that it belongs to."""
        value = self.values[sequence] = self.values.get(sequence, 0) + 1
        self.restart_within(sequence)
        return value, self.runs.get(sequence, 1)

    def restart(self, sequence: str) -> None:
        """Begin a new run of `sequence`, unless its present run has not begun."""
        if self.values.get(sequence):
            self.values[sequence] = 0
            self.runs[sequence] = self.runs.get(sequence, 1) + 1
        self.restart_within(sequence)

    def begin(self, sequence: str, value: int) -> None:
        """Let the next value of `sequence` be `value`, in a new run."""
        self.restart(sequence)
        self.values[sequence] = value - 1

    def restart_within(self, outer: str) -> None:
        """Restart every sequence that stands within `outer`."""
        if not self._inner:
            for name, sequence in self.sequences.items():
                self._inner.setdefault(sequence.within, []).append(name)
        for name in self._inner.get(outer, ()):
            self.restart(name)
