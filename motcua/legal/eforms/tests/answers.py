"""Whole sets of right answers, by form: the least that a form accepts, for the tests to bend."""

from datetime import date

DAY = date(2025, 8, 8)
REQUESTER = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.birth_date": "05/11/1996",
    "requester.personal_number": "099196000001",
    "requester.relation": "mother",
}
CHILD = {
    "child.case": "no_father",
    "child.full_name": "Nguyễn Văn An",
    "child.birth_date": "01/08/2025",
    "child.sex": "male",
    "child.ethnic_group": "01",
    "child.nationality": "VN",
    "child.birth_place": "Bệnh viện Đa khoa Quảng Nam, phường Tam Kỳ, thành phố Đà Nẵng",
    "child.home_town": "Phường Tam Kỳ, thành phố Đà Nẵng",
}
MOTHER = {
    "mother.full_name": "Nguyễn Thị Lan",
    "mother.birth_date": "1996",
    "mother.ethnic_group": "01",
    "mother.nationality": "VN",
    "mother.personal_number": "099196000001",
}
END = {"copies.wanted": "yes", "copies.count": "2", "undertaking": "yes"}
BIRTH = {**REQUESTER, **CHILD, **MOTHER, **END}
SIGNATURE = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.personal_number": "099196000001",
    "document.kind": "Sơ yếu lý lịch",
    "document.count": "1",
}
DEATH = {
    **REQUESTER,
    "requester.relation": "child",
    "deceased.full_name": "Trần Văn Bình",
    "deceased.birth_date": "1950",
    "deceased.sex": "male",
    "deceased.ethnic_group": "01",
    "deceased.nationality": "VN",
    "deceased.residence": "Phường Tam Kỳ, thành phố Đà Nẵng",
    "deceased.died_on": "01/08/2025",
    "deceased.place": "Tại nhà",
    "notice.kind": "electronic",
    "copies.wanted": "no",
    "undertaking": "yes",
}
