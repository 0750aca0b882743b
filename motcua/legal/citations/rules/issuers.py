"""Who issued a document («cơ quan ban hành»): the words after «của», up to where its title or another clause begins."""

import re

from motcua.legal.citations.rules.words import GAP, MUST, TYPE, UPPER

_OPENS = re.compile(
    rf"(?:liên{MUST}(?:Bộ|bộ|ngành)|(?:Ủy|Uỷ|Ban|Tổ|Hội|Bộ|Chính|Thủ|Chủ|Quốc|Thành|Tỉnh|Huyện|Quận|Đảng|Trung|Hiệu|Giám|Thống|"
    r"Tổng|Cục|Chánh|Viện|Tòa|Toà|Thanh|Sở|Phòng|UBND|HĐND|TANDTC|VKSNDTC|BCH|BTV|Văn|Kiểm|Ngân|Bảo|Đại|Học|Trường|Thường|"
    r"Liên|Mặt|Nhà|Tư|Kho|Chi|Đoàn|HĐTP|TTg|CP|TW|Trưởng|Bí|Phó|Cơ|Công|Tập|Ban)(?!\w))"
)
_FIGURE = r"(?<!\d)(?<![Pp]hường )(?<![Qq]uận )(?<!Trung ương )(?<!khu vực )(?<!Khu vực )\d"
"""A figure ends the name, but not «phường 12», «Hội nghị Trung ương 6»."""
_STOP = re.compile(
    rf"{GAP}(?:[;:()\[\]\n“”\".]|,(?!{GAP}(?:Bộ|Chủ{MUST}nhiệm|Tòa|Toà|Viện|Thanh|Thể|Ủy|Uỷ|Hội|Ban|Tổng|Ngân|Chánh|Thủ|Sở|quốc{MUST}tịch|chứng{MUST}thực|giáo{MUST}dục{MUST}pháp)(?!\w)"
    rf"|{GAP}(?:quận|huyện|thành{MUST}phố|thị{MUST}xã|tỉnh){MUST}[\d{UPPER}])|{_FIGURE})"
    rf"|{MUST}(?:(?:về|quy{MUST}định|hướng{MUST}dẫn|ban{MUST}hành|sửa|bổ{MUST}sung|bãi|thay{MUST}thế|phê|công{MUST}bố|điều{MUST}chỉnh"
    rf"|tổ{MUST}chức{MUST}thực|triển|thực{MUST}hiện|v/v|có|được|đã|bị|là|thì|ngày|năm|số|nêu|này|trong|theo|tại|và{MUST}các|hoặc"
    rf"|để|cho|phải|không|hết|quyết{MUST}định|thông{MUST}qua|tăng|đính|do|khi|đối|gửi|sau|trên|trước|cùng|gồm"
    rf"|đề{MUST}nghị|yêu{MUST}cầu|trả{MUST}lời|xin|chấp{MUST}thuận|bao{MUST}gồm)(?!\w)"
    rf"|(?:Quy{MUST}định|Hướng{MUST}dẫn|Về|Sửa|Ban{MUST}hành|Bổ{MUST}sung|Phê|Bãi|Thay)(?!\w)"
    rf"|và{MUST}(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|số|{TYPE})|{TYPE})"
)
_LONGEST = 260
_CAPITALS = re.compile(rf"(?:[{UPPER}]{{2,}}(?:[ ](?!VỀ |QUY |BAN HÀNH|SỬA )[{UPPER}]{{2,}}){{0,12}})(?!\w)")


def read_issuer(text: str, at: int) -> tuple[str, int] | None:
    """The issuer whose name begins here and where it ends; None where no body is named."""
    if _OPENS.match(text, at) is None:
        capitals = _CAPITALS.match(text, at) if text[max(0, at - 4) : at].isupper() else None
        return (capitals[0], capitals.end()) if capitals else None
    limit = min(len(text), at + _LONGEST)
    first = re.compile(r"\w+").match(text, at)
    stop = _STOP.search(text, first.end() if first else at, limit)
    end = stop.start() if stop else limit
    if stop is None and limit < len(text):
        end = max(text.rfind(" ", at, limit), at + 1)
    if not text.startswith("Sở", at) and (other := text.find(", Sở ", at, end)) > 0:
        end = other  # «… của Cục Hộ tịch, Sở Tư pháp có ý kiến»: the next clause begins
    name = text[at:end].rstrip(" \n-–")
    return " ".join(name.split()), at + len(name)
