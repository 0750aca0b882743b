"""What is seen of references, delegated points and the submission; and the page a file is dropped on."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse

from motcua.base.word.tests.typed import automatic_file
from motcua.bureau.drafting import acts, queries, rules
from motcua.bureau.drafting.queries.bases import cited_in
from motcua.bureau.drafting.queries.references import own_references
from motcua.bureau.drafting.queries.statements import unsaid
from motcua.bureau.drafting.tests import planted, world
from motcua.bureau.drafting.tests.world import AT, later
from motcua.house.office.tests import people
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Kind
from motcua.legal.lawbase.models import LegalDocument

ABOUT = rules.About(kind="committee_decision", level="ward", signed_on=planted.SIGNED_ON)
BODY = (
    "Điều 1. Phạm vi",
    "1. Việc thứ nhất.",
    "2. Việc thứ hai:",
    "a) Một;",
    "b) Hai.",
    "Điều 2. Thực hiện",
)


def lacking(sentence):
    text = "\n".join((*BODY, sentence))
    source = rules.plain(text)
    found = own_references(source, cited_in(text))
    return [one.words.rpartition("không có ")[2].rstrip(".") for one in found]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Thực hiện điểm b khoản 2 Điều 1 Quyết định này.", []),
        ("Thực hiện khoản 3 Điều 1 Quyết định này.", ["khoản 3 Điều 1"]),
        ("Thực hiện điểm c khoản 2 Điều 1 Quyết định này.", ["điểm c khoản 2 Điều 1"]),
        ("Thực hiện Điều 7 Quyết định này.", ["Điều 7"]),
        ("Thực hiện khoản 4 Điều 9 Nghị định số 60/2024/NĐ-CP.", []),
        ("Sửa đổi như sau: “Thực hiện khoản 9 Điều 30 Quyết định này.”", []),
    ],
)
def test_a_reference_to_the_text_itself_must_lead_somewhere(sentence, answer):
    assert lacking(sentence) == answer


def test_what_the_submission_must_say():
    good = "Dự thảo không có thủ tục hành chính; bảo đảm bình đẳng giới; kinh phí từ ngân sách phường."

    assert unsaid(good) == []
    assert [one.words for one in unsaid("Dự thảo bảo đảm bình đẳng giới.")] == [
        "Tờ trình chưa thấy nêu về thủ tục hành chính.",
        "Tờ trình chưa thấy nêu về nguồn lực tài chính, nhân lực.",
    ]


def test_the_submission_of_the_dossier_is_read(drafts):
    one = world.consulted(drafts)
    given = world.papers() | {"submission": world.file("Tờ trình", "Kinh phí từ ngân sách.", name="to-trinh.docx")}
    acts.request_appraisal(one, letter="22/VP", papers=given, by=drafts, at=later(2))

    found = queries.machine_findings(one, on=later(2).date()).under("F")
    assert [row.words for row in found] == [
        "Tờ trình chưa thấy nêu về thủ tục hành chính.", "Tờ trình chưa thấy nêu về bình đẳng giới.",
    ]  # fmt: skip


FAULTS = [name for name in planted.PLANTS if name in {"own_reference", "effect_day", "repeal_clause", "Q-10"}]


@pytest.mark.parametrize("names", [FAULTS, []], ids=["faults", "right"])
def test_a_draft_with_automatic_numbers_is_seen_as_the_typed_one(ward, names):
    planted.register(AT)
    typed = planted.planted(*names) if names else planted.right().docx()

    seen, other = (queries.scan(one, Kind.DOCX.mime, ABOUT) for one in (typed, automatic_file(typed)))

    assert (other.machine, other.source) == (seen.machine, seen.source)
    assert len(seen.machine.findings) == len(names)
    assert queries.delegations_of(other) == queries.delegations_of(seen)


def test_the_kept_text_of_a_version_has_its_automatic_numbers():
    typed = planted.right().docx()

    text = queries.words_of(automatic_file(typed), Kind.DOCX.mime)

    assert text == queries.words_of(typed, Kind.DOCX.mime)
    assert "\nĐiều 2. Giờ mở cửa, nơi đỗ xe\n1. Giờ mở cửa" in text


def delegated(draft):
    seen = queries.scan(draft.docx(), Kind.DOCX.mime, ABOUT)
    return seen, [one.words for one in seen.machine.under("E")]


def test_delegated_points_stand_beside_the_articles_that_speak_of_them(ward):
    planted.register(AT)
    seen, words = delegated(planted.right())

    assert words == []
    (one,) = queries.delegations_of(seen)
    assert (one.label, one.document, one.is_named) == ("khoản 2 Điều 9", "Nghị định số 60/2024/NĐ-CP", True)
    assert [(point.label, point.articles) for point in one.points] == [
        ("điểm a khoản 2 Điều 9", ("2",)), ("điểm b khoản 2 Điều 9", ("2",)),
    ]  # fmt: skip


def test_a_delegating_text_kept_back_is_named_without_a_link(ward):
    planted.register(AT)
    seen, _ = delegated(planted.right())
    (one,) = queries.delegations_of(seen)
    shown = [
        render_to_string("drafting/_scan.html", {"seen": seen, "delegations": [replace(one, is_public=known)]})
        for known in (True, False)
    ]
    LegalDocument.objects.filter(slug=one.slug).update(is_public=False)

    assert [f"/van-ban/{one.slug}/" in page for page in shown] == [True, False]
    assert one.document in shown[1]
    assert [two.is_public for two in (one, *queries.delegations_of(seen))] == [True, False]


def test_a_delegated_point_nobody_speaks_of_asks_for_a_look(ward):
    planted.register(AT)
    _, words = delegated(planted.right().change("parking", text="2. Chợ có bảng nội quy treo ở cổng chính."))

    assert len(words) == 1
    assert words[0].startswith("điểm b khoản 2 Điều 9 Nghị định số 60/2024/NĐ-CP giao “b) Nơi đỗ xe")


@pytest.fixture
def appraiser(client, cast):
    return people.enter(client, cast["hanh"])


def drop(client, content, name="du-thao.docx"):
    values = {"file": SimpleUploadedFile(name, content), "on": "20/12/2026", "kind": "committee_decision"}
    return client.post(reverse("drafting:scan"), values | {"level": "ward"})


def test_a_file_dropped_in_is_answered_in_one_list_and_not_kept(appraiser):
    planted.register(AT)
    before = StoredFile.objects.count()
    page = drop(appraiser, planted.planted()).content.decode()

    assert page.count("Cách sửa:") == 9
    assert "9 điều phát hiện" in page
    assert "du-thao-nhan-xet.docx" in page
    assert StoredFile.objects.count() == before


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"khong phai van ban", "Tệp không phải .docx hay PDF"), (b"PK\x03\x04 hong", "Không đọc được tệp")],
)
def test_what_is_not_a_document_is_refused_on_the_form(appraiser, content, words):
    answer = drop(appraiser, content)

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_draft_shows_its_list_and_gives_its_marked_copy(appraiser, drafts):
    planted.register(AT)
    made = world.draft(drafts, title=planted.TITLE, planned_on=date(2026, 12, 20))
    acts.add_version(made, planted.planted(), name="du-thao.docx", by=drafts, at=AT)

    assert appraiser.get(reverse("drafting:draft_scan", args=[made.pk])).content.decode().count("Cách sửa:") == 9
    copy = appraiser.get(reverse("drafting:marked", args=[made.pk]))
    assert copy.headers["Content-Disposition"].endswith('filename="du-thao-nhan-xet.docx"')
