"""From the answers of a form, in words, to the content of an entry under the national field names.

Dates stand as in the books (dd/mm/yyyy). `nksSoDinhDanh` and the like are ours: the national columns have no place
for the personal number, the certificate does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.base.vn.rules import NotADate, PartialDate, date_in_words

Words = Mapping[str, str]
"""Answers as people read them, by key of the form."""
Content = dict[str, str]


@dataclass(frozen=True)
class Subject:
    """Whom an entry is about, for finding it again; `born` is ISO, possibly only a year."""

    name: str
    born: str = ""
    second_name: str = ""
    personal_number: str = ""


def given(words: Words, key: str) -> str:
    """The answer, or nothing."""
    return str(words.get(key) or "").strip()


def iso_date(text: str) -> str:
    """05/11/2024 or 1956 as ISO; nothing for what is no date."""
    try:
        return PartialDate.parse(text).iso()
    except NotADate:
        return ""


def full_date(text: str) -> date | None:
    """The day, when all of it is known."""
    try:
        parsed = PartialDate.parse(text)
    except NotADate:
        return None
    return parsed.earliest if parsed.is_full else None


def in_words(text: str) -> str:
    """The date spelled out, as far as it is known."""
    try:
        return date_in_words(PartialDate.parse(text))
    except NotADate:
        return ""


def birth_content(words: Words, *, personal_number: str = "") -> Content:
    """KS: child, mother, father, who came. The personal number only when the national database gave it."""
    child = {
        "nksHoTen": given(words, "child.full_name"),
        "nksGioiTinh": given(words, "child.sex"),
        "nksNgaySinh": given(words, "child.birth_date"),
        "nksNgaySinhBangChu": in_words(given(words, "child.birth_date")),
        "nksNoiSinh": given(words, "child.birth_place"),
        "nksQueQuan": given(words, "child.home_town"),
        "nksDanToc": given(words, "child.ethnic_group"),
        "nksQuocTich": given(words, "child.nationality"),
        "nksLoaiKhaiSinh": given(words, "child.case"),
        "nksSoDinhDanh": personal_number,
    }
    return child | _parent(words, "mother", "me") | _parent(words, "father", "cha") | _requester(words)


def marriage_content(words: Words) -> Content:
    """KH: husband and wife."""
    return _spouse(words, "husband", "chong") | _spouse(words, "wife", "vo")


def death_content(words: Words) -> Content:
    """KT: the deceased, the death, the notice of death, who came."""
    paper_kind, paper_number = identity(words, "deceased")
    return {
        "nktHoTen": given(words, "deceased.full_name"),
        "nktGioiTinh": given(words, "deceased.sex"),
        "nktNgaySinh": given(words, "deceased.birth_date"),
        "nktDanToc": given(words, "deceased.ethnic_group"),
        "nktQuocTich": given(words, "deceased.nationality"),
        "nktNoiCuTru": given(words, "deceased.residence"),
        "nktLoaiGiayToTuyThan": paper_kind,
        "nktSoGiayToTuyThan": paper_number,
        "nktNgayChet": given(words, "deceased.died_on"),
        "nktNgayChetGhiBangChu": in_words(given(words, "deceased.died_on")),
        "nktGioPhutChet": given(words, "deceased.died_at_time"),
        "nktNoiChet": given(words, "deceased.place"),
        "nktNguyenNhanChet": given(words, "deceased.cause"),
        "gbtLoai": given(words, "notice.kind"),
        "gbtSo": given(words, "notice.number"),
        "gbtNgay": given(words, "notice.issued_on"),
        "gbtCoQuanCap": given(words, "notice.issued_by"),
    } | _requester(words)


def marital_content(words: Words, *, status: str, purpose: str, lived_from: str, lived_to: str) -> Content:
    """HN: the person, where and from when to when, the status and what the paper is for."""
    return (
        _subject(words, "nxn")
        | {
            "nxnThoiGianCuTruTai": given(words, "subject.residence"),
            "nxnThoiGianCuTruTu": lived_from,
            "nxnThoiGianCuTruDen": lived_to,
            "nxnTinhTrangHonNhan": status,
            "nxnLoaiMucDichSuDung": given(words, "purpose.kind"),
            "nxnMucDichSuDung": purpose,
        }
        | _requester(words)
    )


def change_content(words: Words, *, kind: str, basis: str) -> Content:
    """TDCC: whose data, on which record, from what to what, on what basis (our names: no national columns exist)."""
    return (
        _subject(words, "ndc")
        | {
            "loaiThayDoi": kind,
            "mucThayDoi": given(words, "change.item") or "Dân tộc",
            "noiDungTu": given(words, "change.from"),
            "noiDungThanh": given(words, "change.to"),
            "canCu": basis,
            "hsLoai": given(words, "record.kind"),
            "hsSo": given(words, "record.number"),
            "hsQuyenSo": given(words, "record.book"),
            "hsNgayDangKy": given(words, "record.registered_on"),
            "hsNoiDangKy": given(words, "record.office"),
        }
        | _requester(words)
    )


def copy_content(words: Words, *, record: str, source: str) -> Content:
    """BS: who asked for a copy of which entry, and how many."""
    return {
        "loaiTrichLuc": record,
        "nguonTrichLuc": source,
        "soLuong": given(words, "extract.copies") or "1",
    } | _requester(words)


def identity(words: Words, key: str) -> tuple[str, str]:
    """Kind and number of the paper that identifies a person; the personal number comes first."""
    if number := given(words, f"{key}.personal_number"):
        return "Số định danh cá nhân", number
    return given(words, f"{key}.paper_kind"), given(words, f"{key}.paper_number")


def subject_of(words: Words, key: str, *, second: str = "") -> Subject:
    """The person under a group of the form, as the register finds them again."""
    return Subject(
        name=given(words, f"{key}.full_name"),
        born=iso_date(given(words, f"{key}.birth_date")),
        second_name=given(words, f"{second}.full_name") if second else "",
        personal_number=given(words, f"{key}.personal_number"),
    )


def _parent(words: Words, key: str, prefix: str) -> Content:
    kind, number = identity(words, key)
    return {
        f"{prefix}HoTen": given(words, f"{key}.full_name"),
        f"{prefix}NgaySinh": given(words, f"{key}.birth_date"),
        f"{prefix}DanToc": given(words, f"{key}.ethnic_group"),
        f"{prefix}QuocTich": given(words, f"{key}.nationality"),
        f"{prefix}LoaiCuTru": given(words, f"{key}.residence_kind"),
        f"{prefix}NoiCuTru": given(words, f"{key}.residence"),
        f"{prefix}LoaiGiayToTuyThan": kind,
        f"{prefix}SoGiayToTuyThan": number,
    }


def _spouse(words: Words, key: str, prefix: str) -> Content:
    return _parent(words, key, prefix) | {
        f"{prefix}NgayCapGiayToTuyThan": given(words, f"{key}.paper_issued_on"),
        f"{prefix}NoiCapGiayToTuyThan": given(words, f"{key}.paper_issued_by"),
    }


def _subject(words: Words, prefix: str) -> Content:
    return _parent(words, "subject", prefix) | {f"{prefix}GioiTinh": given(words, "subject.sex")}


def _requester(words: Words) -> Content:
    kind, number = identity(words, "requester")
    return {
        "nycHoTen": given(words, "requester.full_name"),
        "nycQuanHe": given(words, "requester.relation"),
        "nycLoaiGiayToTuyThan": kind,
        "nycSoGiayToTuyThan": number,
        "nycNgayCapGiayToTuyThan": given(words, "requester.paper_issued_on"),
        "nycNoiCapGiayToTuyThan": given(words, "requester.paper_issued_by"),
    }
