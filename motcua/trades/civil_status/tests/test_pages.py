"""The register's pages for a stranger, a citizen, the keeper, the head, and an officer of another ward."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.trades.civil_status import acts, queries
from motcua.trades.civil_status.choices import BookKind, Duty
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.tests import world
from motcua.trades.civil_status.tests.world import BIRTH, EXTRACT, NEW_YEARS_EVE

pytestmark = pytest.mark.usefixtures("_office")


@pytest.fixture
def keeper():
    return people.officer("minh", "Trần Văn Minh", "X20341.TPHT")


@pytest.fixture
def head():
    return people.officer("hoa", "Lê Thị Hoa", "X20341.PCT")


@pytest.fixture
def entry(keeper):
    return world.entry(people.actor(keeper))


def addresses(entry, duty):
    return {
        "books": reverse("civil_status:books"),
        "book": reverse("civil_status:book", args=[entry.book_id]),
        "close": reverse("civil_status:close", args=[entry.book_id]),
        "entry": reverse("civil_status:entry", args=[entry.pk]),
        "note": reverse("civil_status:note", args=[entry.pk]),
        "cancel": reverse("civil_status:cancel", args=[entry.pk]),
        "number": reverse("civil_status:number", args=[entry.pk]),
        "follow_ups": reverse("civil_status:follow_ups"),
        "done": reverse("civil_status:done", args=[duty.pk]),
        "finding": reverse("civil_status:finding", args=[world.dossier("civil_status.extract", EXTRACT).pk]),
    }


def statuses(client, entry):
    known = addresses(entry, acts.follow(entry, Duty.LOCK_DEATH))
    return {
        name: (client.post(address) if name == "done" else client.get(address)).status_code
        for name, address in known.items()
    }


def test_a_stranger_is_sent_to_the_login_page(client, entry):
    assert set(statuses(client, entry).values()) == {302}


def test_a_citizen_finds_nothing_here(client, entry):
    assert set(statuses(people.enter(client, people.lan()), entry).values()) == {404}


def test_the_keeper_opens_what_a_keeper_needs(client, entry, keeper):
    assert statuses(people.enter(client, keeper), entry) == {
        "books": 200,
        "book": 200,
        "close": 403,
        "entry": 200,
        "note": 200,
        "cancel": 403,
        "number": 200,
        "follow_ups": 200,
        "done": 302,
        "finding": 200,
    }


def test_the_head_closes_and_cancels_but_does_not_write(client, entry, head):
    found = statuses(people.enter(client, head), entry)

    assert [found[name] for name in ("close", "cancel", "note", "number", "done")] == [200, 200, 403, 403, 403]


def test_an_officer_of_another_ward_finds_neither_book_nor_entry(client, entry):
    found = statuses(people.enter(client, people.tuan()), entry)
    page = client.get(reverse("civil_status:books")).content.decode()

    hidden = [found[name] for name in ("book", "entry", "note", "number", "done", "finding")]
    assert hidden == [404] * 6
    assert "Chưa có sổ nào" in page


def test_the_register_is_searched_without_marks_and_by_number(client, entry, keeper):
    other = world.entry(people.actor(keeper), name="Đỗ Văn Tám")
    minh = people.enter(client, keeper)
    address = reverse("civil_status:book", args=[entry.book_id])

    def found(text):
        page = minh.get(address, {"tim": text}).content.decode()
        return [name for name in ("Nguyễn Thị Lan", "Đỗ Văn Tám") if f"<td>{name}" in page]

    assert found("do tam") == ["Đỗ Văn Tám"]
    assert found("1") == ["Nguyễn Thị Lan"]
    assert found("02/2024") == ["Đỗ Văn Tám"]
    assert found("tran") == []
    assert other.number == 2


def test_the_list_of_entries_goes_on_after_a_page(client, entry, keeper):
    for _ in range(queries.PAGE):
        world.entry(people.actor(keeper))
    minh = people.enter(client, keeper)
    address = reverse("civil_status:book", args=[entry.book_id])
    page = minh.get(address).content.decode()

    assert f"{address}?sau=2" in page
    assert minh.get(address, {"sau": "2"}).content.decode().count("<tr>") == 2


def test_opening_an_entry_is_put_on_record(client, entry, keeper):
    people.enter(client, keeper).get(reverse("civil_status:entry", args=[entry.pk]))

    assert [look.name for look in journal.looks_at("register_entry", entry.pk)] == ["Trần Văn Minh"]


def test_a_note_is_written_and_shown(client, entry, keeper):
    minh = people.enter(client, keeper)
    address = reverse("civil_status:note", args=[entry.pk])
    wrong = minh.post(address, {"kind": "divorce", "words": "", "basis": ""}).content.decode()
    answer = minh.post(address, {"kind": "divorce", "words": "Đã ly hôn", "basis": "Bản án số 5"}, follow=True)

    assert "Ghi nội dung thay đổi." in wrong
    assert "Đã ly hôn." in answer.content.decode()


def test_closing_warns_first_and_refuses_before_the_last_day(client, entry, head, settings):
    hoa = people.enter(client, head)
    address = reverse("civil_status:close", args=[entry.book_id])
    early = hoa.post(address, {"pages": "3", "sure": "on"}).content.decode()
    unsure = hoa.post(address, {"pages": "3"}).content.decode()

    assert "không ghi thêm được việc nào" in early
    assert "chỉ khóa vào ngày cuối cùng của năm" in early
    assert "Đánh dấu xác nhận" in unsure

    settings.CLOCK = NEW_YEARS_EVE
    hoa = people.enter(Client(), head)
    assert (
        "Tổng số trang: 3; tổng số việc: 1"
        in hoa.post(address, {"pages": "3", "sure": "on"}, follow=True).content.decode()
    )


def test_the_head_cancels_with_a_reason(client, entry, head):
    hoa = people.enter(client, head)
    answer = hoa.post(reverse("civil_status:cancel", args=[entry.pk]), {"reason": "Ghi nhầm"}, follow=True)

    assert "Việc này đã hủy" in answer.content.decode()
    assert RegisterEntry.objects.get().cancelled_by == "Lê Thị Hoa"


def test_the_personal_number_is_typed_as_the_national_database_gave_it(client, entry, keeper):
    minh = people.enter(client, keeper)
    address = reverse("civil_status:number", args=[entry.pk])

    assert "12 chữ số" in minh.post(address, {"number": "123"}).content.decode()
    assert minh.post(address, {"number": "099190000123"}).status_code == 302
    assert RegisterEntry.objects.get().personal_number == "099190000123"


@pytest.mark.parametrize(
    ("answers", "given", "kept"),
    [
        (
            {},
            {"number": "44", "book": "01/1990", "field_nksHoTen": "Trần Nguyễn Minh Khuê", "confirmed": "on"},
            {
                "number": "44",
                "book": "01/1990",
                "content": {"nksHoTen": "Trần Nguyễn Minh Khuê"},
                "confirmed": True,
            },
        ),
        (
            {"extract.kind": "parentage"},
            {"lines": "Cha: Trần Văn Bình", "registered_on": "1/2/1990"},
            {"lines": "Cha: Trần Văn Bình", "registered_on": "01/02/1990"},
        ),
    ],
)
def test_the_paper_book_is_copied_on_its_page(client, keeper, answers, given, kept):
    dossier = world.dossier("civil_status.extract", EXTRACT | answers)
    answer = people.enter(client, keeper).post(reverse("civil_status:finding", args=[dossier.pk]), given)

    assert answer.status_code == 302
    assert queries.finding_of(dossier) == {**kept, "found_by": "Trần Văn Minh"}


def test_a_copy_that_was_not_compared_is_sent_back(client, keeper):
    dossier = world.dossier("civil_status.extract", EXTRACT)
    address = reverse("civil_status:finding", args=[dossier.pk])
    page = people.enter(client, keeper).post(address, {"field_nksHoTen": "Khuê", "registered_on": "31/02/1990"})

    assert "Ngày đăng ký 31/02/1990 không có thật" in page.content.decode()


def test_an_entry_that_fits_is_offered_and_chosen(client, keeper):
    entry = world.entry(people.actor(keeper), name="Trần Nguyễn Minh Khuê", born="2024-11-05")
    dossier = world.dossier("civil_status.extract", EXTRACT)
    address = reverse("civil_status:finding", args=[dossier.pk])
    minh = people.enter(client, keeper)

    assert "Trần Nguyễn Minh Khuê, số 01/2024, quyển 01/2024" in minh.get(address).content.decode()
    minh.post(address, {"entry": str(entry.pk)})
    assert queries.finding_of(dossier)["entry"] == str(entry.pk)


def test_the_number_of_a_child_is_kept_before_the_certificate_is_signed(client, keeper):
    dossier = world.dossier("civil_status.birth", BIRTH)
    people.enter(client, keeper).post(
        reverse("civil_status:finding", args=[dossier.pk]), {"personal_number": "099324000456"}
    )

    assert queries.finding_of(dossier)["personal_number"] == "099324000456"


def test_the_list_of_books_costs_the_same_with_many_books(client, keeper, django_assert_max_num_queries):
    by = people.actor(keeper)
    for kind in BookKind:
        world.entry(by, kind=kind)
    minh = people.enter(client, keeper)
    minh.get(reverse("civil_status:books"))

    with django_assert_max_num_queries(4):
        page = minh.get(reverse("civil_status:books")).content.decode()
    assert page.count("đang ghi") == len(BookKind)


def test_a_finished_duty_leaves_the_list(client, entry, keeper):
    row = acts.follow(entry, Duty.NOTIFY_ORIGIN, whom="UBND xã Tam Phú")
    minh = people.enter(client, keeper)
    before = minh.get(reverse("civil_status:follow_ups")).content.decode()
    after = minh.post(reverse("civil_status:done", args=[row.pk]), follow=True).content.decode()

    assert "UBND xã Tam Phú" in before
    assert "60/2014/QH13, 28.3" in before
    assert "UBND xã Tam Phú" not in after
    assert journal.history(entry).last().act == "finish_follow_up"
