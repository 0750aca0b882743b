"""The labelled lines of an entry: on its page, on an extract, and as boxes when it is read from a paper book."""

from collections.abc import Mapping

from motcua.trades.civil_status.choices import BookKind

Lines = tuple[tuple[str, str], ...]


def _person(prefix: str, who: str) -> Lines:
    return (
        (f"Họ, chữ đệm, tên {who}", f"{prefix}HoTen"),
        (f"Ngày, tháng, năm sinh {who}", f"{prefix}NgaySinh"),
        (f"Dân tộc {who}", f"{prefix}DanToc"),
        (f"Quốc tịch {who}", f"{prefix}QuocTich"),
        (f"Nơi cư trú {who}", f"{prefix}NoiCuTru"),
        (f"Giấy tờ tùy thân {who}", f"{prefix}SoGiayToTuyThan"),
    )


_REQUESTER: Lines = (
    ("Người yêu cầu", "nycHoTen"),
    ("Quan hệ", "nycQuanHe"),
    ("Giấy tờ tùy thân người yêu cầu", "nycSoGiayToTuyThan"),
)

ROWS: dict[BookKind, Lines] = {
    BookKind.BIRTH: (
        ("Họ, chữ đệm, tên", "nksHoTen"),
        ("Ngày, tháng, năm sinh", "nksNgaySinh"),
        ("Ghi bằng chữ", "nksNgaySinhBangChu"),
        ("Giới tính", "nksGioiTinh"),
        ("Dân tộc", "nksDanToc"),
        ("Quốc tịch", "nksQuocTich"),
        ("Nơi sinh", "nksNoiSinh"),
        ("Quê quán", "nksQueQuan"),
        ("Số định danh cá nhân", "nksSoDinhDanh"),
        *_person("me", "người mẹ"),
        *_person("cha", "người cha"),
        ("Người đi khai sinh", "nycHoTen"),
        ("Giấy tờ tùy thân người đi khai sinh", "nycSoGiayToTuyThan"),
    ),
    BookKind.MARRIAGE: (*_person("chong", "chồng"), *_person("vo", "vợ")),
    BookKind.DEATH: (
        ("Họ, chữ đệm, tên người chết", "nktHoTen"),
        ("Ngày, tháng, năm sinh", "nktNgaySinh"),
        ("Giới tính", "nktGioiTinh"),
        ("Dân tộc", "nktDanToc"),
        ("Quốc tịch", "nktQuocTich"),
        ("Nơi cư trú cuối cùng", "nktNoiCuTru"),
        ("Giấy tờ tùy thân", "nktSoGiayToTuyThan"),
        ("Ngày, tháng, năm chết", "nktNgayChet"),
        ("Ghi bằng chữ", "nktNgayChetGhiBangChu"),
        ("Giờ, phút chết", "nktGioPhutChet"),
        ("Nơi chết", "nktNoiChet"),
        ("Nguyên nhân chết", "nktNguyenNhanChet"),
        ("Giấy báo tử", "gbtLoai"),
        ("Số giấy báo tử", "gbtSo"),
        ("Ngày cấp giấy báo tử", "gbtNgay"),
        ("Cơ quan cấp giấy báo tử", "gbtCoQuanCap"),
        ("Người đi khai tử", "nycHoTen"),
        ("Quan hệ với người chết", "nycQuanHe"),
        ("Giấy tờ tùy thân người đi khai tử", "nycSoGiayToTuyThan"),
    ),
    BookKind.MARITAL_STATUS: (
        *_person("nxn", "người được xác nhận"),
        ("Trong thời gian cư trú tại", "nxnThoiGianCuTruTai"),
        ("Từ", "nxnThoiGianCuTruTu"),
        ("Đến", "nxnThoiGianCuTruDen"),
        ("Tình trạng hôn nhân", "nxnTinhTrangHonNhan"),
        ("Mục đích sử dụng", "nxnMucDichSuDung"),
        *_REQUESTER,
    ),
    BookKind.CHANGE: (
        *_person("ndc", "người được thay đổi"),
        ("Loại việc", "loaiThayDoi"),
        ("Mục được ghi lại", "mucThayDoi"),
        ("Từ", "noiDungTu"),
        ("Thành", "noiDungThanh"),
        ("Căn cứ", "canCu"),
        ("Việc đã đăng ký", "hsLoai"),
        ("Số", "hsSo"),
        ("Quyển số", "hsQuyenSo"),
        ("Ngày đăng ký", "hsNgayDangKy"),
        ("Nơi đăng ký", "hsNoiDangKy"),
        *_REQUESTER,
    ),
    BookKind.COPY: (
        ("Loại trích lục", "loaiTrichLuc"),
        ("Thực hiện trích lục từ", "nguonTrichLuc"),
        ("Số lượng", "soLuong"),
        *_REQUESTER,
    ),
}


def labelled(kind: BookKind, content: Mapping[str, str]) -> Lines:
    """Lines that hold something, in the order of the book."""
    return tuple((label, content[field]) for label, field in ROWS[kind] if content.get(field))


def typed_fields(kind: BookKind) -> Lines:
    """What an officer copies from the paper book of this kind: label and field."""
    return ROWS[kind]
