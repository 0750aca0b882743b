"""Check a file, mark it, mend it: bytes and a day in, a report or bytes out. Nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.legal.formats import pdf
from motcua.legal.formats.choices import PROFILE_NAMES, Part, Profile, Severity, Sight
from motcua.legal.formats.loader import format_rules
from motcua.legal.formats.rules import checks
from motcua.legal.formats.rules.findings import CHECKS, Finding, FormatRule, findings
from motcua.legal.formats.rules.paper import Para
from motcua.legal.formats.rules.parts import read
from motcua.legal.formats.word.guard import Unusable
from motcua.legal.formats.word.mark import mark
from motcua.legal.formats.word.mend import mend
from motcua.legal.formats.word.read import Word, read_word

__all__ = ["CHECKS", "Report", "Unusable", "check", "checks", "marked", "mended", "paragraphs", "rules_on"]

NOT_A_DOCUMENT = "Tệp không phải .docx hay PDF. Lưu văn bản thành .docx (hoặc xuất PDF) rồi gửi lại."


@dataclass(frozen=True)
class Report:
    """What was found, by gravity as the law lists it, and what only the eye sees."""

    profile: Profile
    on: date
    file_kind: str
    document_kind: str
    document_name: str
    pages: int
    findings: tuple[Finding, ...]
    for_the_eye: tuple[FormatRule, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything is against a rule, not only worth a second look."""
        return any(one.rule.severity is Severity.ERROR for one in self.findings)

    @property
    def mendable(self) -> int:
        """How many a machine would mend."""
        return sum(one.can_be_mended for one in self.findings)

    def of(self, severity: Severity) -> list[Finding]:
        """Findings of one severity."""
        return [one for one in self.findings if one.rule.severity is severity]


def rules_on(profile: Profile, on: date) -> tuple[FormatRule, ...]:
    """The rules of a profile that hold on the day. Refuses (Unusable) a day before the first of them."""
    found = tuple(rule for rule in format_rules() if rule.profile is profile and rule.holds(on))
    own = [rule for rule in found if not rule.id.startswith("K-")]
    if not own:
        day = f"{on:%d/%m/%Y}"
        raise Unusable(f"{PROFILE_NAMES[profile]}: chưa có quy tắc cho ngày {day}.")
    return found


def check(content: bytes, *, profile: Profile, on: date) -> Report:
    """Hold a .docx or PDF against the rules of the day. Refuses: Unusable."""
    rules = rules_on(profile, on)
    if content.lstrip()[:5] == b"%PDF-":
        return _pdf_report(content, profile, on, rules)
    if not content.startswith((b"PK", b"\xd0\xcf")):
        raise Unusable("Tệp rỗng. Chọn lại tệp." if not content else NOT_A_DOCUMENT)
    word = read_word(content)
    reading = read(word.paper)
    found = tuple(findings(reading, rules))
    eye = tuple(rule for rule in rules if rule.seen_by is Sight.EYE)
    kind = reading.kind or ("công văn" if reading.is_letter else "")
    name = reading.text(Part.KIND).strip(" :").lower() or kind
    return Report(profile, on, "docx", kind, name, word.paper.pages, found, eye)


def _pdf_report(content: bytes, profile: Profile, on: date, rules: tuple[FormatRule, ...]) -> Report:
    paper = pdf.read_pdf(content)
    found = tuple(Finding(rule, one) for rule in rules if rule.id in pdf.SEEN for one in pdf.faults(paper, rule))
    eye = tuple(rule for rule in rules if pdf.is_for_the_eye(paper, rule.id))
    return Report(profile, on, "pdf", "", "", len(paper.sizes), found, eye)


def _word_only(content: bytes) -> None:
    if content.lstrip()[:5] == b"%PDF-":
        raise Unusable("Tệp PDF chỉ kiểm tra được, không ghi nhận xét hay sửa được. Gửi tệp .docx.")
    if not content.startswith((b"PK", b"\xd0\xcf")):
        raise Unusable(NOT_A_DOCUMENT)


def paragraphs(content: bytes) -> tuple[Para, ...]:
    """The paragraphs of a .docx as findings number them, head and annexes too. Refuses: Unusable."""
    _word_only(content)
    return read_word(content).paper.body


def marked(content: bytes, report: Report) -> bytes:
    """The file with a Word comment at each finding. Refuses: Unusable, LettersChanged."""
    _word_only(content)
    return mark(content, report.findings)


def mended(content: bytes, *, profile: Profile, on: date) -> tuple[bytes, tuple[Finding, ...]]:
    """The file mended as far as a machine may, and what is left. Refuses: Unusable, LettersChanged."""
    _word_only(content)
    rules = rules_on(profile, on)

    def look(word: Word) -> list[Finding]:
        return list(findings(read(word.paper), rules))

    content, left = mend(content, look)
    return content, tuple(left)


def as_json(report: Report) -> dict[str, Any]:
    """The report as plain values, for the command's `--json`."""
    return {
        "profile": report.profile.value,
        "on": report.on.isoformat(),
        "file": report.file_kind,
        "document_kind": report.document_kind,
        "document_name": report.document_name,
        "pages": report.pages,
        "errors": len(report.of(Severity.ERROR)),
        "warnings": len(report.of(Severity.WARNING)),
        "findings": [_finding_json(one) for one in report.findings],
        "for_the_eye": [
            {"rule": rule.id, "title": rule.title, "should_be": rule.demands, "source": rule.by, "sure": rule.sure}
            for rule in report.for_the_eye
        ],
    }


def _finding_json(one: Finding) -> dict[str, Any]:
    para = one.fault.para
    return {
        "rule": one.rule.id,
        "title": one.rule.title,
        "severity": one.rule.severity.value,
        "place": {
            "page": para.spot.page if para else None,
            "paragraph": para.uid + 1 if para else None,
            "section": one.fault.section,
            "text": one.fault.excerpt,
            "words": one.place,
        },
        "is": one.fault.found,
        "should_be": one.fault.wanted or one.rule.demands,
        "source": one.rule.by,
        "note": one.rule.note,
        "sure": one.rule.sure,
        "can_be_mended": one.can_be_mended,
    }


def told(found: Iterable[Finding]) -> list[str]:
    """Findings as lines for people."""
    lines = []
    for one in found:
        excerpt = f" “{one.fault.excerpt}”" if one.fault.excerpt else ""
        lines.append(f"[{one.rule.id}] {one.place}{excerpt}: {one.rule.title}: {one.fault.found}.")
        remedy = " (máy sửa được)" if one.can_be_mended else ""
        lines.append(f"      Phải là: {one.fault.wanted or one.rule.demands}{remedy}. Nguồn: {one.rule.by}")
    return lines
