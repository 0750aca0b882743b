"""For each rule a machine sees: a right document, one thing spoiled, and the rules that cannot but speak with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.drafts import Draft, Line, body, centred

Make = Callable[[], Draft]


@dataclass(frozen=True)
class Spoiled:
    """A document wrong in one thing."""

    rule: str
    draft: Make
    profile: Profile = Profile.ND30
    on: date = date(2025, 3, 5)
    also: frozenset[str] = frozenset()


def _page(make: Make, **page: float) -> Make:
    def made() -> Draft:
        draft = make()
        draft.page |= page
        return draft

    return made


def _number(make: Make, **number: object) -> Make:
    def made() -> Draft:
        draft = make()
        draft.number |= number
        draft.main += [body() for _ in range(30)] if number.get("long") else []
        return draft

    return made


def _line(make: Make, name: str, **changes: object) -> Make:
    return lambda: make().change(name, **changes)


def _drop(make: Make, *names: str) -> Make:
    def made() -> Draft:
        draft = make()
        for name in names:
            draft.drop(name)
        return draft

    return made


def _put(make: Make, line: Line, after: str) -> Make:
    return lambda: make().put(line, after=after)


def _annex(*lines: Line, own: bool = True, told: str = "theo Phụ lục") -> Make:
    def made() -> Draft:
        draft = drafts.plan()
        draft.change(
            "text1", text=f"Sở Tư pháp thực hiện các nội dung {told} và báo cáo kết quả với cấp có thẩm quyền."
        )
        draft.after, draft.own_pages = list(lines), own
        return draft

    return made


def annex(
    label: str = "Phụ lục",
    title: str = "DANH MỤC VIỆC PHẢI LÀM",
    reference: str = "(Kèm theo Kế hoạch số 45/KH-STP của Sở Tư pháp)",
) -> list[Line]:
    return [
        centred(label, "annex", bold=True),
        centred(title, "annex_title", bold=True),
        centred(reference, "annex_reference", italic=True),
    ]


def right_annex() -> Draft:
    return _annex(*annex())()


def marked(line: str, **more: object) -> Make:
    """A stamp in the head, below the agency."""
    return _put(drafts.decision, centred(line, "stamp", **({"bold": True, "size": 13} | more)), "number")


def _tracked(draft: Draft) -> Draft:
    def tweak(document: object) -> None:
        run = document.paragraphs[3]._element.findall(qn("w:r"))[0]  # type: ignore[attr-defined]
        ins = parse_xml(f'<w:ins {nsdecls("w")} w:id="9" w:author="A" w:date="2025-03-05T08:00:00Z"/>')
        run.addprevious(ins)
        ins.append(run)

    draft.tweak = tweak
    return draft


def _two_annexes() -> Draft:
    draft = _annex(*annex("Phụ lục 1"))()

    def tweak(document: object) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)  # type: ignore[attr-defined]
        drafts.restart(section)
        for line in annex("Phụ lục II", "MẪU BÁO CÁO"):
            drafts.write(document.add_paragraph(), line)  # type: ignore[attr-defined]

    draft.tweak = tweak
    return draft


def _counted_on() -> Draft:
    draft = right_annex()

    def tweak(document: object) -> None:
        last = document.sections[-1]._sectPr  # type: ignore[attr-defined]
        last.remove(last.find(qn("w:pgNumType")))

    draft.tweak = tweak
    return draft


def _wide() -> Draft:
    draft = drafts.minutes()
    draft.page |= {"wide": 297, "high": 210}
    draft.head, draft.end = [], ([], [])
    return draft


def _footed(**more: object) -> Make:
    def made() -> Draft:
        draft = drafts.letter()
        text = "Số 12 Hùng Vương, Tam Kỳ; Điện thoại: 0235.0000000; Website: stp.example.vn"
        draft.foot = Line(text, "foot", **({"size": 11, "align": "left"} | more))
        return draft

    return made


def right_footed() -> Draft:
    return _footed()()


def _copied(text: str) -> Make:
    def made() -> Draft:
        draft = drafts.letter()
        draft.after, draft.own_pages = [centred(text, "copy", bold=True)], False
        return draft

    return made


D, ISSUING, L, S, P = drafts.decision, drafts.issuing_decision, drafts.letter, drafts.submission, drafts.plan
ND30: list[Spoiled] = [
    Spoiled("A-01", _page(D, wide=215.9, high=279.4)),
    Spoiled("A-02", _wide),
    Spoiled("A-03", _page(D, top=12)),
    Spoiled("A-04", _page(D, left=25)),
    Spoiled("A-05", _page(D, right=25)),
    Spoiled("A-06", _line(D, "article2", font="Arial")),
    Spoiled("A-07", _line(D, "article2", colour="1F3864")),
    Spoiled("A-08", _number(D, fmt="upperRoman")),
    Spoiled("A-09", _number(D, size=10)),
    Spoiled("A-10", _number(D, place="footer")),
    Spoiled("A-11", _line(D, "motto", size=13)),
    Spoiled("A-12", _line(D, "national", text="CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM")),
    Spoiled("A-13", _line(D, "national", bold=False)),
    Spoiled("A-14", _line(D, "motto", text="Độc lập – Tự do – Hạnh phúc")),
    Spoiled("A-15", _line(D, "motto", italic=True)),
    Spoiled("A-16", _line(D, "motto", rule=0.5)),
    Spoiled("A-17", _line(D, "parent", bold=True)),
    Spoiled("A-18", _line(D, "parent", text="UBND")),
    Spoiled("A-19", _line(D, "issuer", size=14)),
    Spoiled("A-21", _line(D, "issuer", rule=0)),
    Spoiled("A-22", _line(D, "number", align="left")),
    Spoiled("A-23", _line(D, "number", text="Số: 5/QĐ-STP")),
    Spoiled("A-24", _line(D, "number", text="Số: 15/qđ-stp")),
    Spoiled("A-25", _line(D, "number", text="Số: 15/QĐ - STP")),
    Spoiled("A-26", _line(D, "number", text="Số: 15/TB-STP")),
    Spoiled("A-28", _line(D, "date", italic=False)),
    Spoiled("A-29", _line(D, "date", text="Quảng Nam ngày 05 tháng 3 năm 2025")),
    Spoiled("A-30", _line(D, "date", text="Quảng Nam, ngày 5 tháng 03 năm 2025")),
    Spoiled("A-31", _line(D, "kind", size=16)),
    Spoiled("A-32", _line(D, "subject", bold=False)),
    Spoiled("A-32", _line(D, "subject", bold=False, align="left")),
    Spoiled("A-33", _line(D, "subject", rule=0)),
    Spoiled("A-34", _line(L, "letter_subject", before=0)),
    Spoiled("A-35", _line(D, "basis_decree", italic=False)),
    Spoiled(
        "A-36", _line(D, "basis_law", text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025.")
    ),
    Spoiled("A-37", _line(D, "basis_law", text="Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15;")),
    Spoiled(
        "A-39",
        _line(D, "article2", text="Điều 2. Việc soạn thảo thực hiện theo Quyết định số 12/QĐ-STP của Giám đốc Sở."),
    ),
    Spoiled(
        "A-40",
        _line(D, "article2", text="Điều 2. Việc soạn thảo thực hiện theo Nghị định 30/2020/NĐ-CP của Chính phủ."),
    ),
    Spoiled("A-41", _line(ISSUING, "chapter", text="Chương 1")),
    Spoiled("A-42", _line(ISSUING, "division_title", align="left")),
    Spoiled("A-43", _drop(ISSUING, "chapter_title")),
    Spoiled("A-44", _line(D, "article2", lead=0)),
    Spoiled("A-45", _line(ISSUING, "clause2", text="3. Trình tự giải quyết công việc gồm các bước sau đây:")),
    Spoiled("A-46", _line(ISSUING, "point_dd", text="e) Trả kết quả.")),
    Spoiled("A-47", _line(P, "text1", align="left")),
    Spoiled("A-48", _line(P, "text1", indent=2)),
    Spoiled("A-49", _line(D, "article2", before=2)),
    Spoiled("A-50", _line(P, "text1", line=1.8)),
    Spoiled("A-51", _line(P, "roman1", bold=False)),
    Spoiled("A-52", _line(P, "text2", text=drafts.LONG)),
    Spoiled("A-53", _line(D, "post1", bold=False)),
    Spoiled("A-54", _line(D, "post2", size=12)),
    Spoiled("A-55", _line(D, "signer", text="ThS. Nguyễn Văn An")),
    Spoiled("A-60", _drop(S, "addressee"), also=frozenset()),
    Spoiled("A-53", _line(D, "post1", text="KT GIÁM ĐỐC")),
    Spoiled("A-61", _line(L, "addressee", bold=True)),
    Spoiled("A-61", _line(L, "to1", text="- Ủy ban nhân dân tỉnh,")),
    Spoiled("A-62", _line(D, "copies", italic=False)),
    Spoiled("A-63", _line(D, "copy_last", size=14)),
    Spoiled("A-64", _line(L, "copy_first", text="- Ủy ban nhân dân tỉnh;")),
    Spoiled(
        "A-65",
        _annex(*[annex()[0], Line("Danh mục việc phải làm", "annex_title", bold=True, align="center"), annex()[2]]),
    ),
    Spoiled("A-66", _annex(*annex()[:2])),
    Spoiled("A-67", _annex(*annex(), told="đã được phê duyệt")),
    Spoiled("A-68", _counted_on),
    Spoiled("A-69", marked("KHẨN", bold=False, colour="FF0000")),
    Spoiled("A-70", marked("MẬT")),
    Spoiled("A-71", marked("LƯU HÀNH NỘI BỘ", size=12)),
    Spoiled("A-72", _put(D, Line("PL.(300)", "drafter", size=13, align="left"), "copy_last")),
    Spoiled("A-73", _footed(size=14)),
    Spoiled("A-74", _copied("SAO Y BẢN CHÍNH")),
    Spoiled(
        "A-78",
        _line(
            P,
            "text1",
            text="Sở Tư pháp thực hiện theo quy định tại Khoản 2 Điều 103 của Bộ luật Hình sự và các văn bản khác.",
        ),
    ),
    Spoiled(
        "A-79",
        _line(
            P,
            "text1",
            text="Sở Tư pháp làm việc với các cơ quan tại thành phố Hồ Chí Minh trong tháng tới theo kế hoạch chung.",
        ),
    ),
    Spoiled(
        "A-80",
        _line(
            P,
            "text1",
            text=(
                "Sở Tư pháp phối hợp với Sở tài chính để bố trí kinh phí thực hiện kế hoạch trong năm nay như đã định."
            ),
        ),
    ),
    Spoiled(
        "A-81",
        _line(
            P,
            "text1",
            text=(
                "Sở Tư pháp thực hiện ý kiến chỉ đạo của thủ tướng Chính phủ về công tác phổ biến pháp luật trong năm."
            ),
        ),
    ),
    Spoiled(
        "A-83",
        _line(
            P,
            "text1",
            text="Sở Tư pháp tiếp tục phổ biến Luật hộ tịch và các văn bản hướng dẫn đến người dân trong toàn tỉnh ta.",
        ),
    ),
    Spoiled("K-01", _line(P, "text1", text=drafts.LONG.replace("ổ", "o\u0302\u0309"))),
    Spoiled("K-02", _line(P, "text1", text=drafts.LONG.replace("đ", "ð"))),
    Spoiled("K-03", _line(P, "text1", text=drafts.LONG.replace("chuyên", "chu\u00adyên"))),
    Spoiled("K-04", lambda: _tracked(P())),
]


def _legal(rule: str, draft: Make, *, on: date = date(2026, 3, 5), also: frozenset[str] = frozenset()) -> Spoiled:
    return Spoiled(rule, draft, Profile.QPPL, on, also)


def old_decision() -> Draft:
    return drafts.legal_decision(old=True)


def _attached(reference: str) -> Make:
    def made() -> Draft:
        draft = drafts.legal_decision()
        draft.change(
            "clause1", text="1. Ban hành kèm theo Quyết định này Quy định phối hợp quản lý nhà nước về hộ tịch."
        )
        draft.after = [centred("QUY ĐỊNH", "q", bold=True), centred("Phối hợp quản lý", "qn", bold=True)]
        if reference:
            draft.after.append(centred(reference, "qr", italic=True))
        return draft

    return made


def right_attached() -> Draft:
    return _attached("(Ban hành kèm theo Quyết định số 07/2025/QĐ-UBND ngày 05 tháng 3 năm 2026)")()


G, R, OLD = drafts.legal_decision, drafts.resolution, date(2025, 2, 13)
QPPL: list[Spoiled] = [
    _legal("Q-01", _page(G, wide=215.9, high=279.4)),
    _legal("Q-02", _page(G, left=20)),
    _legal("Q-03", _line(G, "motto", bold=False)),
    _legal("Q-04", _line(G, "issuer", bold=False)),
    _legal("Q-05", _line(G, "number", text="Số: 07/QĐ-UBND")),
    _legal("Q-06", _line(G, "date", italic=False)),
    _legal("Q-07", _line(G, "kind", size=13)),
    _legal("Q-08", _line(G, "subject", text="V/v quy định phối hợp quản lý hộ tịch")),
    _legal("Q-09", _line(G, "basis_law", size=13)),
    _legal("Q-10", _drop(old_decision, "resolve"), on=OLD),
    _legal("Q-11", _line(R, "basis_last", text="Theo đề nghị của Ủy ban nhân dân tỉnh tại Tờ trình số 45/TTr-UBND.")),
    _legal(
        "Q-12",
        _line(G, "basis_last", text="Căn cứ Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ."),
    ),
    _legal("Q-13", _put(G, centred("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "agency", bold=True), "subject")),
    _legal("Q-14", _line(G, "article1", bold=False)),
    _legal("Q-15", _line(G, "point_b", text="c) Cơ quan phối hợp.")),
    _legal("Q-16", _drop(R, "closing")),
    _legal("Q-17", _line(R, "post1", text="TM. HỘI ĐỒNG NHÂN DÂN")),
    _legal("Q-18", _drop(G, "post1")),
    _legal("Q-19", _line(G, "copy_first", size=14)),
    _legal("Q-20", _attached("")),
    _legal("Q-22", _line(G, "effect", text="Quyết định này có hiệu lực thi hành kể từ ngày ký./.")),
    _legal("K-05", _line(G, "text2", font="Arial")),
]
OTHERS = {"two annexes": (_two_annexes, {"A-65"})}
RIGHT_TOO = [right_annex, right_footed, _copied("SAO Y"), marked("KHẨN", colour="FF0000"), marked("LƯU HÀNH NỘI BỘ")]
