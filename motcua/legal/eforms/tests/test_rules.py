"""What the forms accept, refuse and say: examples a legal officer can read."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from motcua.legal.eforms import loader, rules
from motcua.legal.eforms.tests.answers import BIRTH, CHILD, DAY, DEATH, REQUESTER, SIGNATURE

LAW = Path(settings.LAW_DIR)


def form(key, on=DAY):
    return loader.form(LAW, key, on)


def errors(key, answers, **more):
    return rules.clean(form(key), answers, **more).errors


def test_a_birth_with_all_answers_is_complete():
    cleaned = rules.clean(form("birth"), BIRTH)

    assert cleaned.errors == {}
    assert cleaned.values["child.birth_date"] == "2025-08-01"
    assert cleaned.values["mother.birth_date"] == "1996"
    assert cleaned.values["copies.count"] == 2
    assert cleaned.values["copies.wanted"] is True


def test_a_death_with_all_answers_is_complete():
    assert errors("death", DEATH) == {}


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        (
            "child.birth_date",
            "31/02/2024",
            "Ngày sinh của người được khai sinh 31/02/2024 không có thật. Xem lại ngày và tháng.",
        ),
        (
            "child.birth_date",
            "09/08/2025",
            "Ngày sinh của người được khai sinh 09/08/2025 ở sau hôm nay (08/08/2025). Xem lại năm.",
        ),
        ("child.birth_date", "2025", "Ngày sinh của người được khai sinh thiếu tháng. Ghi đủ ngày, tháng, năm."),
        ("child.birth_date", "08/2025", "Ngày sinh của người được khai sinh thiếu ngày. Ghi đủ ngày, tháng, năm."),
        (
            "child.birth_date",
            "hôm qua",
            "Ngày sinh của người được khai sinh chưa đúng cách ghi. Ghi ngày, tháng, năm, ví dụ 05/11/2024.",
        ),
        (
            "child.birth_date",
            "01/08/1825",
            "Ngày sinh của người được khai sinh 01/08/1825 đã quá 130 năm. Xem lại năm.",
        ),
        ("child.full_name", "", "Nhập họ, chữ đệm, tên của người được khai sinh."),
        ("child.full_name", " \u200b ", "Nhập họ, chữ đệm, tên của người được khai sinh."),
        ("child.full_name", "N" * 10_000, "Họ tên dài 10000 ký tự; dài nhất là 100 ký tự."),
        ("child.sex", "", "Chọn giới tính của người được khai sinh."),
        ("child.sex", "robot", "Giới tính của người được khai sinh: chọn một mục trong danh sách."),
        ("child.ethnic_group", "99", "Dân tộc: chọn một mục trong danh sách."),
        ("child.birth_place", "Nhà 😀", "Nơi sinh có ký hiệu “😀” không in được trên giấy tờ. Xóa ký hiệu đó."),
        ("child.birth_place", "A" * 301, "Nơi sinh dài 301 ký tự; dài nhất là 300 ký tự. Rút gọn lại."),
        ("requester.personal_number", "0991960000", "Số định danh cá nhân phải có đúng 12 chữ số."),
        (
            "requester.phone",
            "12345",
            (
                "Số điện thoại của người yêu cầu chưa đúng. Ghi 10 chữ số, ví dụ 0905000123; "
                "số nước ngoài bắt đầu bằng dấu +."
            ),
        ),
        ("requester.email", "lan@", "Thư điện tử của người yêu cầu chưa đúng. Ghi dạng ten@vidu.vn."),
        ("copies.count", "21", "Số lượng bản sao phải từ 1 đến 20."),
        ("copies.count", "hai", "Số lượng bản sao phải là số nguyên, ví dụ 2."),
        ("copies.count", "9" * 5000, "Số lượng bản sao phải từ 1 đến 20."),
        ("copies.wanted", "maybe", "Đề nghị cấp bản sao Giấy khai sinh: chọn “Có” hoặc “Không”."),
        ("undertaking", "", "Đánh dấu vào ô này để tiếp tục."),
        ("mother.birth_date", "2026", "Ngày sinh của người mẹ 2026 ở sau hôm nay (08/08/2025). Xem lại năm."),
        ("mother.birth_date", "13/1996", "Ngày sinh của người mẹ 13/1996 không có thật. Xem lại ngày và tháng."),
    ],
)
def test_a_wrong_answer_is_told_what_to_do(key, typed, said):
    assert errors("birth", {**BIRTH, key: typed})[key] == [said]


@pytest.mark.parametrize("typed", ["Lan 😀", "Lan\u202eabc", "Lan 2"])
def test_a_name_with_pictures_marks_or_digits_is_refused(typed):
    found = errors("birth", {**BIRTH, "child.full_name": typed})

    assert list(found) == ["child.full_name"]
    assert "tên" in found["child.full_name"][0]


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("child.full_name", "  Nguye\u0302\u0303n   Va\u0306n An ", "Nguyễn Văn An"),
        ("child.birth_date", "01082025", "2025-08-01"),
        ("child.birth_date", "1/8/2025", "2025-08-01"),
        ("child.birth_date", "2025-08-01", "2025-08-01"),
        ("mother.birth_date", "11/1996", "1996-11"),
        ("requester.phone", "+84 905.000.123", "0905000123"),
        ("requester.phone", "+82 10 1234 5678", "+821012345678"),
        ("requester.personal_number", "099 196 000 001", "099196000001"),
        ("child.home_town", "Tam\u200b Kỳ\t\n", "Tam Kỳ"),
    ],
)
def test_an_answer_is_kept_in_one_spelling(key, typed, kept):
    cleaned = rules.clean(form("birth"), {**BIRTH, key: typed})

    assert cleaned.errors == {}
    assert cleaned.values[key] == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("16:30", "16:30"), ("16h30", "16:30"), ("1630", "16:30"), ("7h", "07:00"), ("7", "07:00")]
)
def test_a_time_may_be_written_as_people_write_it(typed, kept):
    assert rules.clean(form("death"), {**DEATH, "deceased.died_at_time": typed}).values["deceased.died_at_time"] == kept


@pytest.mark.parametrize("typed", ["24:00", "16:75", "sáng", "9999999"])
def test_a_time_that_is_none_is_refused(typed):
    said = "Giờ, phút chết chưa đúng cách ghi. Ghi giờ và phút từ 00:00 đến 23:59, ví dụ 16:30."

    assert errors("death", {**DEATH, "deceased.died_at_time": typed}) == {"deceased.died_at_time": [said]}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("5", "", "1996"), "Ngày sinh của người mẹ thiếu tháng. Ghi tháng."),
        (("5", "11", ""), "Ngày sinh của người mẹ thiếu năm. Ghi năm."),
        (("30", "2", "1996"), "Ngày sinh của người mẹ 30/02/1996 không có thật. Xem lại ngày và tháng."),
    ],
)
def test_the_boxes_of_a_date_are_read_together(parts, said):
    answers = {key: value for key, value in BIRTH.items() if key != "mother.birth_date"}
    boxes = {f"mother.birth_date.{name}": part for name, part in zip(("day", "month", "year"), parts, strict=True)}

    assert errors("birth", answers | boxes)["mother.birth_date"] == [said]


def test_a_year_alone_is_enough_for_a_parent_until_the_law_of_2027():
    assert errors("birth", BIRTH) == {}
    later = rules.clean(form("birth", date(2027, 3, 1)), BIRTH)

    assert later.errors == {"mother.birth_date": ["Ngày sinh của người mẹ thiếu tháng. Ghi đủ ngày, tháng, năm."]}


def test_the_requesters_birth_date_is_asked_since_the_circular_of_2024():
    assert "requester.birth_date" not in form("birth", date(2024, 6, 5))
    assert "requester.birth_date" in form("birth", date(2024, 6, 6))


def test_with_a_personal_number_no_paper_is_asked():
    without = {**BIRTH, "requester.personal_number": ""}

    assert "requester.paper_kind" not in rules.visible(form("birth"), BIRTH)
    assert list(errors("birth", without)) == ["requester.paper_kind", "requester.paper_number", "requester.residence"]


def test_a_badly_typed_personal_number_does_not_bring_up_other_questions():
    assert list(errors("birth", {**BIRTH, "requester.personal_number": "123"})) == ["requester.personal_number"]


def test_only_the_parents_the_case_knows_are_asked():
    groups = [group.key for group in rules.asked_groups(form("birth"), BIRTH)]

    assert groups == ["requester", "child", "mother", "copies"]


def test_answers_to_questions_no_longer_asked_are_left_out():
    cleaned = rules.clean(form("birth"), {**BIRTH, "father.full_name": "Trần Văn Bình"})

    assert cleaned.errors == {}
    assert "father.full_name" not in cleaned.values


def test_a_mother_is_born_before_her_child():
    found = errors("birth", {**BIRTH, "mother.birth_date": "08/08/2025"})

    assert found == {"mother.birth_date": ["Ngày sinh của mẹ phải trước ngày sinh của con. Xem lại năm sinh của mẹ."]}


def test_a_death_does_not_come_before_the_birth():
    found = errors("death", {**DEATH, "deceased.birth_date": "02/08/2025"})

    assert found == {"deceased.died_on": ["Ngày chết phải từ ngày sinh trở đi. Xem lại ngày chết và ngày sinh."]}


def test_a_child_may_die_on_the_day_it_was_born():
    assert errors("death", {**DEATH, "deceased.birth_date": "01/08/2025"}) == {}


def test_the_parties_of_a_marriage_are_two_people():
    answers = {"husband.personal_number": "099096000001", "wife.personal_number": "099096000001"}

    assert errors("marriage", answers)["wife.personal_number"] == ["Số định danh của hai bên giống nhau. Xem lại."]


def test_one_group_is_judged_alone_but_sees_the_others():
    early = {**REQUESTER, **CHILD, "mother.birth_date": "2025-08-08"}
    found = rules.clean(form("birth"), early, group="mother")

    assert "undertaking" not in found.errors
    assert found.errors["mother.birth_date"][0].startswith("Ngày sinh của mẹ phải trước")
    assert set(found.values) == {"mother.birth_date"}


@pytest.mark.parametrize(
    ("born", "asked"),
    [("2017-08-09", False), ("2016-08-08", True), ("2016", True), ("2007-08-08", False), ("2007-08-09", True)],
)
def test_a_child_from_nine_agrees_to_its_new_name(born, asked):
    answers = {"subject.birth_date": born, "change.kind": "change", "change.item": "full_name"}

    assert ("consent.subject" in rules.visible(form("civil_status_change"), answers)) is asked


def test_sentences_are_english_on_english_pages():
    found = errors("birth", {**BIRTH, "child.full_name": "", "child.birth_date": "31/02/2024"}, lang="en")

    assert found["child.full_name"] == ["Enter: full name of the child."]
    assert found["child.birth_date"] == [
        "Date of birth of the child 31/02/2024 does not exist. Check the day and the month."
    ]


def test_what_is_known_of_the_requester_is_offered_for_the_mother():
    offered = rules.prefill(form("birth"), REQUESTER)

    assert offered["mother.full_name"] == "Nguyễn Thị Lan"
    assert offered["mother.birth_date"] == "1996-11-05"
    assert "father.full_name" not in offered
    assert offered["child.nationality"] == "VN"


def test_an_answer_that_was_cleared_is_not_filled_again():
    offered = rules.prefill(form("birth"), {**REQUESTER, "mother.full_name": "", "child.nationality": ""})

    assert offered["mother.full_name"] == ""
    assert offered["child.nationality"] == ""


def test_a_date_posted_anew_drops_its_older_writing():
    kept = {"child.birth_date": "2025-08-01", "child.sex": "male"}
    posted = {"child.birth_date.day": "2", "child.birth_date.month": "8", "child.birth_date.year": "2025", "evil": "x"}

    assert rules.merged(form("birth"), kept, posted) == {
        "child.sex": "male",
        "child.birth_date.day": "2",
        "child.birth_date.month": "8",
        "child.birth_date.year": "2025",
    }


def test_the_summary_reads_as_people_speak():
    built = form("signature_certification")
    groups = rules.summary(built, rules.clean(built, SIGNATURE).values)

    assert [(row.label, row.text) for row in groups[0].rows] == [
        ("Họ, chữ đệm, tên", "Nguyễn Thị Lan"),
        ("Số định danh cá nhân", "099196000001"),
        ("Giấy tờ, văn bản cần chứng thực chữ ký", "Sơ yếu lý lịch"),
        ("Số giấy tờ, văn bản", "1"),
    ]


def test_codes_and_dates_are_spoken_in_words():
    built = form("birth")
    spoken = rules.spoken(built, rules.clean(built, BIRTH).values)

    assert spoken["child.ethnic_group"] == "Kinh"
    assert spoken["child.birth_date"] == "01/08/2025"
    assert spoken["copies.wanted"] == "Có"
    assert spoken["undertaking"] == "Đã đồng ý"


def test_a_question_just_called_for_is_shown_before_it_is_judged():
    built = form("signature_certification")
    posted = {"requester.full_name": "Lan", "requester.personal_number": ""}

    assert rules.unasked(built, posted, group="request") == ("requester.paper_number",)
    assert rules.unasked(built, {**posted, "requester.paper_number.asked": "1"}, group="request") == ()


def test_the_counter_types_little_for_a_certified_copy():
    built = form("certified_copy")
    typed = {"requester.full_name": "Nguyễn Thị Lan", "document.kind": "Học bạ"}

    assert rules.clean(built, rules.prefill(built, typed)).errors == {}
    assert sum(field.required and field.default is None for field in built) == 2
