"""From a dossier to its numbers, fees and attestations."""

import pypdfium2
import pytest

from motcua.counter.dossiers.acts import trade_of
from motcua.counter.dossiers.models import Result
from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import acts as vault
from motcua.trades.certification import access, acts, rules
from motcua.trades.certification.models import CertificationBook, CertificationLine
from motcua.trades.certification.tests import world
from motcua.trades.certification.tests.world import AT

pytestmark = pytest.mark.usefixtures("_office")


def settle(dossier, hoa):
    return trade_of(dossier).settle(dossier, signer=hoa.name, title="KT. Phó Chủ tịch", by=hoa, at=AT)


def text_of(paper):
    pages = pypdfium2.PdfDocument(printing.render(paper))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def test_one_original_with_three_copies_is_one_number_and_the_fee_of_the_law(hoa):
    answers = {"document.kind": "Bằng tốt nghiệp", "document.pages": 5, "document.copies": 3}
    settled = settle(world.dossier("certification.copy", answers), hoa)
    line = CertificationLine.objects.get()

    assert settled.number == "01 – quyển số 01/2024-SCT/BS"
    assert (settled.kind, settled.national_code) == ("certified_copy", "KQ.G15.000021")
    assert (line.copies, line.pages, line.fee_vnd) == (3, 5, 21_000)
    assert (settled.paper.number, settled.paper.copies) == ("01", 3)
    assert settled.paper.signatory.authority == ("KT. Chủ tịch",)


def test_three_papers_of_one_visitor_are_three_numbers_and_a_page_for_each(hoa):
    dossier = world.dossier("certification.copy", world.papers("Căn cước công dân", "Hộ chiếu", "Giấy khai sinh"))
    settled = settle(dossier, hoa)
    pages = text_of(settled.paper)

    assert settled.number == "01, 02, 03 – quyển số 01/2024-SCT/BS"
    assert len(pages) == 3
    assert "Hộ chiếu" in pages[1]
    assert "Số chứng thực: 02" in pages[1]
    assert printing.signature_spot(settled.paper).page == 3


def test_who_opens_the_line_is_seen_by_who_applied_for_it(hoa):
    dossier = world.dossier("certification.copy", {"document.kind": "Hộ chiếu"})
    settle(dossier, hoa)

    access.open_line(hoa, CertificationLine.objects.get().pk, at=AT, page="line")

    assert [(look.name, look.page) for look in journal.looks_at("dossier", dossier.pk)] == [(hoa.name, "line")]


def test_a_free_dossier_leaves_no_fee_in_the_book(hoa):
    settle(world.dossier("certification.copy", {"document.kind": "Giấy khai sinh"}, fee_vnd=0), hoa)

    assert CertificationLine.objects.get().fee_vnd == 0


def test_an_erased_original_is_refused_again_when_it_is_signed(hoa):
    dossier = world.dossier("certification.copy", {"document.kind": "Bằng", "original.flaw": "erased"})

    with pytest.raises(rules.RefusedByLaw, match=r"22\.1"):
        settle(dossier, hoa)
    assert not CertificationBook.objects.exists()


def test_a_signature_is_attested_with_who_signed_and_where(hoa):
    answers = {"document.kind": "Giấy ủy quyền nhận lương hưu", "document.count": 2}
    settled = settle(world.dossier("certification.signature", answers), hoa)
    (page,) = text_of(settled.paper)

    assert settled.number == "01 – quyển số 01/2024-SCT/CK,ĐC"
    assert CertificationLine.objects.get().fee_vnd == 20_000
    assert "ngày mười bốn tháng mười một năm hai nghìn không trăm hai mươi bốn" in page
    assert "Nguyễn Thị Lan" in page
    assert "099190000123" in page


def test_two_signed_papers_are_two_numbers(hoa):
    dossier = world.dossier(
        "certification.signature", world.papers("Tờ khai lý lịch cá nhân", "Giấy ủy quyền nhận lương hưu")
    )
    settled = settle(dossier, hoa)

    assert settled.number == "01, 02 – quyển số 01/2024-SCT/CK,ĐC"
    assert len(text_of(settled.paper)) == 2


@pytest.mark.parametrize(
    "answers", [{"requester.full_name": "Lê Thị Hoa"}, {"signer.relation": "spouse"}, {"signature.flaw": "transaction"}]
)
def test_what_the_law_forbids_is_not_signed(hoa, answers):
    dossier = world.dossier("certification.signature", {"document.kind": "Giấy cam đoan"} | answers)

    with pytest.raises(rules.RefusedByLaw):
        settle(dossier, hoa)


def test_a_draft_takes_no_number():
    dossier = world.dossier("certification.copy", {"document.kind": "Hộ chiếu"})

    assert trade_of(dossier).draft(dossier, at=AT).number == ""
    assert not CertificationLine.objects.exists()


def test_the_division_of_justice_certifies_under_its_own_name():
    deputy = people.actor(people.officer("hoa", "Lê Thị Hoa", "TK-TP.PTP"))
    settled = settle(world.dossier("certification.copy", {"document.kind": "Hộ chiếu"}, unit_code="TK-TP"), deputy)

    assert settled.paper.letterhead.office == "Phòng Tư pháp"
    assert settled.paper.letterhead.parent == "Ủy ban nhân dân thành phố Tam Kỳ"
    assert (settled.paper.signatory.authority, settled.paper.signatory.title) == (
        ("KT. Trưởng phòng",),
        "Phó Trưởng phòng",
    )
    assert CertificationBook.objects.get().unit_id == world.unit("TK-TP").id


def test_a_cancelled_number_takes_the_signed_file_back(hoa):
    dossier = world.dossier("certification.copy", world.papers("Căn cước công dân", "Hộ chiếu"))
    pdf = printing.render(settle(dossier, hoa).paper)
    Result.objects.create(
        dossier=dossier, kind="certified_copy", name="Bản sao", number="01, 02", verify_code="ABCDEFGHJKMN",
        file=vault.store(pdf, name="a.pdf", by=hoa, at=AT, purpose="result", is_own=True),
        signed_by=hoa.name, signed_title="Phó Chủ tịch", signed_at=AT,
    )  # fmt: skip

    acts.cancel_line(CertificationLine.objects.get(number=2), reason="Ghi nhầm", by=hoa, at=AT)

    result = Result.objects.get()
    assert (result.revoked_at, result.revoked_reason) == (AT, "Hủy số chứng thực 02: Ghi nhầm")
    assert [entry.act for entry in journal.history(dossier)] == ["revoke_results"]
