"""Officers' pages: enter a document in two steps, relate it, decide on proposals; who may not."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.house.office.models import Officer
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import FileKind, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation
from motcua.legal.lawbase.tests import world
from motcua.legal.lawbase.tests.samples import DECISION
from motcua.legal.lawbase.tests.test_reading import word_file

pytestmark = pytest.mark.django_db
IMPORT = "/mot-cua/van-ban/nhap/"


@pytest.fixture
def hoa(settings):
    settings.DEMO = True
    settings.CLOCK = world.AT
    return people.hoa()


@pytest.fixture
def desk(client, hoa):
    return people.enter(client, hoa)


def facts(**changes):
    return {
        "step": "save", "type": "Quyết định", "number": "04/2025/QĐ-UBND", "issuer": "Ủy ban nhân dân phường Bàn Thạch",
        "title": "Quy chế tiếp công dân", "issued_on": "2024-08-13", "effective_on": "2024-08-25", "field": "",
        "nature": "normative", "text": DECISION, "kept": "",
    } | changes  # fmt: skip


def test_a_word_file_is_read_and_shown_before_anything_is_entered(desk):
    upload = SimpleUploadedFile("quyet-dinh.docx", word_file(DECISION))
    found = desk.post(IMPORT, {"step": "source", "file": upload}).content.decode()

    assert 'value="04/2025/QĐ-UBND"' in found
    assert "Điều 2. Nguyên tắc" in found
    assert LegalDocument.objects.count() == 0


def test_after_a_look_the_document_is_entered_with_text_and_file(desk):
    upload = SimpleUploadedFile("quyet-dinh.docx", word_file(DECISION))
    form = desk.post(IMPORT, {"step": "source", "file": upload}).context["form"]
    answer = desk.post(IMPORT, facts(kept=form.initial["kept"]))
    made = LegalDocument.objects.get()

    assert answer.url == reverse("lawbase:document", args=[made.pk])
    assert queries.current_text(made).file.name == "quyet-dinh.docx"
    assert desk.get(answer.url).status_code == 200


def test_pasted_words_do_as_well_as_a_file(desk):
    found = desk.post(IMPORT, {"step": "source", "pasted": DECISION}).content.decode()

    assert "Ban hành Quy chế tiếp công dân" in found


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"step": "source"}, "Chọn một tệp hoặc dán"),
        ({"step": "source", "file": SimpleUploadedFile("a.docx", b"PK\x03\x04")}, "bị hỏng"),
        (facts(issued_on="2024-09-01"), "Ngày có hiệu lực không được trước"),
        (facts(issuer=""), "Cơ quan ban hành"),
    ],
)
def test_what_cannot_be_entered_is_said_on_the_page_and_nothing_is_lost(desk, sent, words):
    answer = desk.post(IMPORT, sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert LegalDocument.objects.count() == 0


def test_the_same_document_is_not_entered_twice(desk):
    desk.post(IMPORT, facts())
    again = desk.post(IMPORT, facts(number="4/2025/QĐ-UBND"))

    assert "Sổ đã có" in again.content.decode()


def test_a_forged_token_brings_in_no_file(desk):
    desk.post(IMPORT, facts(kept="forged:token"))

    assert queries.current_text(LegalDocument.objects.get()).file is None


def test_the_token_of_a_preview_is_worth_nothing_in_another_officers_hands(client, desk):
    upload = SimpleUploadedFile("quyet-dinh.docx", word_file(DECISION))
    kept = desk.post(IMPORT, {"step": "source", "file": upload}).context["form"].initial["kept"]
    binh = people.officer("binh", "Võ Bình", "TK-TP.TP")
    people.enter(client, binh).post(IMPORT, facts(kept=kept))

    assert queries.current_text(LegalDocument.objects.get()).file is None


def test_an_entry_without_a_file_says_so_and_one_with_a_file_tells_its_signature(desk):
    answer = desk.post(IMPORT, facts())
    pasted = desk.get(answer.url).content.decode()
    made = LegalDocument.objects.get()
    acts.attach(
        made, word_file(DECISION), name="a.docx", kind=FileKind.ISSUED, by=people.actor(Officer.objects.get()),
        at=world.AT,
    )  # fmt: skip
    filed = desk.get(answer.url).content.decode()

    assert ("Chưa có tệp đã ký" in pasted, "Chưa kiểm tra" in pasted) == (True, False)
    assert ("Chưa có tệp đã ký" in filed, "Không có chữ ký số" in filed) == (False, True)


def test_a_relation_is_written_from_the_page_and_waits_for_a_word(desk, hoa):
    actor = people.actor(hoa)
    older, newer = world.document(actor), world.document(actor, number="07/2024/QĐ-UBND", title="Mới")
    desk.post(
        reverse("lawbase:document", args=[newer.pk]), {"kind": "replaces", "number": "4/2023/QĐ-UBND", "scope": ""}
    )
    [event] = EffectEvent.objects.filter(standing="proposed")

    assert event.document == older
    assert older.name in desk.get(reverse("lawbase:proposals")).content.decode()
    desk.post(reverse("lawbase:decide", args=[event.pk]), {"accept": "1"})
    older.refresh_from_db()
    assert older.ended_on == date(2023, 3, 10)


def test_an_unknown_number_is_kept_as_a_citation(desk, hoa):
    document = world.document(people.actor(hoa))
    desk.post(reverse("lawbase:document", args=[document.pk]), {"kind": "based_on", "number": "Luật năm 1946"})

    assert Relation.objects.get().target_words == "Luật năm 1946"


def test_a_citation_that_leads_nowhere_is_told_in_words_and_waits_for_nobody(desk, hoa, client):
    document = world.document(people.actor(hoa))
    acts.relate(
        document, kind=RelationKind.BASED_ON, target=None, target_words="Luật Tiếp công dân ngày 2013-11-25",
        by=people.actor(hoa), at=world.AT,
    )  # fmt: skip
    entry = desk.get(reverse("lawbase:document", args=[document.pk])).content.decode()
    public = client.get(reverse("portal:law_document", args=[document.slug])).content.decode()

    assert 'Luật Tiếp công dân ngày 25/11/2013 <span class="muted">(chưa có trong sổ)' in entry
    assert "chờ xác nhận" not in entry.partition("Văn bản liên quan")[2].partition("Ghi quan hệ")[0]
    assert "Luật Tiếp công dân ngày 25/11/2013" in public


@pytest.mark.parametrize(("place", "tab"), [("text", "Sổ văn bản"), ("patch", "Sổ văn bản")])
def test_pages_of_an_entry_stand_under_the_register(desk, hoa, place, tab):
    page = desk.get(reverse(f"lawbase:{place}", args=[world.document(people.actor(hoa)).pk])).context["tabs"]

    assert [one.label for one in page if one.current] == [tab]


def test_not_confirming_needs_a_reason(desk, hoa):
    actor = people.actor(hoa)
    older, newer = world.document(actor), world.document(actor, number="07/2024/QĐ-UBND", title="Mới")
    acts.relate(newer, kind=RelationKind.REPEALS, target=older, by=actor, at=world.AT)
    event = EffectEvent.objects.get(standing="proposed")
    desk.post(reverse("lawbase:decide", args=[event.pk]), {"accept": "0", "reason": ""})

    event.refresh_from_db()
    assert event.standing == "proposed"


def test_facts_are_put_right_with_a_reason(desk, hoa):
    document = world.document(people.actor(hoa))
    address = reverse("lawbase:correct", args=[document.pk])
    form = {
        "type": "Quyết định", "number": "04/2023/QĐ-UBND", "issuer": world.ISSUER, "title": "Tên đúng",
        "issued_on": "2023-03-01", "effective_on": "2023-03-10", "nature": "normative", "field": "",
    }  # fmt: skip

    assert desk.get(address).status_code == 200
    assert desk.post(address, form | {"reason": ""}).status_code == 422
    assert desk.post(address, form | {"reason": "ghi nhầm"}).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.sure) == ("Tên đúng", "high")
    desk.post(address, form | {"reason": "chưa chắc", "sure": "medium"})
    document.refresh_from_db()
    assert document.sure == "medium"


def test_what_would_move_with_a_first_day_is_shown_before_it_is_saved(desk, hoa):
    actor = people.actor(hoa)
    older, newer = world.document(actor), world.document(actor, number="07/2024/QĐ-UBND", title="Mới")
    acts.relate(newer, kind=RelationKind.REPEALS, target=older, confirmed=True, by=actor, at=world.AT)
    address = reverse("lawbase:correct", args=[newer.pk])
    form = {
        "type": "Quyết định", "number": "07/2024/QĐ-UBND", "issuer": world.ISSUER, "title": "Mới",
        "issued_on": "2023-03-01", "effective_on": "2023-03-20", "nature": "normative", "field": "", "reason": "nhầm",
    }  # fmt: skip

    asked = desk.post(address, form).content.decode()
    assert ("10/03/2023 → <strong>20/03/2023" in asked, 'name="seen" value="2023-03-20"' in asked) == (True, True)
    assert f'<a href="/van-ban/{older.slug}/">{older.name}</a>' in asked  # a page any officer may open
    assert queries.state_of(older, on=date(2023, 3, 15)) == "expired"
    done = desk.post(address, form | {"seen": "2023-03-20"}, follow=True).content.decode()
    assert "1 thay đổi ở văn bản khác đã chuyển sang ngày 20/03/2023" in done
    assert queries.state_of(older, on=date(2023, 3, 15)) == "in_force"
    told = "thay đổi ở văn bản khác đã chuyển"
    assert told not in desk.post(address, form | {"title": "Mới hơn"}, follow=True).content.decode()


def test_a_change_of_words_that_does_not_fit_is_told_with_the_name_of_what_makes_it(desk, hoa):
    actor = people.actor(hoa)
    rule, newer = world.with_text(actor), world.document(actor, number="07/2024/QĐ-UBND", title="Mới")
    acts.patch(rule, acting=newer, kind=PatchKind.DELETE, target="dieu-99", on=date(2024, 6, 1), by=actor, at=world.AT)
    shown = desk.get(reverse("lawbase:text", args=[rule.pk]), {"ngay": world.ON.isoformat()}).content.decode()

    told = shown.partition("Chưa áp được một sửa đổi")[2]
    assert f'01/06/2024, <a href="/van-ban/{newer.slug}/">{newer.name}</a>): Không tìm thấy quy định' in told


def test_what_falls_with_an_own_end_put_right_is_told(desk, hoa):
    actor = people.actor(hoa)
    basis = world.document(actor, expires_on=date(2024, 12, 31))
    details = world.document(actor, number="07/2024/QĐ-UBND", title="Chi tiết")
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, by=actor, at=world.AT)
    acts.decide(details.events.get(standing="proposed"), accept=True, by=actor, at=world.AT)
    form = {
        "type": "Quyết định", "number": basis.number, "issuer": world.ISSUER, "title": basis.title, "reason": "nhầm",
        "issued_on": "2023-03-01", "effective_on": "2023-03-10", "nature": "normative",
    }  # fmt: skip
    address = reverse("lawbase:correct", args=[basis.pk])
    said = [
        desk.post(address, form | {"expires_on": last}, follow=True).content.decode() for last in ("2025-01-31", "")
    ]

    assert ["1 văn bản quy định chi tiết đã xác nhận hết hiệu lực theo" in one for one in said] == [True, True]
    assert ("theo cũng chuyển ngày" in said[0], "theo vẫn giữ ngày cũ" in said[1]) == (True, True)


def test_a_pause_is_recorded_and_confirmed_from_the_page(desk, hoa):
    document = world.document(people.actor(hoa))
    form = {"kind": "suspended", "on": "2024-01-01", "until": "2024-12-31", "number": "Nghị quyết 1", "confirmed": "on"}
    desk.post(reverse("lawbase:event", args=[document.pk]), form)

    assert queries.state_of(document, on=date(2024, 6, 1)) == "suspended"
    assert queries.state_of(document, on=date(2025, 1, 1)) == "in_force"


def test_a_change_of_words_is_recorded_from_the_page_and_what_does_not_fit_is_told(desk, hoa):
    actor = people.actor(hoa)
    document = world.with_text(actor)
    world.document(actor, number="09/2024/QĐ-UBND", title="Sửa đổi")
    form = {"kind": "delete", "number": "9/2024/QĐ-UBND", "on": "2024-06-01", "scope_words": "Điều 99"}
    address = reverse("lawbase:patch", args=[document.pk])

    assert desk.post(address, form | {"number": "777/2024/QĐ-UBND"}).status_code == 422
    desk.post(address, form)
    desk.post(address, form | {"scope_words": "Điều 3"})
    found = desk.get(reverse("lawbase:document", args=[document.pk])).content.decode()
    assert "Không tìm thấy quy định này" in found
    assert "Ngân sách" not in queries.text_on(document, on=date(2024, 6, 1)).now.text


def test_words_that_name_no_provision_are_sent_back(desk, hoa):
    document = world.with_text(people.actor(hoa))
    form = {"kind": "amends", "number": "9/2024/QĐ-UBND", "scope_words": "mức chi"}
    found = desk.post(reverse("lawbase:document", args=[document.pk]), form).content.decode()

    assert "Chưa đọc được điều, khoản, điểm nào." in found
    assert Relation.objects.count() == 0


def test_of_two_documents_with_one_number_the_officer_chooses(desk, hoa):
    actor = people.actor(hoa)
    document, other = world.document(actor, number="11/2024/QĐ-UBND"), "Ủy ban nhân dân thành phố Hội An"
    world.document(actor, number="12/2024/QĐ-UBND")
    meant = world.document(actor, number="12/2024/QĐ-UBND", issuer=other)
    address, form = reverse("lawbase:document", args=[document.pk]), {"kind": "refers", "number": "12/2024/QĐ-UBND"}

    assert f'value="{meant.pk}"' in desk.post(address, form).content.decode()
    desk.post(address, form | {"which": str(meant.pk)})
    assert Relation.objects.get().target == meant


def test_a_label_printed_elsewhere_is_shown_beside_ours_and_differences_are_listed(desk, hoa):
    actor = people.actor(hoa)
    world.document(actor, number="21/2024/QĐ-UBND", foreign_label="Còn hiệu lực")
    world.document(actor, number="22/2024/QĐ-UBND", foreign_label="Hết hiệu lực toàn bộ")
    world.document(actor, number="23/2024/QĐ-UBND", foreign_label="không rõ")
    found = desk.get(reverse("lawbase:register"), {"khac": "1"}).content.decode()

    assert ["22/2024" in found, "21/2024" in found, "23/2024" in found] == [True, False, False]
    assert "Hết hiệu lực toàn bộ" in desk.get(reverse("lawbase:register"), {"tim": "22/2024"}).content.decode()


def test_a_decision_is_taken_back_from_the_entry(desk, hoa):
    actor = people.actor(hoa)
    older, newer = world.document(actor), world.document(actor, number="07/2024/QĐ-UBND", title="Mới")
    acts.relate(newer, kind=RelationKind.REPEALS, target=older, confirmed=True, by=actor, at=world.AT)
    event = EffectEvent.objects.get(kind="repealed")
    address = reverse("lawbase:reconsider", args=[older.pk, "event", event.pk])

    assert address in desk.get(reverse("lawbase:document", args=[older.pk])).content.decode()
    assert "không tự mất" in desk.get(address).content.decode()
    assert desk.post(address, {"reason": ""}).status_code == 422
    assert desk.post(address, {"reason": "nhầm"}).status_code == 302
    event.refresh_from_db()
    assert event.standing == "proposed"
    assert desk.get(address).status_code == 404
    assert desk.get(reverse("lawbase:reconsider", args=[newer.pk, "patch", event.pk])).status_code == 404


def test_the_register_lists_own_entries_and_finds_by_number(desk, hoa):
    document = world.document(people.actor(hoa))

    assert document.name in desk.get(reverse("lawbase:register")).content.decode()
    assert document.name in desk.get(reverse("lawbase:register"), {"tim": "4/2023"}).content.decode()
    assert document.name not in desk.get(reverse("lawbase:register"), {"tim": "999"}).content.decode()


def test_the_register_finds_words_of_a_title_without_marks_and_what_is_kept_back(desk, hoa):
    actor = people.actor(hoa)
    shown = world.document(actor, title="Quy định mức chi hòa giải ở cơ sở")
    hidden = world.document(actor, number="12/QĐ-UBND", title="Giải quyết khiếu nại về hòa giải", is_public=False)
    other = world.document(actor, number="13/2023/QĐ-UBND", title="Quy định về chợ")

    def found(text):
        page = desk.get(reverse("lawbase:register"), {"tim": text}).content.decode()
        return {one for one in (shown, hidden, other) if one.name in page}

    assert found("hoa giai") == {shown, hidden}
    assert found("Mức chi") == {shown}
    assert found("quy định") == {shown, other}
    assert found("quy định hòa giải") == {shown}
    assert found("giải hòa") == {shown, hidden}
    assert found("chợ phiên") == set()
    assert found("") == {shown, hidden, other}


def test_who_holds_no_right_is_refused_and_who_keeps_another_register_finds_nothing(client, hoa):
    document = world.document(people.actor(hoa))

    assert people.enter(client, people.minh()).get(reverse("lawbase:register")).status_code == 403
    assert people.enter(client, people.tuan()).get(reverse("lawbase:document", args=[document.pk])).status_code == 404
