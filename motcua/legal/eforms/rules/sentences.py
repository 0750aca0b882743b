"""What is said to the person who fills in a form, in Vietnamese and in English: what is wrong and what to do."""

from motcua.legal.eforms.choices import LISTS, FieldType
from motcua.legal.eforms.rules.shape import Field

_SAID: dict[str, tuple[str, str]] = {
    "ask": ("Nhập {what}.", "Enter: {what}."),
    "pick": ("Chọn {what}.", "Choose: {what}."),
    "agree": ("Đánh dấu vào ô này để tiếp tục.", "Tick this box to go on."),
    "unknown": ("{What}: chọn một mục trong danh sách.", "{What}: choose one of the list."),
    "yes_no": ("{What}: chọn “Có” hoặc “Không”.", "{What}: choose “Yes” or “No”."),
    "long": (
        "{What} dài {count} ký tự; dài nhất là {limit} ký tự. Rút gọn lại.",
        "{What} has {count} characters; {limit} at most. Shorten it.",
    ),
    "symbol": (
        "{What} có ký hiệu “{sign}” không in được trên giấy tờ. Xóa ký hiệu đó.",
        "{What} holds the sign “{sign}”, which cannot be printed. Remove it.",
    ),
    "hidden_symbol": (
        "{What} có ký tự ẩn, không đọc được. Xóa đi và gõ lại.",
        "{What} holds an invisible character. Clear it and type again.",
    ),
    "not_a_name": ("", "{What}: write the name in letters, without digits or signs, at most 100 characters."),
    "not_a_date": (
        "{What} chưa đúng cách ghi. Ghi ngày, tháng, năm, ví dụ 05/11/2024.",
        "{What} is not a date. Write day, month and year, for example 05/11/2024.",
    ),
    "no_such_day": (
        "{What} {written} không có thật. Xem lại ngày và tháng.",
        "{What} {written} does not exist. Check the day and the month.",
    ),
    "date_lacks": (
        "{What} thiếu {lacks}. Ghi đủ ngày, tháng, năm.",
        "{What} lacks the {lacks}. Give day, month and year.",
    ),
    "partial_lacks": ("{What} thiếu {lacks}. Ghi {lacks}.", "{What} lacks the {lacks}. Give it."),
    "future": (
        "{What} {written} ở sau hôm nay ({today}). Xem lại năm.",
        "{What} {written} is after today ({today}). Check the year.",
    ),
    "ancient": (
        "{What} {written} đã quá {limit} năm. Xem lại năm.",
        "{What} {written} is more than {limit} years ago. Check the year.",
    ),
    "not_a_time": (
        "{What} chưa đúng cách ghi. Ghi giờ và phút từ 00:00 đến 23:59, ví dụ 16:30.",
        "{What} is not a time. Write hours and minutes from 00:00 to 23:59, for example 16:30.",
    ),
    "not_a_number": ("{What} phải là số nguyên, ví dụ 2.", "{What} must be a whole number, for example 2."),
    "range": ("{What} phải từ {low} đến {high}.", "{What} must be from {low} to {high}."),
    "number_problem": ("", "{What} must be the 12 digits of the identity card. Check them."),
    "not_a_phone": (
        "{What} chưa đúng. Ghi 10 chữ số, ví dụ 0905000123; số nước ngoài bắt đầu bằng dấu +.",
        "{What} is not complete. Write 10 digits, for example 0905000123; begin a foreign number with +.",
    ),
    "not_an_email": (
        "{What} chưa đúng. Ghi dạng ten@vidu.vn.",
        "{What} is not complete. Write it as name@example.com.",
    ),
}
_PARTS = {"day": ("ngày", "day"), "month": ("tháng", "month"), "year": ("năm", "year")}
_WORDS: dict[str, tuple[str, str]] = {
    "optional": ("không bắt buộc", "optional"),
    "choose": ("– Chọn –", "– Choose –"),
    "yes": ("Có", "Yes"),
    "no": ("Không", "No"),
    "agreed": ("Đã đồng ý", "Agreed"),
    "day": ("Ngày", "Day"),
    "month": ("Tháng", "Month"),
    "year": ("Năm", "Year"),
    "one_error": ("Có 1 chỗ cần sửa", "There is 1 thing to correct"),
    "errors": ("Có {count} chỗ cần sửa", "There are {count} things to correct"),
    "error": ("Lỗi:", "Error:"),
    "more_questions": ("Xem câu hỏi tiếp theo", "Show the next questions"),
    "change": ("Sửa", "Change"),
    "not_stated": ("không khai", "not stated"),
}


def say(code: str, field: Field, lang: str, **facts: object) -> str:
    """The sentence `code` about the field, begun with its noun in the language."""
    what = subject(field, lang)
    return _pick(_SAID[code], lang).format(what=_lower(what), What=what[:1].upper() + what[1:], **facts)


def missing(field: Field, lang: str) -> str:
    """What is said when a required answer is not there: «Nhập họ, chữ đệm, tên của người mẹ.»"""
    if field.type is FieldType.AGREE:
        return say("agree", field, lang)
    if field.type is FieldType.YES_NO:
        return say("yes_no", field, lang)
    return say("pick" if field.type in LISTS else "ask", field, lang)


def lacks(field: Field, part: str, lang: str) -> str:
    """A date of which the day, the month or the year was left out."""
    code = "date_lacks" if field.type is FieldType.DATE else "partial_lacks"
    return say(code, field, lang, lacks=_pick(_PARTS[part], lang))


def word(code: str, lang: str, **facts: object) -> str:
    """A short word of the page itself."""
    return _pick(_WORDS[code], lang).format(**facts)


def subject(field: Field, lang: str) -> str:
    """The noun of a sentence: «Họ, chữ đệm, tên của người mẹ», «full name of the mother»."""
    if lang == "en":
        return f"{field.label_en.rstrip('?')} of {field.of_en}" if field.of_en else field.label_en.rstrip("?")
    return f"{field.noun} của {field.of}" if field.of else field.noun


def _pick(pair: tuple[str, str], lang: str) -> str:
    return pair[1] if lang == "en" else pair[0]


def _lower(text: str) -> str:
    """The first letter small, but not of a word written in capitals («CCCD»)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
