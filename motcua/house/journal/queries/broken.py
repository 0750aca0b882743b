"""The first broken place of the record, said in one Vietnamese sentence."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Broken:
    """Where the record is broken: which thing and step (or which look, which seal) and what is wrong with it."""

    kind: str
    key: UUID | str
    seq: int | None
    why: str

    def __str__(self) -> str:
        """One line for the administrator."""
        step = f" dòng {self.seq}" if self.seq is not None else ""
        return f"{self.kind} {self.key}{step}: {self.why}"
