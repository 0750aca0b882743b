"""Tell the register: five invented documents for each matter, the central ones, who amends and replaces whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EventStanding, Nature, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument
from motcua.legal.lawbase.rules.identity import type_from_number
from motcua.legal.lawbase.rules.issuers import issuer_of

HERE = Path(__file__).parent
CITY, COUNCIL, WARD = (
    "Ủy ban nhân dân thành phố Tam Kỳ", "Hội đồng nhân dân thành phố Tam Kỳ", "Ủy ban nhân dân phường Tam Kỳ",
)  # fmt: skip
UNITS = {CITY: "TK", COUNCIL: "TK", WARD: "P20341"}
KEEPER = "TK-TP"
FIRST_NUMBER = 901
_MARK = " (minh họa)"


@dataclass(frozen=True)
class Teller:
    """Who keeps the register, and the moment of telling."""

    keeper: Unit
    units: dict[str, Unit]
    at: datetime

    def enter(self, text: str, **facts: Any) -> LegalDocument:
        """One invented document with its text."""
        unit = self.units[facts["issuer"]]
        made = acts.register(
            acts.Facts(**facts, issuer_unit_id=unit.pk, responsible_unit_id=unit.pk, source="Bản thử nghiệm"),
            keeper_id=self.keeper.pk, by=SYSTEM, at=self.at,
        )  # fmt: skip
        if text:
            acts.add_version(made, text, by=SYSTEM, at=self.at, read=False)
        return made

    def relate(self, source: LegalDocument, kind: RelationKind, target: LegalDocument, **more: Any) -> None:
        """A confirmed relation."""
        acts.relate(source, kind=kind, target=target, confirmed=True, by=SYSTEM, at=self.at, **more)


def tell(*, at: datetime) -> Iterator[LegalDocument]:
    """All documents of the demo's register; the same every time. What they cite is read when all is entered."""
    units = {name: Unit.objects.get(code=code) for name, code in UNITS.items()}
    teller = Teller(Unit.objects.get(code=KEEPER), units, at)
    yield from _central(teller)
    topics = yaml.safe_load((HERE / "topics.yaml").read_text(encoding="utf-8"))
    for place, topic in enumerate(topics):
        yield from _matter(teller, topic, FIRST_NUMBER + 5 * place, proposed=place % 4 == 0)
    for version in queries.versions_to_read(len(topics) * 5):
        acts.read_citations(version, at=at)
    _confirm_read(at)


def _confirm_read(at: datetime) -> None:
    """What the machine read in the amending decisions was long since confirmed; this year's plans still wait."""
    waiting = EffectEvent.objects.filter(standing=EventStanding.PROPOSED, acting__type="Quyết định")
    for event in waiting.select_related("document", "acting").order_by("on", "id"):
        acts.decide(event, accept=True, by=SYSTEM, at=at)


# --- central documents ---------------------------------------------------------------------
def _central(teller: Teller) -> Iterator[LegalDocument]:
    content = yaml.safe_load((HERE / "central.yaml").read_text(encoding="utf-8"))
    cited = yaml.safe_load((Path(settings.LAW_DIR) / "instruments.yaml").read_text(encoding="utf-8"))["instruments"]
    rows = content["documents"] + [{**row, "title": row["name"]} for row in cited]
    seen: set[str] = set()
    for row in rows:
        if row["number"] in seen:
            continue
        seen.add(row["number"])
        yield acts.register(_facts_of(row), keeper_id=teller.keeper.pk, by=SYSTEM, at=teller.at)
    for source, kind, target in content["relations"]:
        teller.relate(_one(source), RelationKind(kind), _one(target))


