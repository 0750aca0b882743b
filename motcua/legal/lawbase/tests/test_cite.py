"""`motcua cite --register`: a line of JSON for each reference, with what the register knows of it."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase.queries.cited import RegisterRows
from motcua.legal.lawbase.tests import world


def lines(path):
    out = io.StringIO()
    call_command("cite_register", str(path), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def laws(db):
    for number, issued, begins in (("45/2013/QH13", 2013, 2014), ("31/2024/QH15", 2024, 2025)):
        world.document(
            SYSTEM, type="Luật", number=number, title="Luật Đất đai", issuer="Quốc hội",
            issued_on=date(issued, 1, 18), effective_on=date(begins, 1, 1),
        )  # fmt: skip
    return world.document(SYSTEM, type="Bộ luật", number="91/2015/QH13", title="Bộ luật Dân sự", issuer="Quốc hội")


def test_the_register_gives_number_date_name_and_address(tmp_path, laws):
    path = tmp_path / "text.txt"
    path.write_bytes("Luật số 31/2024/QH15; Điều 5 BLDS; Luật Đất đai năm 2013; Nghị định số 1/2020/NĐ-CP".encode())

    found = lines(path)

    assert [line["register"] for line in found] == [
        "luat-31-2024-qh15", "bo-luat-91-2015-qh13", "luat-45-2013-qh13", "unknown",
    ]  # fmt: skip
    assert (found[0]["document"]["name"], found[0]["document"]["date"]) == ("Đất đai", "2024-01-18")
    assert found[1]["document"]["number"] == "91/2015/QH13"


def test_a_name_two_laws_have_stays_open_without_a_day(tmp_path, laws):
    path = tmp_path / "text.txt"
    path.write_bytes("Điều 5 Luật Đất đai".encode())

    [line] = lines(path)

    assert (line["register"], line["document"]["number"]) == ("ambiguous", None)


def test_the_text_of_a_day_means_the_law_in_force_then(laws):
    rows = RegisterRows({})
    rows.prepare(frozenset(), frozenset({"Luật"}))

    assert rows.by_name("Luật", "Đất đai", None, date(2020, 5, 1)).number == "45/2013/QH13"
    assert rows.by_name("Luật", "Đất đai", None, date(2025, 5, 1)).number == "31/2024/QH15"
    assert rows.by_name("Luật", "Đất đai", None, date(2000, 5, 1)) is None


def test_a_number_said_by_half_is_completed_only_when_one_fits(db):
    world.document(SYSTEM, type="Nghị định", number="61/2018/NĐ-CP", issuer="Chính phủ")
    rows = RegisterRows({})
    rows.prepare(frozenset({"61/2018"}), frozenset())

    assert rows.by_number("Nghị định", "61/2018", None, None).number == "61/2018/NĐ-CP"
    assert rows.by_number("Thông tư", "61/2018", None, None) is None


def test_an_issuer_without_its_name_is_the_only_one_that_fits(db):
    decision = world.document(SYSTEM, number="12/2021/QĐ-UBND", issuer="Ủy ban nhân dân thành phố Tam Kỳ")

    def slug(issuer):
        rows = RegisterRows({})
        rows.prepare(frozenset({"12/2021/QĐ-UBND"}), frozenset())
        known = rows.by_number("Quyết định", "12/2021/QĐ-UBND", issuer, None)
        return known.issuer if known else None

    assert slug("UBND thành phố") == decision.issuer
    assert slug("UBND tỉnh") is None
    world.document(SYSTEM, number="12/2021/QĐ-UBND", issuer="Ủy ban nhân dân thành phố Đà Nẵng")
    assert slug("UBND thành phố") is None


def test_a_wrong_kind_yields_to_the_symbol(tmp_path, db):
    world.document(SYSTEM, type="Thông tư", number="07/2020/TT-BTP", issuer="Bộ Tư pháp", issued_on=date(2020, 12, 21))
    path = tmp_path / "text.txt"
    path.write_bytes("Thông tư liên tịch số 07/2020/TT-BTP, ngày 21/12/2020 của Bộ Tư pháp".encode())

    [line] = lines(path)

    assert (line["register"], line["warnings"]) == ("thong-tu-7-2020-tt-btp", ["TYPE_SYMBOL_MISMATCH"])


def test_a_missing_file_is_said_in_vietnamese(tmp_path):
    with pytest.raises(CommandError, match="không có tệp này"):
        lines(tmp_path / "none.txt")
