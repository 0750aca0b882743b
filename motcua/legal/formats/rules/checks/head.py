"""The head: Quốc hiệu, Tiêu ngữ, agencies, place and date, kind, subject [30/2020/NĐ-CP, Phụ lục I, II.1–II.5]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from motcua.base.vn.rules import fold, nfc
from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.findings import Fault, FormatRule, Mend, check, fault
from motcua.legal.formats.rules.paper import UNSEEN, Line, Para
from motcua.legal.formats.rules.parts import HEAD_PARTS, Reading
from motcua.legal.formats.rules.styles import Found, joined, number, part_style, style_found, styled
from motcua.legal.formats.rules.widths import width_pt

NATIONAL = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = re.compile(r"ngày\s*(\S*)\s*tháng\s*(\S*)\s*năm\s*(\S*)", re.IGNORECASE)
POWER_WRITTEN = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. \S", re.IGNORECASE)
SHORT_DATE = re.compile(r"ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}", re.IGNORECASE)
BLANK = re.compile(r"^[.…_]*$")
GENERIC = {
    *("ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "cong an", "thanh tra", "so tu phap", "so noi vu"),
    *("so tai chinh", "so y te", "so xay dung", "so cong thuong", "so khoa hoc va cong nghe", "so ngoai vu"),
    *("so giao duc va dao tao", "so nong nghiep va moi truong", "so van hoa, the thao va du lich"),
}
"""Names that say neither province nor commune."""


def clean(text: str) -> str:
    """NFC, single spaces: other rules speak of the letters themselves."""
    return " ".join(nfc(text.translate(UNSEEN)).split())


@check(
    "A-13",
    "A-17",
    "A-19",
    "A-31",
    "A-32",
    "A-35",
    "A-54",
    "A-71",
    "A-72",
    "A-73",
    "Q-06",
    "Q-07",
)
def styled_part(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """A part whose rule is only about its look: the rule's own figures decide."""
    yield from styled(reading.of(*filter(None, [rule.part])), part_style(rule))