def _facts_of(row: dict[str, Any]) -> acts.Facts:
    number = row["number"]
    begins, signed = row.get("from"), row.get("signed")
    return acts.Facts(
        number=number,
        title=row["title"],
        type=row.get("type") or type_from_number(number) or "Văn bản",
        issuer=row.get("issuer") or issuer_of(number) or _local_issuer(row["title"]),
        issued_on=signed,
        effective_on=max(begins, signed) if begins and signed else begins,
        expires_on=row.get("to"),
        nature=Nature.NORMATIVE if "/20" in number else Nature.ADMINISTRATIVE,
        sure=row["sure"],
    )


def _local_issuer(title: str) -> str:
    return "Hội đồng nhân dân thành phố Đà Nẵng" if "Đà Nẵng" in title else "Liên ngành trung ương"


def _one(number: str) -> LegalDocument:
    found = queries.by_number(number).first()
    if found is None:
        raise LookupError(number)
    return found


# --- invented documents ----------------------------------------------------------------------
def _matter(teller: Teller, topic: dict[str, Any], first: int, *, proposed: bool) -> Iterator[LegalDocument]:
    """A resolution, the decision on it, its amendment, what replaces both, and this year's plan."""
    year, subject = topic["begins"], topic["subject"]
    resolution = teller.enter(
        _resolution(topic), type="Nghị quyết", number=f"{first}/{year}/NQ-HĐND", issuer=COUNCIL, field=topic["field"],
        title=f"Nghị quyết về {subject}{_MARK}", issued_on=date(year, 7, 10), effective_on=date(year, 7, 20),
    )  # fmt: skip
    rule = teller.enter(
        _decision(topic["rule"], f"{first}/{year}/NQ-HĐND"), type="Quyết định", number=f"{first + 1}/{year}/QĐ-UBND",
        issuer=CITY, field=topic["field"], title=f"Quyết định quy định {subject}{_MARK}",
        issued_on=date(year, 9, 5), effective_on=date(year, 9, 20), foreign_label="Còn hiệu lực" if proposed else "",
    )  # fmt: skip
    teller.relate(rule, RelationKind.DETAILS, resolution)
    amendment = _amendment(teller, topic, rule, f"{first + 2}/{year + 2}/QĐ-UBND", date(year + 2, 5, 12))
    new = teller.enter(
        _decision(_changed(topic), f"{first}/{year}/NQ-HĐND"), type="Quyết định",
        number=f"{first + 3}/{year + 5}/QĐ-UBND", issuer=CITY, field=topic["field"],
        title=f"Quyết định quy định {subject} (thay thế){_MARK}",
        issued_on=date(year + 5, 3, 1), effective_on=date(year + 5, 3, 15),
        expires_on=date(2026, 12, 31) if proposed else None,
    )  # fmt: skip
    for old in (rule, amendment):
        teller.relate(new, RelationKind.REPLACES, old)
    teller.relate(new, RelationKind.DETAILS, resolution)
    plan = teller.enter(
        _plan(topic, new.number), type="Kế hoạch", number=f"{first + 4}/KH-UBND", issuer=WARD, field=topic["field"],
        title=f"Kế hoạch thực hiện {subject} năm 2026{_MARK}", issued_on=date(2026, 1, 12),
        effective_on=date(2026, 1, 12), expires_on=date(2026, 12, 31), nature=Nature.ADMINISTRATIVE,
    )  # fmt: skip
    teller.relate(plan, RelationKind.BASED_ON, new)
    if proposed:
        acts.relate(plan, kind=RelationKind.REPEALS, target=resolution, by=SYSTEM, at=teller.at)
    yield from (resolution, rule, amendment, new, plan)


