"""What every page here shares: its section."""

from motcua.bureau.law_watch import access
from motcua.house.office.pages import Section

TABS = {
    "home": "Tổng quan",
    "proposals": "Kiến nghị",
    "plans": "Kế hoạch",
    "observations": "Thông tin",
    "inspections": "Kiểm tra",
    "surveys": "Khảo sát",
    "figures": "Số liệu",
    "reports": "Báo cáo",
    "criteria": "Tiêu chí",
}
SECTION = Section(
    name="law_watch",
    tabs=TABS,
    flags={"may_write": access.WRITE, "may_issue": access.ISSUE},
    may=access.may,
    require=access.require,
    open_row=access.open_row,
)
framed, opened, rights, asked = SECTION.framed, SECTION.opened, SECTION.rights, SECTION.asked