@check("A-53")
def power_of_signer(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Its look, and a dot and a blank behind «TM», «Q», «KT», «TL», «TUQ»."""
    lines = reading.of(Part.SIGN_POWER)
    yield from styled(lines, part_style(rule))
    for line in lines:
        if not POWER_WRITTEN.match(clean(line.text)):
            yield fault(line, "sau chữ viết tắt không có dấu chấm và cách chữ")


@check("A-15")
def motto_look(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The motto's look; capitals typed as such are its words, of which A-14 speaks."""
    for line in reading.of(Part.MOTTO):
        by_format = any(run.caps for run in line.lettered)
        style = part_style(rule)
        yield from styled([line], style if by_format else {name: style[name] for name in style if name != "upper"})


@check("A-28")
def place_date_look(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Its look, and on one line with the number."""
    yield from styled(reading.of(Part.PLACE_DATE), part_style(rule))
    for date, numbered in zip(reading.of(Part.PLACE_DATE)[:1], reading.of(Part.NUMBER)[:1], strict=False):
        here, there = date.para.spot, numbered.para.spot
        if here.table >= 0 and here.table == there.table and here.row != there.row:
            yield fault(date, "không cùng dòng với số, ký hiệu")


@check("Q-03", "Q-19")
def two_parts(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Two parts of one rule."""
    for part, style in ((rule.part, "style"), (Part(str(rule.more["second_part"])), "second_style")):
        yield from styled(reading.of(*([part] if part else [])), part_style(rule, style))


@check("A-12")
def national_title(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Its words; where a document begins as one of an agency, it must be there."""
    lines = reading.of(Part.NATIONAL_TITLE)
    for line in lines:
        if clean(line.text).upper() not in NATIONAL:
            yield fault(line, "lời Quốc hiệu không đúng")
    if not lines and (reading.of(Part.MOTTO) or (reading.of(Part.NUMBER) and (reading.kind or reading.is_letter))):
        yield Fault("không thấy Quốc hiệu")


@check("A-14")
def motto(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Its words, hyphens and capitals."""
    lines = reading.of(Part.MOTTO)
    for line in lines:
        written = clean("".join(run.text for run in line.runs))
        if written == MOTTO:
            continue
        if re.sub(r"\s*[–—−-]\s*", " - ", written) == MOTTO:
            why = "gạch nối (-) thành dấu gạch khác" if re.search("[–—−]", written) else "gạch nối không cách chữ"
        elif written.casefold() == MOTTO.casefold():
            why = "chữ hoa, chữ thường không đúng"
        else:
            why = "lời Tiêu ngữ không đúng"
        yield fault(line, why)
    if not lines and reading.of(Part.NATIONAL_TITLE):
        yield Fault("không thấy Tiêu ngữ")


@check("A-18")
def parent_place(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A local superior's name without its place: «UBND», «SỞ …» of no province."""
    lines = reading.of(Part.PARENT)
    own = fold(reading.text(Part.PARENT))
    if lines and (own in GENERIC or own.endswith((" tinh", " thanh pho", " xa", " phuong"))):
        yield fault(lines[-1], "thiếu tên tỉnh, thành phố, xã, phường")


@check("A-29")
def place_words(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Comma after the place; capital first letters."""
    for line in reading.of(Part.PLACE_DATE):
        place, _, _ = clean(line.text).partition("ngày")
        name = place.strip().rstrip(",").strip()
        if not place.rstrip().endswith(","):
            yield fault(line, "sau địa danh không có dấu phẩy")
        elif re.match(r"^(?:TP|Tp|T\.P|TX|Tx|TT)\b|^[PQHX]\.|.*\bHCM\b", name):
            yield fault(line, "địa danh viết tắt")
        elif any(
            word[:1].isalpha() and word[:1].islower() and word not in {"phố", "xã", "trấn"} for word in name.split()
        ):
            yield fault(line, "chữ cái đầu của địa danh không viết hoa")


@check("A-30")
def date_words(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«ngày 05 tháng 3 năm 2020»; what is left blank for the number clerk is not judged."""
    for line in reading.of(Part.PLACE_DATE):
        found = DATE.search(clean(line.text))
        if not found:
            short = SHORT_DATE.search(clean(line.text))
            yield from [fault(line, f"ghi tắt “{short[0]}”")] if short else []
            continue
        day, month, year = (piece.rstrip(".,;") for piece in found.groups())
        why = []
        if not BLANK.match(day) and not re.fullmatch(r"0[1-9]|[12]\d|3[01]", day):
            why.append(f"ngày ghi “{day}”")
        if not BLANK.match(month) and not re.fullmatch(r"0[12]|[3-9]|1[0-2]", month):
            why.append(f"tháng ghi “{month}”")
        if not BLANK.match(year.rstrip("…")) and not re.fullmatch(r"(19|20)\d\d|20\d?[.…]+", year):
            why.append(f"năm ghi “{year}”")
        if why:
            yield fault(line, ", ".join(why))


@check("A-34")
def letter_subject(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«V/v …» under the number, six points below it."""
    lines = reading.of(Part.LETTER_SUBJECT)
    yield from styled(lines, part_style(rule))
    if lines and not fold(lines[0].text).startswith("v/v"):
        yield fault(lines[0], "trích yếu công văn không ghi “V/v”")
    numbered = reading.of(Part.NUMBER)
    if lines and numbered and lines[0].para.spot.table >= 0 and lines[0].para.uid != numbered[-1].para.uid:
        gap = lines[0].para.before + numbered[-1].para.after
        wanted = rule.figures("gap_pt")[0]
        if lines[0].para.uid == numbered[-1].para.uid + 1 and gap < wanted - 0.5:
            mend = Mend("para", lines[0].para.uid, "before", wanted)
            yield fault(lines[0], f"cách số, ký hiệu {number(round(gap, 1))}pt", [mend])


@check("A-11")
def sizes_together(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Quốc hiệu, Tiêu ngữ and the date move together. Sizes out of their own range are another rule's."""
    lines = [next(iter(reading.of(part)), None) for part in (Part.NATIONAL_TITLE, Part.MOTTO, Part.PLACE_DATE)]
    if None in lines:
        return
    sizes = [max((run.size for run in line.lettered), default=0) for line in lines if line]
    ranges = [(12, 13), (13, 14), (13, 14)]
    sets = [tuple(float(one) for one in many) for many in rule.values["sets"]]  # type: ignore[attr-defined]
    if all(low <= size <= high for size, (low, high) in zip(sizes, ranges, strict=True)) and tuple(sizes) not in sets:
        best = sets[0] if sizes[0] < 12.75 else sets[1]
        mends = [
            Mend("run", line.para.uid, "size", size, run.index)
            for line, size in zip(lines, best, strict=True) if line
            for run in line.lettered
        ]  # fmt: skip
        shown = ", ".join(number(size) for size in sizes)
        yield fault(lines[0], f"cỡ chữ {shown}", mends)  # type: ignore[arg-type]


# --- drawn rules ---------------------------------------------------------------------------
@dataclass(frozen=True)
class Drawn:
    """A rule under a part: there or not, and its length where the file tells."""

    is_there: bool
    length: float | None = None


def drawn_below(reading: Reading, lines: list[Line]) -> Drawn:
    """Looks at the part's paragraphs and the empty or underscored ones behind, in a table at the whole cell."""
    last = lines[-1].para
    if underlined := [run for run in lines[-1].lettered if run.underline]:
        return Drawn(is_there=True, length=sum(width_pt(run.shown, run.size, bold=run.bold) for run in underlined))
    near = _near(reading, last, {line.para.uid for line in lines})
    drawn = [para for para in near if any(shape.is_line for shape in para.shapes)]
    drawn = [para for para in drawn if para.uid >= last.uid] or drawn
    lengths = [shape.length_pt for para in drawn for shape in para.shapes if shape.is_line]
    if lengths:
        return Drawn(is_there=True, length=max(lengths))
    for para in near:
        if para.border_below or (para.border_above and not para.text.strip()):
            width = para.spot.width_pt - para.left - para.right
            return Drawn(is_there=True, length=width if width > 0 else None)
        if para.uid > last.uid and not para.text.strip() and any(run.underline and run.text for run in para.runs):
            return Drawn(is_there=True)
        if words.RULE.match(para.text.replace(" ", "")):
            size = para.runs[0].size if para.runs else 13
            return Drawn(is_there=True, length=width_pt(para.text.strip(), size))
    return Drawn(is_there=False)


def _near(reading: Reading, last: Para, own: set[int]) -> list[Para]:
    found = []
    for para in reading.paper.body:
        same_cell = last.spot.table >= 0 and (last.spot.table, last.spot.column) == (para.spot.table, para.spot.column)
        below = last.uid < para.uid <= last.uid + 2 and not para.text.strip(" _-–—\t")
        if para.uid in own or below or (same_cell and (para.shapes or words.RULE.match(para.text.replace(" ", "")))):
            found.append(para)
    return found


def _drawn_in_head(reading: Reading, part: Part | None) -> list[float]:
    """Lengths of lines hung on any paragraph of the head: where a line stands on paper the paragraph does not tell."""
    if part not in HEAD_PARTS:
        return []
    below = {Part.KIND, Part.ADDRESSEE, Part.BASIS, *PROSE}
    end = next((line.para.uid for line in reading.lines if line.part in below), 0)
    near = [para for para in reading.paper.body if para.uid < end]
    return [shape.length_pt for para in near for shape in para.shapes if shape.is_line]


def _text_widths(lines: list[Line]) -> list[float]:
    return [
        sum(width_pt(run.shown.strip("\t"), run.size, bold=run.bold) for run in line.runs)
        for line in lines
    ]  # fmt: skip


@check("A-16", "A-21", "A-33")
def rule_below(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """A rule under the part, of the wanted share of the line's length. A text that wraps has no one length."""
    lines = reading.of(rule.part) if rule.part else []
    if not lines:
        return
    drawn = drawn_below(reading, lines)
    least, most = rule.figures("ratio")
    widths = [width for width in _text_widths(lines) if width]
    if any(least <= length / width <= most for length in _drawn_in_head(reading, rule.part) for width in widths):
        return
    if not drawn.is_there:
        yield fault(lines[-1], "không thấy đường kẻ")
        return
    room = lines[-1].para.spot.width_pt or 480
    if drawn.length is None or max(widths) > room - 4:
        return
    shares = [drawn.length / width for width in widths]
    if not any(least <= share <= most for share in shares):
        yield fault(lines[-1], f"đường kẻ dài {round(100 * shares[-1])} % dòng chữ")


@check("Q-04")
def legal_issuer(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The issuer's look; no superior above a council or a committee."""
    yield from styled(reading.of(Part.ISSUER), part_style(rule))
    own = fold(reading.text(Part.ISSUER))
    if reading.of(Part.PARENT) and own.startswith(("uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd")):
        yield fault(reading.of(Part.PARENT)[0], "ghi cơ quan chủ quản")


@check("Q-08")
def legal_name(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The name's look; no «V/v»."""
    lines = reading.of(Part.SUBJECT)
    yield from styled(lines, part_style(rule))
    if lines and fold(lines[0].text).startswith("v/v"):
        yield fault(lines[0], "tên gọi ghi “V/v”")


def _names_titles(reading: Reading) -> bool:
    issuer, parent = fold(reading.text(Part.ISSUER)), fold(reading.text(Part.PARENT))
    return issuer.startswith(words.TITLED_OFFICES) or parent.startswith(("cong an", "dai hoc", "bo quoc phong"))


@check("A-55")
def name_of_signer(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The name's look; no degrees before it."""
    for line in reading.of(Part.SIGN_NAME):
        found: list[Found] = list(style_found(line, part_style(rule)))
        mendable = [one for one in found if one[1]]
        yield from joined(line, mendable)
        if rest := [one for one in found if not one[1]]:
            yield from joined(line, rest)
        if words.TITLES.match(clean(line.text)) and not _names_titles(reading):
            yield fault(line, "ghi học hàm, học vị, danh hiệu trước họ tên")
