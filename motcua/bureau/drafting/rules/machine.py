"""What a machine can see in a draft, content by content (A to G); what it could not look at is said as well.

Plain functions over the text and the facts of the procedure. Findings never decide: the appraiser does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.base.vn.rules import fold
from motcua.bureau.drafting.rules.dates import EffectFault
from motcua.bureau.drafting.rules.law import Answer, LimitRow


@dataclass(frozen=True)
class Finding:
    """One thing seen under one content; `is_wrong` false asks for a look; `by` is the rule where there is one."""

    content: str
    words: str
    is_wrong: bool = True
    by: str = ""


@dataclass(frozen=True)
class NotRun:
    """A check that was not made, and why."""

    content: str
    what: str
    why: str


@dataclass(frozen=True)
class Machine:
    """What was found and what was not run."""

    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()

    def under(self, content: str) -> tuple[Finding, ...]:
        """Findings of one content."""
        return tuple(one for one in self.findings if one.content == content)

    def missed(self, content: str) -> tuple[NotRun, ...]:
        """Checks of one content that were not run."""
        return tuple(one for one in self.not_run if one.content == content)


@dataclass(frozen=True, kw_only=True)
class Period:
    """An opinion round or a posting: its days and the least the law asks."""

    from_on: date
    to_on: date
    least: LimitRow | None


@dataclass(frozen=True, kw_only=True)
class DraftFacts:
    """All that is looked at. `text` is empty where no version could be read."""

    title: str
    text: str
    competence: Answer
    rounds: Sequence[Period] = ()
    postings: Sequence[Period] = ()
    posting_row: LimitRow | None = None
    missing_papers: Sequence[str] = ()
    unhandled: int = 0
    effect: Sequence[EffectFault] = field(default_factory=tuple)


def own_findings(facts: DraftFacts) -> tuple[Finding, ...]:
    """Everything this module sees by itself; citations, the register and the format checker add theirs."""
    return (
        *_scope(facts),
        *_competence(facts),
        *_lawful(facts),
        *_procedure(facts),
        *_ending(facts.text),
    )


# --- A: the title against Điều 1 -------------------------------------------------------
_ARTICLE_1 = re.compile(r"^\s*Điều\s+1\.(.*?)(?=^\s*Điều\s+2\.|\Z)", re.MULTILINE | re.DOTALL)
_SMALL = frozenset(
    ["quy", "dinh", "ve", "va", "cua", "cac", "tren", "dia", "ban", "mot", "so", "dieu", "viec", "theo", "cho", "tai"]
)
LEAST_SHARE = 0.5


def _scope(facts: DraftFacts) -> Iterator[Finding]:
    if not facts.text:
        return
    article = _ARTICLE_1.search(facts.text)
    if article is None:
        yield Finding("A", "Không tìm thấy Điều 1 trong dự thảo.", is_wrong=False)
        return
    wanted = set(fold(facts.title).split()) - _SMALL
    there = set(re.findall(r"\w+", fold(article.group(1))))
    if wanted and len(wanted & there) / len(wanted) < LEAST_SHARE:
        words = "Điều 1 ít nhắc lại các từ của tên gọi: xem tên gọi có thống nhất với phạm vi điều chỉnh không."
        yield Finding("A", words, is_wrong=False)


# --- C: form of competence --------------------------------------------------------------
def _competence(facts: DraftFacts) -> Iterator[Finding]:
    by = facts.competence.row.by if facts.competence.row else ""
    if not facts.competence.may:
        yield Finding("C", facts.competence.why, by=by)
    elif facts.competence.condition:
        yield Finding("C", facts.competence.condition, is_wrong=False, by=by)


# --- D: administrative procedures, retroactive effect ------------------------------------
_PROCEDURE_WORDS = {
    "thanh phan ho so": "thành phần hồ sơ",
    "thoi han giai quyet": "thời hạn giải quyết",
    "trinh tu, thu tuc thuc hien": "trình tự, thủ tục thực hiện",
    "mau don": "mẫu đơn",
    "don de nghi": "đơn đề nghị",
    "phi, le phi": "phí, lệ phí",
}


def _lawful(facts: DraftFacts) -> Iterator[Finding]:
    folded = fold(facts.text)
    seen = [name for words, name in _PROCEDURE_WORDS.items() if words in folded]
    if seen:
        words = f"Có từ ngữ của thủ tục hành chính ({', '.join(seen)}): chỉ được quy định khi luật giao."
        yield Finding("D", words, is_wrong=False)
    for fault in facts.effect:
        yield Finding("D", fault.words, is_wrong=fault.is_wrong)


# --- G: procedure and ending --------------------------------------------------------------
def _procedure(facts: DraftFacts) -> Iterator[Finding]:
    if not facts.rounds:
        yield Finding("G", "Chưa lấy ý kiến đợt nào.")
    for no, one in enumerate(facts.rounds, start=1):
        yield from _too_short(f"Lấy ý kiến đợt {no}", one)
    if facts.posting_row is not None and facts.posting_row.exists and not facts.postings:
        yield Finding("G", f"Chưa đăng tải dự thảo (ít nhất {facts.posting_row.days} ngày).", by=facts.posting_row.by)
    for one in facts.postings:
        yield from _too_short("Đăng tải dự thảo", one)
    if facts.missing_papers:
        yield Finding("G", f"Hồ sơ thẩm định thiếu: {'; '.join(facts.missing_papers)}.")
    if facts.unhandled:
        yield Finding("G", f"Còn {facts.unhandled} ý kiến chưa được tiếp thu, giải trình.")


def _too_short(what: str, one: Period) -> Iterator[Finding]:
    days = (one.to_on - one.from_on).days
    if one.least is not None and days < one.least.days:
        yield Finding("G", f"{what}: {days} ngày, ít hơn {one.least.days} ngày.", by=one.least.by)


_FROM_SIGNING = ("co hieu luc ke tu ngay ky", "hieu luc thi hanh ke tu ngay ky", "hieu luc tu ngay ky")
_SWEEPING = re.compile(r"(quy dinh|van ban)[^.;]{0,60} truoc day[^.;]{0,60}(trai voi|bai bo)[^.;]*")
_DATED = re.compile(r"co hieu luc (thi hanh )?(ke )?tu ngay \d{1,2}")


def _ending(text: str) -> Iterator[Finding]:
    if not text:
        return
    folded = " ".join(fold(text).split())
    if any(words in folded for words in _FROM_SIGNING):
        words = "Ghi “có hiệu lực kể từ ngày ký”: phải ghi ngày cụ thể, trừ trình tự rút gọn."
        yield Finding("G", words, is_wrong=False)
    elif not _DATED.search(folded) and "co hieu luc" not in folded:
        yield Finding("G", "Không tìm thấy điều khoản về hiệu lực thi hành.", is_wrong=False)
    if _SWEEPING.search(folded):
        words = "Điều khoản bãi bỏ chung (“các quy định trước đây trái với…”): phải nêu rõ từng văn bản, điều, khoản."
        yield Finding("G", words)
