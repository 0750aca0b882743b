"""Sentences of the papers: marital status, purpose, kind of change, note [04/2020/TT-BTP, forms]."""

from motcua.trades.civil_status.choices import ACT_NAME, PAPER_ONLY, RECORD_BOOK
from motcua.trades.civil_status.rules.content import Words, given

_CHANGES = {
    "change": "thay đổi hộ tịch",
    "correct": "cải chính hộ tịch",
    "add": "bổ sung thông tin hộ tịch",
    "ethnicity": "xác định lại dân tộc",
}


def change_kind(code: str) -> str:
    """The act in lower case as the extract's title has it. Refuses: KeyError for another code."""
    return _CHANGES[code]


def marital_status(words: Words, *, kind: str) -> str:
    """The status certified; `kind` is the code of `status.kind`."""
    spouse = given(words, "status.spouse")
    if kind == "married":
        number, office = given(words, "status.marriage_number"), given(words, "status.marriage_office")
        paper = f"Giấy chứng nhận kết hôn{f' số {number}' if number else ''}{f' do {office} cấp' if office else ''}"
        return f"Hiện tại đang có vợ hoặc chồng là ông/bà {spouse} ({paper})"
    if kind == "divorced":
        court = f"số {given(words, 'status.judgment_number')} ngày {given(words, 'status.judgment_on')} của "
        court += given(words, "status.judgment_court")
        return (
            f"Đã đăng ký kết hôn với ông/bà {spouse}, nhưng đã ly hôn theo Bản án, Quyết định ly hôn {court}; "
            "hiện tại chưa đăng ký kết hôn với ai"
        )
    if kind == "widowed":
        number, office = given(words, "status.death_number"), given(words, "status.death_office")
        paper = " ".join(filter(None, [f"số {number}" if number else "", f"do {office} cấp" if office else ""]))
        death = f" (Trích lục khai tử {paper})" if paper else ""
        return (
            f"Đã đăng ký kết hôn, nhưng vợ hoặc chồng là ông/bà {spouse} đã chết ngày "
            f"{given(words, 'status.death_on')}{death}; hiện tại chưa đăng ký kết hôn với ai"
        )
    return "Chưa đăng ký kết hôn với ai"


def purpose(words: Words, *, kind: str) -> str:
    """What the certificate is for; for a marriage it names the future spouse and the office, and serves only there."""
    if kind == "other":
        return given(words, "purpose.text")
    partner = f"{given(words, 'partner.full_name')}, sinh ngày {given(words, 'partner.birth_date')}"
    details = [
        f"quốc tịch {given(words, 'partner.nationality')}" if given(words, "partner.nationality") else "",
        f"giấy tờ tùy thân số {given(words, 'partner.paper_number')}" if given(words, "partner.paper_number") else "",
        f"cư trú tại {given(words, 'partner.residence')}" if given(words, "partner.residence") else "",
    ]
    whom = ", ".join([partner, *filter(None, details)])
    return f"làm thủ tục kết hôn với ông/bà {whom}; tại {given(words, 'purpose.office')}"


def note_words(*, kind: str, item: str, before: str, after: str, basis: str) -> str:
    """The sentence written beside an entry when its content was changed."""
    moved = f"từ “{before}” thành “{after}”" if before else f"“{after}”"
    return f"{kind[:1].upper()}{kind[1:]}: {item} {moved}. Căn cứ: {basis}"


def kind_words(record: str) -> str:
    """The act in lower case: «khai sinh»."""
    return ACT_NAME[RECORD_BOOK[record]] if record in RECORD_BOOK else PAPER_ONLY.get(record, "hộ tịch")
