"""Copies of extracts: the entry with all its notes, or what an officer copied from the paper book."""

import pytest

from motcua.counter.dossiers.acts import trade_of
from motcua.instruments.printing import queries as printing
from motcua.trades.civil_status import acts, rules
from motcua.trades.civil_status.choices import BookKind, NoteKind
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.tests import world
from motcua.trades.civil_status.tests.world import AT, EXTRACT

pytestmark = pytest.mark.usefixtures("_office")

KHUE = {"name": "Trần Nguyễn Minh Khuê", "born": "2024-11-05"}


def settle(dossier, hoa):
    return trade_of(dossier).settle(dossier, signer=hoa.name, title="Phó Chủ tịch", by=hoa, at=AT)


def test_a_copy_says_everything_the_register_holds_today(minh, hoa):
    content = {"nksHoTen": KHUE["name"], "nksNgaySinh": "05/11/2024", "nksGioiTinh": "Nữ"}
    entry = world.entry(minh, **KHUE, content=content)
    acts.note(entry, kind=NoteKind.CORRECT, words="Cải chính nơi sinh", basis="118/TLCC", by=minh, at=AT)
    settled = settle(world.dossier("civil_status.extract", EXTRACT), hoa)
    copy = RegisterEntry.objects.get(kind=BookKind.COPY)

    assert settled.number == "01/2024/TLKS-BS"
    assert settled.paper.heading == "Trích lục khai sinh (bản sao)"
    assert list(settled.paper.rows) == [
        ("Họ, chữ đệm, tên", KHUE["name"]),
        ("Ngày, tháng, năm sinh", "05/11/2024"),
        ("Giới tính", "Nữ"),
        ("Nơi đăng ký", "Ủy ban nhân dân phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam"),
        ("Số", "01/2024"),
        ("Ngày, tháng, năm đăng ký", "14/11/2024"),
        ("Người ký", "Lê Thị Hoa, Phó Chủ tịch"),
    ]
    assert settled.paper.notes == "Ngày 14/11/2024: Cải chính nơi sinh."
    assert settled.paper.source == "Sổ đăng ký khai sinh quyển số 01/2024, số 01, ngày 14/11/2024"
    assert (copy.source_id, copy.content["soLuong"]) == (entry.pk, "2")
    assert printing.render(settled.paper).startswith(b"%PDF")


def test_copies_of_all_kinds_count_in_one_book_of_their_own(minh, hoa):
    world.entry(minh, **KHUE)
    for _ in range(2):
        settled = settle(world.dossier("civil_status.extract", EXTRACT), hoa)

    assert settled.number == "02/2024/TLKS-BS"
    assert settled.register_ref == "Sổ cấp bản sao trích lục hộ tịch quyển số 01/2024, số 02"


def test_a_number_with_another_name_opens_nobodys_entry(minh):
    world.entry(minh, name="Lê Văn Tám", born="2024-11-05")
    dossier = world.dossier("civil_status.extract", EXTRACT | {"record.number": "01", "record.book": "01/2024"})

    with pytest.raises(rules.NotInRegister, match="chép nội dung từ sổ giấy"):
        trade_of(dossier).draft(dossier, at=AT)


def test_a_cancelled_entry_and_an_entry_of_another_ward_give_no_copy(minh, hoa):
    acts.cancel(world.entry(minh, **KHUE), reason="Ghi nhầm", by=hoa, at=AT)
    dossier = world.dossier("civil_status.extract", EXTRACT, unit_code="X20347")

    for one in (dossier, world.dossier("civil_status.extract", EXTRACT)):
        with pytest.raises(rules.NotInRegister):
            trade_of(one).draft(one, at=AT)


def test_of_two_that_fit_the_officer_chooses(minh, hoa):
    first, _ = world.entry(minh, **KHUE), world.entry(minh, **KHUE)
    dossier = world.dossier("civil_status.extract", EXTRACT)
    with pytest.raises(rules.NotInRegister, match="chọn một"):
        settle(dossier, hoa)
    acts.find(dossier, {"entry": str(first.pk)}, by=minh, at=AT)

    assert settle(dossier, hoa).paper.source.endswith("số 01, ngày 14/11/2024")


def test_a_chosen_entry_that_is_not_held_here_is_refused(minh, hoa):
    death = world.entry(minh, **KHUE, kind=BookKind.DEATH)
    dossier = world.dossier("civil_status.extract", EXTRACT)
    acts.find(dossier, {"entry": str(death.pk)}, by=minh, at=AT)

    with pytest.raises(rules.NotInRegister, match="chọn lại"):
        settle(dossier, hoa)


def test_a_copy_from_the_paper_book_says_so(minh, hoa):
    dossier = world.dossier("civil_status.extract", EXTRACT)
    found = {
        "content": {"nksHoTen": "Trần Nguyễn Minh Khuê", "nksQueQuan": "Tam Thăng"},
        "number": "44",
        "book": "01/1990",
        "registered_on": "20/03/1990",
        "notes": "Đã bổ sung quê quán",
        "confirmed": True,
    }
    acts.find(dossier, found, by=minh, at=AT)
    settled = settle(dossier, hoa)

    assert settled.paper.source == (
        "Sổ đăng ký khai sinh (sổ giấy), quyển số 01/1990, số 44, ngày 20/03/1990, "
        "đã đối chiếu với sổ giấy (Trần Văn Minh)"
    )
    assert ("Quê quán", "Tam Thăng") in settled.paper.rows
    assert ("Nơi đăng ký", "UBND phường An Mỹ") in settled.paper.rows
    assert settled.paper.notes == "Đã bổ sung quê quán"


def test_a_kind_kept_only_on_paper_is_copied_line_by_line(minh, hoa):
    dossier = world.dossier("civil_status.extract", EXTRACT | {"extract.kind": "guardianship"})
    found = {"lines": "Người giám hộ: Trần Văn Bình\nCử giám hộ theo nguyện vọng", "confirmed": True}
    acts.find(dossier, found, by=minh, at=AT)
    settled = settle(dossier, hoa)

    assert settled.number == "01/2024/TLHT-BS"
    assert settled.paper.heading == "Trích lục đăng ký giám hộ (bản sao)"
    assert list(settled.paper.rows[:2]) == [
        ("Người giám hộ", "Trần Văn Bình"),
        ("Nội dung", "Cử giám hộ theo nguyện vọng"),
    ]
