"""Made-up rows for the gallery and its sample pages: a November morning of 2024, nobody real."""

from datetime import datetime, timedelta
from typing import Any

from motcua.base.ui.choices import ICONS, TONE_ICONS, Tone
from motcua.base.ui.forms import SampleForm
from motcua.base.ui.rules import Bar, DueWords, Tab, TimelineEvent, WorkGroup, WorkRow, due_words
from motcua.base.worktime.rules import VN

NOW = datetime(2024, 11, 14, 9, 5, tzinfo=VN)
HERE = "#main"
# Black squares of a small pretend code; real ones come from segno.
QR = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M1 1h3v3H1zM5 1h1v2H5z"
    "M7 1h1v1H7zM1 5h1v1H1zM3 5h2v1H3zM6 4h2v1H6zM1 7h2v1H1zM4 7h1v1H4zM6 6h1v2H6z'/%3E%3C/svg%3E"
)


def _due(days: int, hour: int = 17, working: int | None = None) -> DueWords:
    due_at = NOW.replace(hour=hour, minute=0) + timedelta(days=days)
    return due_words(due_at, NOW, working)


# Group, days to the due moment, hour, working days; then code, title, person, step, next act, its key.
WORK = """
Trễ hạn|-1|17||241112-0007|Cải chính hộ tịch|Nguyễn Thị Lan|Thẩm tra|→ Xin lỗi, hẹn lại|x
Hôm nay|0|17||241114-0021|Chứng thực bản sao từ bản chính|Trần Văn Bình|Ký duyệt|→ Ký|k
Hôm nay|0|17||241114-0019|Đăng ký khai sinh|Lê Thị Hạnh|Ký duyệt|→ Ký|k
Hôm nay|0|17||241114-0018|Cấp bản sao trích lục hộ tịch|Phạm Quốc Đạt|In kết quả|→ Trả kết quả|t
Hôm nay|0|11||241114-0011|Đăng ký khai tử|Võ Thị Ánh Tuyết|Thẩm tra|→ Trình ký|r
Ngày mai|1|17|1|241113-0044|Cấp giấy xác nhận tình trạng hôn nhân|Đỗ Minh Khuê|Thẩm tra|→ Trình ký|r
Ngày mai|1|17|1|241113-0040|Đăng ký kết hôn|Huỳnh Ngọc Sơn, Bùi Thu Thảo|Thẩm tra|→ Trình ký|r
Ngày mai|1|17|1|241112-0031|Đăng ký kết hôn có yếu tố nước ngoài|Phan Thị Mỹ Duyên|Xin ý kiến|chờ Công an trả lời|
Tuần sau|4|17|2|241111-0015|Thay đổi hộ tịch cho người từ đủ 14 tuổi|Nguyễn Hoàng Bảo Trân|Thẩm tra|→ Trình ký|r
Tuần sau|5|17|3|241111-0012|Xác định lại dân tộc|Hồ Văn Ria|Bổ sung|chờ công dân|
Tuần sau|5|17|3|241108-0052|Đăng ký nhận cha, mẹ, con|Trương Thị Kim Liên|Thẩm tra|→ Trình ký|r
Tuần sau|6|17|4|241108-0047|Đăng ký lại khai sinh|Ngô Đình Phúc|Xác minh|chờ xã trả lời|
"""


def work_groups() -> list[WorkGroup]:
    """The work list of the look book: late, today, tomorrow, next week."""
    groups: dict[str, list[WorkRow]] = {}
    for line in WORK.split("\n")[1:-1]:
        group, days, hour, working, code, title, person, step, act, key = line.split("|")
        due = _due(int(days), int(hour), int(working) if working else None)
        url = HERE if key else ""
        row = WorkRow(f"H47.15-{code}", "/giao-dien/mau-ho-so/", title, person, due, step, act, url, key)
        groups.setdefault(group, []).append(row)
    return [WorkGroup(title, rows) for title, rows in groups.items()]


def desk() -> dict[str, Any]:
    """What ui/desk.html takes."""
    return {
        "office_name": "Một cửa · Phòng Tư pháp TP Tam Kỳ",
        "actor": {"name": "Minh", "account_id": 1},
        "home_url": "/giao-dien/",
        "search_url": "/giao-dien/mau-ban-lam-viec/",
        "receive_url": "/giao-dien/mau-xac-nhan/",
        "menu_links": [Tab("Ủy quyền của tôi", HERE), Tab("Mật khẩu và bảo mật", HERE)],
        "tabs": [
            Tab("Việc của tôi", "/giao-dien/mau-ban-lam-viec/", 12, current=True),
            Tab("Chờ tiếp nhận", HERE, 3),
            Tab("Chờ ký", HERE, 5),
            Tab("Tất cả", HERE),
            Tab("Báo cáo", HERE),
        ],
    }


