"""A right decision of ward Tam Kỳ on its market, as a Word file; nine faults that can be planted in it; its bases.

It is to be signed on 20/12/2026.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.drafts import Draft, Line, article, basis, body, centred
from motcua.legal.lawbase import acts as lawbase
from motcua.legal.lawbase import queries as registered
from motcua.legal.lawbase.acts.facts import Facts

SIGNED_ON = date(2026, 12, 20)
TITLE = "Quy định quản lý chợ trên địa bàn phường Tam Kỳ"
REGISTERED = (
    ("Luật", "72/2025/QH15", "Tổ chức chính quyền địa phương", date(2025, 6, 16), date(2025, 6, 16), None, "Quốc hội"),
    ("Luật", "64/2025/QH15", "Ban hành văn bản quy phạm pháp luật", date(2025, 2, 19), date(2025, 4, 1), None,
     "Quốc hội"),
    ("Nghị định", "60/2024/NĐ-CP", "Phát triển và quản lý chợ", date(2024, 6, 5), date(2024, 8, 1), None, "Chính phủ"),
    ("Nghị định", "02/2003/NĐ-CP", "Phát triển và quản lý chợ", date(2003, 1, 14), date(2003, 1, 29), date(2024, 7, 31),
     "Chính phủ"),
)  # fmt: skip
DECREE = (
    "Điều 9. Quản lý chợ\n"
    "1. Chợ được phân thành ba hạng.\n"
    "2. Ủy ban nhân dân cấp xã quy định các nội dung sau đây:\n"
    "a) Giờ mở cửa, giờ đóng cửa của chợ;\n"
    "b) Nơi đỗ xe của người mua, người bán.\n"
    "Điều 10. Trách nhiệm thi hành\n"
    "Chính phủ giao các bộ tổ chức thực hiện.\n"
)


def register(at, *, code="P20341"):
    """The bases, in the ward's register unless they are there; the decree on markets with its text."""
    keeper = office.directory().unit(code).id
    kept = {}
    for kind, number, title, issued, effect, ends, issuer in REGISTERED:
        facts = Facts(
            issuer=issuer, type=kind, title=title, number=number, issued_on=issued, effective_on=effect, expires_on=ends
        )
        there = registered.same_document(issuer, kind, number, issued)
        kept[number] = there or lawbase.register(facts, keeper_id=keeper, by=SYSTEM, at=at)
    if registered.current_text(kept["60/2024/NĐ-CP"]) is None:
        lawbase.add_version(kept["60/2024/NĐ-CP"], DECREE, by=SYSTEM, at=at)
    return kept


ENACTS = "Ủy ban nhân dân phường ban hành Quyết định quy định quản lý chợ trên địa bàn phường Tam Kỳ."
SCOPE = (
    "Quyết định này quy định chi tiết khoản 2 Điều 9 Nghị định số 60/2024/NĐ-CP về quản lý chợ trên địa bàn phường "
    "Tam Kỳ."
)
REPEAL = (
    "2. Quyết định số 04/2021/QĐ-UBND ngày 05 tháng 3 năm 2021 của Ủy ban nhân dân phường về quản lý chợ hết hiệu lực "
    "kể từ ngày Quyết định này có hiệu lực./."
)


