"""Two officers at once, on both databases: the second is told what the first wrote, in words, and nothing breaks."""

import pytest

from motcua.house.numbering.tests.stores import Store, store

__all__ = ["store"]
pytestmark = pytest.mark.slow

TOGETHER = """
import threading, time
from datetime import date, datetime
from django.conf import settings
from django.db import connection, transaction
from motcua.base.worktime.rules import VN
from motcua.house.office import acts as office
from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts
from motcua.legal.lawbase.choices import RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation

AT = datetime(2024, 11, 14, 9, tzinfo=VN)
office.load_office(settings.OFFICE_DIR, by=SYSTEM, at=AT)
WHO = {"keeper_id": Unit.objects.get(code="TK-TP").pk, "by": SYSTEM, "at": AT}

def enter(number, issuer="Ủy ban nhân dân phường", day=date(2024, 3, 1)):
    facts = acts.Facts(issuer=issuer, type="Quyết định", title="Tên", number=number, issued_on=day, effective_on=day)
    return acts.register(facts, **WHO)

def both(first, second):
    written, said = threading.Event(), []
    def later():
        written.wait(30)
        try:
            made = second()
            said.append(getattr(made, "slug", "made"))
        except ValueError as reason:
            said.append(f"{reason} {bool(getattr(reason, 'document', None))}")
        except Exception as reason:
            said.append(type(reason).__name__)
        connection.close()
    other = threading.Thread(target=later)
    other.start()
    with transaction.atomic():
        first()
        written.set()
        time.sleep(1.5)
    other.join(30)
    print(*said)

both(lambda: enter("1/2024/QĐ-UBND"), lambda: enter("01/2024/QĐ-UBND"))
both(lambda: enter("2/2024/QĐ-UBND"), lambda: enter("2/2024/QĐ-UBND", issuer="Ủy ban nhân dân xã"))
one, two, three = enter("3/2024/QĐ-UBND"), enter("4/2024/QĐ-UBND"), enter("5/2024/QĐ-UBND")
relate = lambda: acts.relate(one, kind=RelationKind.REPEALS, target=two, by=SYSTEM, at=AT)
both(relate, relate)
right = lambda document: acts.correct(document, {"number": "9/2024/QĐ-UBND"}, reason="nhầm", by=SYSTEM, at=AT)
both(lambda: right(two), lambda: right(three))
text = lambda: acts.add_version(one, "Điều 1. A\\nNội dung.\\n", by=SYSTEM, at=AT)
both(text, text)
pause = lambda on: acts.record_event(two, acts.Happening(kind="suspended", on=on), confirmed=True, by=SYSTEM, at=AT)
both(lambda: pause(date(2024, 5, 1)), lambda: pause(date(2024, 6, 1)))
print(LegalDocument.objects.count(), Relation.objects.count(), EffectEvent.objects.filter(kind="repealed").count())
"""


def test_whoever_comes_second_is_told_in_words_and_nothing_is_there_twice(store: Store):
    store.migrate("lawbase", "journal", "law_review", "notices")

    assert store.run(TOGETHER).splitlines() == [
        "Sổ đã có Quyết định số 1/2024/QĐ-UBND của Ủy ban nhân dân phường. True",
        "quyet-dinh-2-2024-qd-ubnd-20240301",
        "Quan hệ này đã có trong sổ: Hệ thống ghi lúc 09:00 ngày 14/11/2024. False",
        "Sổ đã có một văn bản khác cùng cơ quan, loại, số và ngày ban hành. True",
        "Nội dung này đã có trong sổ. True",
        "made",
        "6 1 1",
    ]
