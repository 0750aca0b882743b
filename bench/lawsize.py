"""How large the search's index is, and what it costs to keep it: a law of 300 articles in and out."""

import time
from datetime import date
from typing import Any

from django.db import connection

from bench.lawfill import AT
from motcua.demo.law import story
from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts
from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.models import LegalDocument, SearchRow, SearchWord

ARTICLES = 300
_CLAUSE = "Cơ quan đăng ký có trách nhiệm kiểm tra hồ sơ số {}, trả lời bằng văn bản trong {} ngày làm việc."


def sizes() -> dict[str, Any]:
    """Megabytes of the database, of the index, of the rows it answers with."""
    counted = {"rows": SearchRow.objects.count(), "words": SearchWord.objects.filter(rows__gt=0).count()}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT pg_database_size(current_database()), pg_relation_size('lawbase_terms'),"
                " pg_total_relation_size('lawbase_searchrow') - pg_relation_size('lawbase_terms')"
            )
            return counted | dict(zip(("size_mb", "index_mb", "rows_mb"), map(_mb, cursor.fetchone()), strict=True))
        return counted | {
            "size_mb": _mb(_pages(cursor, "")),
            "index_mb": _mb(_pages(cursor, "WHERE name LIKE 'lawbase_terms%%'")),
            "rows_mb": _mb(_pages(cursor, "WHERE name LIKE 'lawbase_searchrow%%'")),
        }


def _pages(cursor: Any, where: str) -> int:
    cursor.execute(f"SELECT sum(pgsize) FROM dbstat('main', 1) {where}")
    return int(cursor.fetchone()[0])


def _mb(size: int) -> int:
    return size // 1_000_000


def upkeep() -> dict[str, float]:
    """Milliseconds of acts on one long law: in, another text, ended (its rows change places), a text of one article."""
    keeper = Unit.objects.get(code=story.KEEPER).pk
    facts = acts.Facts(
        type="Luật", number="99/2026/QH16", title="Luật Đo lường việc tìm kiếm", issuer="Quốc hội",
        issued_on=date(2026, 6, 1), effective_on=date(2026, 7, 1),
    )  # fmt: skip
    made: list[LegalDocument] = []
    steps = {
        f"register a law, {ARTICLES} articles in": lambda: made.append(_entered(facts, keeper)),
        "another text: those out, as many in": lambda: acts.add_version(made[0], _law(2), by=SYSTEM, at=AT, read=False),
        "it ends: all its rows move": lambda: acts.record_event(
            made[0], acts.Happening(kind=EventKind.EXPIRES, on=date(2026, 7, 10)), by=SYSTEM, at=AT, confirmed=True
        ),
        "a text of one article: 300 out, 1 in": lambda: acts.add_version(
            made[0], "Điều 1. Hiệu lực\nLuật này có hiệu lực.\n", by=SYSTEM, at=AT, read=False
        ),
    }
    found = {}
    for name, step in steps.items():
        began = time.perf_counter()
        step()
        found[name] = round((time.perf_counter() - began) * 1000)
    return found


def _entered(facts: acts.Facts, keeper: Any) -> LegalDocument:
    made = acts.register(facts, keeper_id=keeper, by=SYSTEM, at=AT)
    acts.add_version(made, _law(1), by=SYSTEM, at=AT, read=False)
    return made


def _law(draft: int) -> str:
    return "".join(
        f"Điều {number}. Trách nhiệm thứ {number}\n1. {_CLAUSE.format(number * draft, number)}\n"
        f"2. {_CLAUSE.format(number + draft, draft)}\n3. {_CLAUSE.format(draft, number)}\n"
        for number in range(1, ARTICLES + 1)
    )
