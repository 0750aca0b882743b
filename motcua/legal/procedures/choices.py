"""Closed lists of the catalogue: levels, channels, papers, fees, how sure a fact is."""

from enum import StrEnum


class Field(StrEnum):
    """«Lĩnh vực»."""

    CIVIL_STATUS = "civil_status"
    CERTIFICATION = "certification"


class Level(StrEnum):
    """The level that decides. `division` is Phòng Tư pháp, which ended with the district on 30/06/2025."""

    WARD = "ward"
    DIVISION = "division"
    CITY = "city"


LEVEL_NAMES = {
    Level.WARD: "Ủy ban nhân dân cấp xã",
    Level.DIVISION: "Phòng Tư pháp",
    Level.CITY: "Ủy ban nhân dân thành phố",
}


class Channel(StrEnum):
    """«Cách thức nộp hồ sơ»: at the desk, online, by public post."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


CHANNEL_NAMES = {Channel.DIRECT: "Trực tiếp", Channel.ONLINE: "Trực tuyến", Channel.POST: "Bưu chính công ích"}


class ReturnWay(StrEnum):
    """«Nhận kết quả»."""

    DESK = "desk"
    POST = "post"
    ONLINE = "online"
    HOME = "home"


RETURN_NAMES = {
    ReturnWay.DESK: "Tại quầy",
    ReturnWay.POST: "Qua bưu chính",
    ReturnWay.ONLINE: "Bản điện tử",
    ReturnWay.HOME: "Tại nhà",
}


class OnlineLevel(StrEnum):
    """«Dịch vụ công trực tuyến»: toàn trình, một phần, chưa cung cấp."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


ONLINE_NAMES = {
    OnlineLevel.FULL: "Toàn trình",
    OnlineLevel.PARTIAL: "Một phần",
    OnlineLevel.NONE: "Chưa cung cấp trực tuyến",
}


class PaperRole(StrEnum):
    """A form to fill in, a paper to hand in («nộp»), a paper to show and take back («xuất trình»)."""

    FORM = "form"
    SUBMIT = "submit"
    PRESENT = "present"


ROLE_NAMES = {PaperRole.FORM: "Biểu mẫu", PaperRole.SUBMIT: "Nộp", PaperRole.PRESENT: "Xuất trình"}


class PaperKind(StrEnum):
    """«Bản chính, bản sao, bản điện tử»."""

    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"


KIND_NAMES = {PaperKind.ORIGINAL: "Bản chính", PaperKind.COPY: "Bản sao", PaperKind.ELECTRONIC: "Bản điện tử"}


class FeeKind(StrEnum):
    """«Phí» pays for a service; «lệ phí» is due to the state for an act."""

    CHARGE = "charge"
    DUTY = "duty"


class FeePer(StrEnum):
    """What a fee is counted by: the case, the copy, the page of the original."""

    CASE = "case"
    COPY = "copy"
    PAGE = "page"


class Place(StrEnum):
    """What ties a case to one office: residence, earlier registration, last residence, or nothing."""

    RESIDENCE = "residence"
    REGISTRATION = "registration"
    LAST_RESIDENCE = "last_residence"
    ANY = "any"


class Elsewhere(StrEnum):
    """What a counter does with a case of another office: tell the way, or take it in and forward it."""

    GUIDE = "guide"
    FORWARD = "forward"


class Sure(StrEnum):
    """How sure the fact is: read in the law · read in a second-hand source · to be confirmed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