def _amendment(teller: Teller, topic: dict[str, Any], rule: LegalDocument, number: str, on: date) -> LegalDocument:
    change = topic["change"]
    clause = f"{change['clause']}. {change['text']}"
    heading, lines = change["added"]
    added = f"Điều 2a. {heading}\n" + "\n".join(f"{n}. {line}" for n, line in enumerate(lines, start=1))
    begins = on + timedelta(days=14)
    text = (
        f"Điều 1. Sửa đổi, bổ sung một số điều của {rule.name}\n"
        f"1. Sửa đổi khoản {change['clause']} Điều 2 như sau:\n“{clause}”\n"
        f"2. Bổ sung Điều 2a vào sau Điều 2 như sau:\n“{added}”\n3. Bãi bỏ khoản 2 Điều 4.\n"
        f"Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày {begins:%d tháng %m năm %Y}.\n"
    )
    made = teller.enter(
        text, type="Quyết định", number=number, issuer=CITY, field=topic["field"], issued_on=on, effective_on=begins,
        title=f"Quyết định sửa đổi, bổ sung một số điều của {rule.name}{_MARK}",
    )  # fmt: skip
    teller.relate(
        made, RelationKind.AMENDS, rule, scope=[f"dieu-2/khoan-{change['clause']}", "dieu-4/khoan-2"],
        scope_words=f"khoản {change['clause']} Điều 2, khoản 2 Điều 4",
    )  # fmt: skip
    changes = (
        (PatchKind.REPLACE, f"dieu-2/khoan-{change['clause']}", clause),
        (PatchKind.INSERT_AFTER, "dieu-2", added),
        (PatchKind.DELETE, "dieu-4/khoan-2", ""),
    )
    for kind, target, words in changes:
        acts.patch(rule, acting=made, kind=kind, target=target, text=words, on=begins, by=SYSTEM, at=teller.at)
    return made


def _changed(topic: dict[str, Any]) -> list[Any]:
    """The articles with the amendment worked in, as the decision that replaces them has them."""
    (heading, clauses), *others = topic["rule"]
    place = topic["change"]["clause"] - 1
    mended = [topic["change"]["text"] if n == place else clause for n, clause in enumerate(clauses)]
    return [[heading, mended], topic["change"]["added"], *others]


def _decision(articles: list[Any], basis: str) -> str:
    lines = [
        "QUYẾT ĐỊNH", f"Căn cứ Nghị quyết số {basis};", "Theo đề nghị của Trưởng phòng Tư pháp.", "QUYẾT ĐỊNH:",
        "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng",
        "Quyết định này áp dụng đối với cơ quan, tổ chức, cá nhân trên địa bàn. Nội dung chỉ để minh họa.",
    ]  # fmt: skip
    for number, (heading, clauses) in enumerate(articles, start=2):
        lines.append(f"Điều {number}. {heading}")
        lines += [f"{place}. {clause}" for place, clause in enumerate(clauses, start=1)]
    lines += [f"Điều {len(articles) + 2}. Tổ chức thực hiện", "Văn phòng và Phòng Tư pháp chịu trách nhiệm thi hành."]
    lines += ["Nơi nhận:", "- Như Điều cuối;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    return "\n".join(lines) + "\n"


def _resolution(topic: dict[str, Any]) -> str:
    heads = "; ".join(heading.lower() for heading, _ in topic["rule"])
    return (
        f"Điều 1. Thông qua chủ trương\nThông qua chủ trương về {topic['subject']}.\n"
        f"Điều 2. Nội dung giao quy định\nGiao Ủy ban nhân dân thành phố quy định: {heads}.\n"
        "Điều 3. Giám sát\nThường trực Hội đồng nhân dân giám sát việc thực hiện nghị quyết.\n"
    )


def _plan(topic: dict[str, Any], basis: str) -> str:
    return (
        f"KẾ HOẠCH\nThực hiện {topic['subject']}\nI. MỤC ĐÍCH, YÊU CẦU\n1. Triển khai Quyết định số {basis}.\n"
        "2. Phân công rõ người, rõ việc, rõ thời hạn.\n"
        f"II. NHIỆM VỤ\n1. {topic['task']}.\n2. Báo cáo kết quả trước ngày 15 tháng 12.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi, đôn đốc.\n2. Kinh phí trong dự toán được giao.\n"
    )
