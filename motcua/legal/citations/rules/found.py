"""A reference while it is being worked out: places in the cleaned text, targets, document, relation."""

from dataclasses import dataclass, field

from motcua.legal.citations.choices import Relation, Style, Warn
from motcua.legal.citations.rules.document import Document
from motcua.legal.citations.rules.targets import Target


@dataclass(slots=True)
class Found:
    """One reference; `document` is None for a provision of the citing text («khoản 2 Điều này»)."""

    start: int
    end: int
    document: Document | None
    targets: list[Target] = field(default_factory=list)
    paths: list[str] = field(default_factory=lambda: ["*"])
    warnings: set[Warn] = field(default_factory=set)
    relation: Relation = Relation.REFER
    attached: str | None = None
    is_header: bool = False
    is_nested: bool = False

    @property
    def is_self(self) -> bool:
        """Whether it stays within the citing text."""
        return self.document is None or self.document.is_self

    @property
    def style(self) -> set[Style]:
        """Slips of capitals in its units."""
        if not self.targets:
            return set()
        return {slip for target in self.targets for unit in target.units.values() for slip in unit.style}
