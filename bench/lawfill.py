"""A register of many documents beside the demo's: invented facts, real articles, written in bulk.

Types, years, lengths and ends stand in the proportions of a provincial register: mostly short local decisions, some
central decrees and laws; the older, the more of them have ended.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import connection

from bench import bulk, lawtexts
from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.demo.law import story
from motcua.house.office import acts as office
from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import search_index
from motcua.legal.lawbase.choices import HOLDING, EventKind
from motcua.legal.lawbase.models import (
    DocumentVersion,
    EffectEvent,
    EffectSpan,
    LegalDocument,
    Provision,
    SearchRow,
    SearchWord,
)
from motcua.legal.lawbase.rules import effect, identity, indexing
from motcua.legal.lawbase.rules.ranking import search_words

AT = datetime(2026, 7, 14, 9, 0, tzinfo=VN)
ON = AT.date()
PROVINCES = ("An Giang", "Bắc Ninh", "Cà Mau", "Cần Thơ", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai",
    "Đồng Tháp", "Gia Lai", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lâm Đồng",
    "Lạng Sơn", "Lào Cai", "Nghệ An", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La",
    "Tây Ninh", "Thái Nguyên", "Thanh Hóa", "Hồ Chí Minh", "Tuyên Quang", "Vĩnh Long")  # fmt: skip
COMMITTEE, COUNCIL = "Ủy ban nhân dân tỉnh {}", "Hội đồng nhân dân tỉnh {}"
TYPES = (
    ("Quyết định", "QĐ-UBND", COMMITTEE, 46, 0.7), ("Nghị quyết", "NQ-HĐND", COUNCIL, 12, 0.6),
    ("Kế hoạch", "KH-UBND", COMMITTEE, 9, 0.5), ("Chỉ thị", "CT-UBND", COMMITTEE, 4, 0.4),
    ("Công văn", "UBND-NC", COMMITTEE, 8, 0.2), ("Thông tư", "TT-BTP", "Bộ Tư pháp", 10, 1.7),
    ("Thông tư", "TT-BNV", "Bộ Nội vụ", 4, 1.7), ("Nghị định", "NĐ-CP", "Chính phủ", 6, 4.5),
    ("Luật", "QH15", "Quốc hội", 1, 12.0),
)  # fmt: skip
"""Type, symbol, issuer, how many in a hundred, length beside the usual one."""
NAMED = ("quy định", "về", "ban hành quy chế", "hướng dẫn")
FIELDS = ("Hộ tịch", "Chứng thực", "Nuôi con nuôi", "Quốc tịch", "Hòa giải ở cơ sở", "Trợ giúp pháp lý", "Đất đai",
    "Phổ biến, giáo dục pháp luật", "Bồi thường nhà nước", "Cải cách hành chính", "Văn thư, lưu trữ", "Xây dựng",
    "Ngân sách", "Giáo dục", "Y tế", "Giao thông", "Thương mại", "Lao động", "Môi trường", "")  # fmt: skip
MODELS = [LegalDocument, DocumentVersion, Provision, SearchRow, EffectEvent, EffectSpan]
CHUNK = 2_000
"""Documents written at once."""


@dataclass
class Sheets:
    """Rows by table, and the vocabulary as it grows."""

    keeper: str
    random: Random
    rows: dict[type, list[list[str | None]]] = field(default_factory=lambda: {model: [] for model in MODELS})
    words: Counter[str] = field(default_factory=Counter)
    spans: int = 0

    def put(self, model: type, **values: object) -> None:
        """One row; what is not named is empty."""
        self.rows[model].append([bulk.plain(values.get(name, _DEFAULTS[model].get(name))) for name in _COLUMNS[model]])

    def write(self) -> None:
        """Out to the database."""
        for model in MODELS:
            bulk.write(model, self.rows[model])
            self.rows[model] = []


_COLUMNS = {model: list(bulk.places(model)) for model in MODELS}
_DEFAULTS: dict[type, dict[str, object]] = {
    model: {
        one.column: (one.get_default() if not one.primary_key else "")
        for one in model._meta.concrete_fields  # noqa: SLF001
    }
    for model in MODELS
}


def fill(documents: int, provisions: int, folders: list[Path]) -> None:
    """The demo's register through the product's acts, then `documents` more in bulk, `provisions` in all."""
    bulk.migrate()
    office.load_office(settings.OFFICE_DIR, by=SYSTEM, at=AT)
    for _ in story.tell(at=AT):
        pass
    random = Random(11)
    stock = lawtexts.articles(folders)
    clauses = [clause for article in stock for clause in article.clauses]
    sheets = Sheets(Unit.objects.get(code=story.KEEPER).pk.hex, random)
    sheets.words.update(dict(SearchWord.objects.values_list("word", "rows")))
    left = provisions - Provision.objects.count()
    sheets.spans = EffectSpan.objects.order_by("-pk").values_list("pk", flat=True)[0]
    with bulk.bare(MODELS):
        for number in range(documents):
            left -= _document(sheets, stock, clauses, number, left / (documents - number))
            if number % CHUNK == CHUNK - 1 or number == documents - 1:
                sheets.write()
        SearchWord.objects.all().delete()
        bulk.write(SearchWord, [[word, str(many)] for word, many in sorted(sheets.words.items())])
        if connection.vendor == "postgresql":
            _next_number(EffectSpan)
    search_index.put_up(connection)
    bulk.settle()


def _next_number(model: type) -> None:
    with connection.cursor() as cursor:
        table = model._meta.db_table  # type: ignore[attr-defined]  # noqa: SLF001
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")


def _document(
    sheets: Sheets, stock: list[lawtexts.Article], clauses: list[lawtexts.Piece], number: int, wanted: float
) -> int:
    """One document with its provisions; how many those are."""
    random = sheets.random
    kind, symbol, issuer, _, size = random.choices(TYPES, weights=[one[3] for one in TYPES])[0]
    issued = date(1996, 1, 1) + timedelta(
        days=int((date(2026, 6, 30) - date(1996, 1, 1)).days * random.random() ** 0.6)
    )
    issuer = issuer.format(random.choice(PROVINCES))
    written = f"{number % 9000 + 1}/{issued.year}/{symbol}"
    heading = random.choice(stock).heading
    title = f"{kind} {random.choice(NAMED)} {heading[:1].lower()}{heading[1:]}"
    key = bulk.key_at(datetime(issued.year, issued.month, issued.day, tzinfo=VN), random)
    events = _events(issued, random)
    spans = effect.spans(events)
    state = effect.state_on(events, ON)
    facts = indexing.Document(
        slug=f"{identity.slug(kind)}-{identity.slug(written)}-{number}", type=kind, number=written, title=title,
        issuer=issuer, field=random.choice(FIELDS), issued_on=issued, is_holding=state in HOLDING,
        states=frozenset(span.state for span in spans),
    )  # fmt: skip
    sheets.put(
        LegalDocument, id=key, keeper_id=sheets.keeper, slug=facts.slug, issuer=issuer, issuer_key=fold(issuer) + key,
        type=kind, number=written, number_key=identity.number_key(written), issued_on=issued, effective_on=events[1].on,
        title=title, field=facts.field, nature="normative", state=state, state_on=ON, is_holding=facts.is_holding,
        ended_on=effect.ends_on(events), registered_at=AT,
    )  # fmt: skip
    for event in events:
        sheets.put(
            EffectEvent, id=bulk.key_at(AT, random), document_id=key, kind=event.kind, on=event.on,
            scope=list(event.scope), standing="confirmed", proposed_at=AT, decided_at=AT,
        )  # fmt: skip
    for span in spans:
        sheets.spans += 1
        sheets.put(EffectSpan, id=sheets.spans, document_id=key, since=span.since, until=span.until, state=span.state)
    return _text(
        sheets, stock, clauses, facts, key, max(1, round(wanted * size * random.lognormvariate(0, 0.6) / 1.25))
    )


def _events(issued: date, random: Random) -> list[effect.Event]:
    begins = issued + timedelta(days=random.choice((0, 10, 10, 45)))
    events = [effect.Event(EventKind.ISSUED, issued), effect.Event(EventKind.IN_FORCE, begins)]
    age = (ON - issued).days / 365
    if random.random() < min(0.8, age / 22):
        events.append(
            effect.Event(EventKind.REPLACED, begins + timedelta(days=int(365 * random.uniform(0.5, max(1, age)))))
        )
    elif random.random() < 0.08:
        events.append(effect.Event(EventKind.AMENDED, begins + timedelta(days=300), ("dieu-2",)))
    return events


def _text(
    sheets: Sheets, stock: list[lawtexts.Article], clauses: list[lawtexts.Piece], facts: indexing.Document, key: str,
    wanted: int,
) -> int:  # fmt: skip
    random, base = sheets.random, indexing.first_place(facts)
    version, order, searched, texts = bulk.key_at(AT, random), 0, 0, []
    head = bulk.key_at(AT, random)
    sheets.put(Provision, id=head, document_id=key, version_id=None, heading=facts.title, text=facts.title)
    _search_row(sheets, base, key, head, indexing.row_of(facts, facts.words))

    def put(unit: str, kind: str, number: str, heading: str, text: str) -> str:
        nonlocal order
        order += 1
        made = bulk.key_at(AT, random)
        sheets.put(Provision, id=made, document_id=key, version_id=version, unit_id=unit, kind=kind, number=number,
                   heading=heading, text=text, order=order)  # fmt: skip
        texts.append(text)
        return made

    put("phan-dau", "header", "", "", f"{facts.issuer.upper()}\nSố: {facts.number}\n{facts.title}\n")
    put("can-cu", "basis", "", "", "Căn cứ Luật Tổ chức chính quyền địa phương;\n")
    article = 0
    while order < wanted:
        article, one = article + 1, lawtexts.mixed(stock, clauses, random)
        unit, opening = f"dieu-{article}", f"Điều {article}. {one.heading}\n{one.intro}"
        made = put(unit, "article", str(article), one.heading, opening)
        words = [search_words(opening)]
        for place, clause in enumerate(one.clauses, start=1):
            words.append(clause.words)
            for inside, kind, number, text in clause.units:
                put(f"{unit}/khoan-{place}" + (f"/{inside}" if inside else ""), kind, number, "", text)
        searched += 1
        row = indexing.row_of(facts, " ".join(words), search_words(one.heading))
        _search_row(sheets, base + searched, key, made, row)
    put("phan-cuoi", "footer", "", "", "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n")
    sheets.put(DocumentVersion, id=version, document_id=key, no=1, text="".join(texts), digest=key, made_at=AT,
               made_by="bench", is_current=True, citations_read_at=AT)  # fmt: skip
    return order + 1


def _search_row(sheets: Sheets, place: int, document: str, provision: str, row: indexing.Row) -> None:
    sheets.put(SearchRow, place=place, document_id=document, provision_id=provision, title=row.title, head=row.head,
               words=row.words, marks=row.marks)  # fmt: skip
    sheets.words.update(indexing.counted(row))