def right() -> Draft:
    """Nothing to find."""
    heads = drafts.head("Số:     /2026/QĐ-UBND", parent="", issuer="ỦY BAN NHÂN DÂN")
    heads[0][0].append(replace(heads[0][0][0], text="PHƯỜNG TAM KỲ"))
    heads[0][0][0] = replace(heads[0][0][0], rule=0)
    heads[1][1][0] = replace(heads[1][1][0], text="Tam Kỳ, ngày     tháng     năm 2026")
    return Draft(
        head=heads,
        main=[
            centred("QUYẾT ĐỊNH", "kind", bold=True, before=12),
            centred(TITLE, "subject", bold=True, rule=0.4),
            basis("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;", "basis_making"),
            basis("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", "basis_power"),
            basis(
                "Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và quản lý "
                "chợ;",
                "basis_content",
            ),
            basis("Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường tại Tờ trình số "
                  "12/TTr-VP ngày 01 tháng 12 năm 2026.", "basis_last"),
            body(ENACTS, "enacts"),
            article(1, "Phạm vi điều chỉnh", bold=True, lead=0),
            body(SCOPE, "scope"),
            article(2, "Giờ mở cửa, nơi đỗ xe", bold=True, lead=0),
            body("1. Giờ mở cửa của chợ là 05 giờ, giờ đóng cửa của chợ là 19 giờ.", "hours"),
            body("2. Nơi đỗ xe của người mua, người bán là bãi xe phía đông chợ.", "parking"),
            article(3, "Tổ chức thực hiện", bold=True, lead=0),
            body("Ban quản lý chợ thực hiện khoản 1 Điều 2 Quyết định này.", "duty"),
            article(4, "Hiệu lực thi hành", bold=True, lead=0),
            body("1. Quyết định này có hiệu lực thi hành từ ngày 31 tháng 12 năm 2026.", "effect"),
            body(REPEAL, "repeal"),
        ],
        end=drafts.end("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", first="- Như Điều 3;"),
    )  # fmt: skip


def _put_before(draft: Draft, line: Line, before: str) -> Draft:
    at = next(place for place, one in enumerate(draft.main) if one.name == before)
    draft.main.insert(at, line)
    return draft


DEAD = "Căn cứ Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003 của Chính phủ về phát triển và quản lý chợ;"
UNKNOWN = "Căn cứ Nghị định số 999/2024/NĐ-CP ngày 05 tháng 7 năm 2024 của Chính phủ về chợ nổi;"
PLANTS: dict[str, Callable[[Draft], Draft]] = {
    "not_in_force": lambda one: _put_before(one, basis(DEAD, "dead"), "basis_content"),
    "unknown": lambda one: _put_before(one, basis(UNKNOWN, "odd"), "basis_last"),
    "out_of_order": lambda one: one.change("basis_making", text=one.line("basis_power").text).change(
        "basis_power", text="Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;"
    ),
    "no_date": lambda one: one.change(
        "basis_content", text="Căn cứ Nghị định số 60/2024/NĐ-CP của Chính phủ về phát triển và quản lý chợ;"
    ),
    "competence": lambda one: one.change(
        "enacts", text="Chủ tịch Ủy ban nhân dân phường ban hành Quyết định quy định quản lý chợ trên địa bàn phường."
    ),
    "own_reference": lambda one: one.change("duty", text="Ban quản lý chợ thực hiện khoản 3 Điều 2 Quyết định này."),
    "Q-10": lambda one: _put_before(one, centred("QUYẾT ĐỊNH:", "resolve", bold=True, before=6), "article1"),
    "effect_day": lambda one: one.change(
        "effect", text="1. Quyết định này có hiệu lực thi hành từ ngày 25 tháng 12 năm 2026."
    ),
    "repeal_clause": lambda one: one.change(
        "repeal", text="2. Các quyết định trước đây của Ủy ban nhân dân phường về quản lý chợ hết hiệu lực./."
    ),
}
"""Nine faults by the check that must find each."""
EXPECTED = {
    "not_in_force": ("B", "căn cứ thứ 3"), "unknown": ("B", "căn cứ thứ 5"), "out_of_order": ("B", "căn cứ thứ 2"),
    "no_date": ("B", "căn cứ thứ 4"), "competence": ("C", "đoạn"), "own_reference": ("D", "Điều 3"),
    "Q-10": ("G", "đoạn"), "effect_day": ("D", "Điều 4"), "repeal_clause": ("G", "Điều 4"),
}  # fmt: skip
"""Under which content each is told, and how its place begins when all nine are planted."""


def planted(*names: str) -> bytes:
    """The right decision with these faults; all nine without a name."""
    made = right()
    for name in names or PLANTS:
        made = PLANTS[name](made)
    return made.docx()