def portal() -> dict[str, Any]:
    """What ui/portal.html takes."""
    return {
        "office_name": "UBND thành phố Tam Kỳ · Phòng Tư pháp",
        "office_address": "70 Hùng Vương, thành phố Tam Kỳ (địa chỉ mẫu)",
        "office_hours": "Thứ Hai – thứ Sáu, 7:30–11:30 và 13:30–17:00",
        "office_phone": "0235 000 0000",
        "office_email": "hoidap@example.vn",
        "actor": None,
        "home_url": "/giao-dien/mau-cong-dan/",
        "track_url": "/giao-dien/mau-theo-doi/",
        "procedures_url": "/giao-dien/mau-thu-tuc/",
        "login_url": HERE,
    }


def kiosk() -> dict[str, Any]:
    """What ui/kiosk.html takes."""
    return {
        "office_name": "Trung tâm Hành chính công thành phố Tam Kỳ",
        "start_url": "/giao-dien/mau-ki-ot/",
        "idle_seconds": 0,
    }


def history() -> list[TimelineEvent]:
    """One application, from its sending to its coming result."""
    at = NOW.replace(day=12, hour=8, minute=10)
    return [
        TimelineEvent("Đã nộp trực tuyến", at, "Nguyễn Thị Lan"),
        TimelineEvent(
            "Đã tiếp nhận", at + timedelta(hours=1), "Bộ phận một cửa", "Hẹn trả kết quả trước 17:00 ngày 19/11/2024."
        ),
        TimelineEvent(
            "Yêu cầu bổ sung",
            at + timedelta(hours=6),
            "Phòng Tư pháp",
            "Cần thêm giấy khai sinh bản chính để đối chiếu.",
            Tone.SOON,
        ),
        TimelineEvent("Đã bổ sung, đang thẩm tra", at + timedelta(days=1), "Phòng Tư pháp", tone=Tone.INFO),
        TimelineEvent("Trả kết quả", None, "Bộ phận một cửa", tone=Tone.QUIET),
    ]


def figures() -> list[Bar]:
    """Dossiers received this month, by kind."""
    return [
        Bar("Chứng thực bản sao", 1204, url=HERE),
        Bar("Đăng ký khai sinh", 186, url=HERE),
        Bar("Xác nhận tình trạng hôn nhân", 97, url=HERE),
        Bar("Đăng ký kết hôn", 41, url=HERE),
        Bar("Cải chính hộ tịch", 0),
    ]


def on_time() -> list[Bar]:
    """Shares on time, by unit, against a target."""
    return [
        Bar("Phòng Tư pháp", 98.4, "98,4 %", HERE, Tone.GOOD),
        Bar("Phường An Mỹ", 95.2, "95,2 %", HERE, Tone.GOOD),
        Bar("Xã Tam Thăng", 88.0, "88,0 % · dưới chỉ tiêu", HERE, Tone.LATE),
    ]


def gallery() -> dict[str, Any]:
    """One of everything."""
    wrong = {"child_name": "", "born_on": "31/02/2024", "place": "", "note": ""}
    return portal() | {
        "now": NOW,
        "home_url": "/giao-dien/",
        "dues": [
            _due(-3, working=-1),
            due_words(NOW - timedelta(minutes=50), NOW),
            _due(0),
            _due(1, working=1),
            _due(6, working=4),
            due_words(None, NOW),
        ],
        "tones": [(tone.value, TONE_ICONS[tone]) for tone in Tone],
        "icons": sorted(ICONS),
        "groups": work_groups()[:2],
        "history": history(),
        "figures": figures(),
        "on_time": on_time(),
        "tabs_sample": desk()["tabs"],
        "facts": [
            ("Người nộp", "Nguyễn Thị Lan"),
            ("Điện thoại", "0905 ··· 123"),
            ("Thủ tục", "Cải chính hộ tịch · 2.000748"),
        ],
        "form": SampleForm(initial={"child_name": "Trần Lan Anh", "sex": "nu"}, auto_id="ok_%s"),
        "wrong_form": SampleForm(wrong),
        "qr_source": QR,
    }
