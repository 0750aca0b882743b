"""Words by which parts of a document are recognised: names of kinds, starters of agencies, posts, regular shapes."""

import re

from motcua.base.vn.rules import fold

KINDS: dict[str, tuple[str, ...]] = {
    "nghi quyet": ("NQ",),
    "quyet dinh": ("QĐ",),
    "chi thi": ("CT",),
    "quy che": ("QC",),
    "quy dinh": ("QyĐ",),
    "thong cao": ("TC",),
    "thong bao": ("TB",),
    "huong dan": ("HD",),
    "chuong trinh": ("CTr",),
    "ke hoach": ("KH",),
    "phuong an": ("PA",),
    "de an": ("ĐA",),
    "du an": ("DA",),
    "bao cao": ("BC",),
    "bien ban": ("BB",),
    "to trinh": ("TTr",),
    "hop dong": ("HĐ",),
    "cong dien": ("CĐ",),
    "ban ghi nho": ("BGN", "GN"),
    "ban thoa thuan": ("BTT", "TTh"),
    "giay uy quyen": ("GUQ",),
    "giay moi": ("GM",),
    "giay gioi thieu": ("GGT",),
    "giay nghi phep": ("GNP",),
    "phieu gui": ("PG",),
    "phieu chuyen": ("PC",),
    "phieu bao": ("PB",),
    "thu cong": (),
}
"""Tên loại → chữ viết tắt [30/2020/NĐ-CP, Phụ lục III, mục I]; both spellings seen for two of them are read."""
ABBREVIATIONS = frozenset(one for many in KINDS.values() for one in many)
ATTACHED = frozenset({"quy che", "quy dinh", "noi quy", "dieu le", "ke hoach", "de an", "chuong trinh", "huong dan"})

NATIONAL, MOTTO = "conghoaxahoichunghiavietnam", "doclaptudohanhphuc"
WITHOUT_SUBJECT = frozenset({"thu cong", "giay gioi thieu", "giay nghi phep"})
"""Kinds whose model has no subject under the name."""
URGENCY = frozenset({"hoatoc", "thuongkhan", "khan", "hoatochengio"})
SECRECY = frozenset({"mat", "toimat", "tuyetmat"})
CIRCULATION = frozenset({"xemxongtralai", "luuhanhnoibo"})
RESOLVES = frozenset({"quyetdinh", "quyetnghi", "chithi"})
UPPER_AGENCIES = ("ubnd", "uy ban", "bo ", "so ", "tong cuc", "cuc ", "hoi dong nhan dan", "dai hoc", "hdnd")
LOWER_AGENCIES = (
    *UPPER_AGENCIES,
    *("phong ", "van phong", "trung tam", "chi cuc", "truong ", "ban ", "thanh tra", "cong an", "toa an", "vien "),
    *("hoi ", "hat ", "tram ", "doi ", "to ", "quy ", "benh vien", "hoc vien", "thi hanh an", "vu ", "khoa "),
)
TITLED_OFFICES = (
    *("truong ", "dai hoc", "hoc vien", "vien ", "benh vien", "tram y te", "trung tam y te", "trung tam giao duc"),
    *("cong an", "quan ", "bo chi huy", "ban chi huy", "bo tu lenh", "bo doi"),
)
"""Schools, hospitals, institutes, armed forces: their branch says whether a rank or degree stands before the name."""
POSTS = (
    *("chu tich", "giam doc", "truong", "chanh", "thu truong", "bo truong", "cuc truong", "thu ky", "chu tri"),
    *(
        *(f"pho {post}" for post in ("chu", "giam", "truong", "chanh", "cuc", "vu", "tong", "hieu", "vien", "thu")),
        "hieu truong",
        "vien truong",
        "vu truong",
        "chi cuc truong",
        "tong ",
        "thu tuong",
        "chu nhiem",
        "thuong truc",
        "chu toa",
        "uy ban",
        "hoi dong",
        "ban ",
        "so ",
        "phong ",
        "uy vien",
        "dai dien",
        "kiem sat",
        "ke toan",
        "van phong",
    ),
)
POWER = re.compile(r"^(TM|KT|TL|TUQ|Q|[KT]/[TML])(?=[.:/\s])")
TITLES = re.compile(
    r"^(GS|PGS|TS|ThS|Ths|CN|BS|LS|KS|Tiến sĩ|Thạc sĩ|Cử nhân|Giáo sư|Luật sư|Bác sĩ|NGƯT|NSND|"
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))\b"
)
DIVISION = re.compile(r"^(phần|chương)\s+(thứ\s+\w+|[ivxlc]+|\d+)\s*[.:]?$", re.IGNORECASE)
SUBDIVISION = re.compile(r"^(mục|tiểu mục)\s+(\d+|[ivxlc]+)\s*[.:]?\s*(\S.*)?$", re.IGNORECASE)
ARTICLE = re.compile(r"^điều\s+(\S+?)\s*([.:]|(?=\s)|$)", re.IGNORECASE)
CLAUSE = re.compile(r"^(\d{1,3})([.)/])(?![\d])\s*")
POINT = re.compile(r"^([a-zđ])([.)/])\s*")
ROMAN = re.compile(r"^([IVXLC]+)([.)-]|/(?=\s))\s*(?=\S)")
PLACE_DATE = re.compile(r"^[^\d]{2,60}?\s*ngay\b(?:.*\bthang\b.*\bnam\b|\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})")
COPY_FORM = re.compile(r"(?:ban)?(?:saoy|saoluc|trichsao)|bansao$")
NUMBER = re.compile(r"^so\b\s*:?[\s\d.…_a-z]*[/\-–]\s*\S|^so\s*:\s*[\d.…_\s]+$")
DRAFT = re.compile(r"^\(?\s*(ban )?du thao\b")
"""«DỰ THẢO», «Dự thảo lần 2», «(Dự thảo ngày …)»: a mark on a draft, no part of the document."""
ANNEX = re.compile(r"^phu luc(\s+(so\s+)?[ivxlc\d]+)?\s*[.:]?$")
REFERENCE = re.compile(r"^\(?\s*(ban hanh )?kem theo\b")
DRAFTER = re.compile(r"^[A-ZĐa-zđ]{1,5}\s*\.?\s*\(\s*[\dIVX]+\s*(bản)?\s*\)\.?$")
RULE = re.compile(r"^[_\-–—=*]{3,}$")
VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in order; f, j, w, z are not Vietnamese."""


def key(text: str) -> str:
    """Letters only, without marks and case: what two spellings of one formula have in common."""
    return re.sub(r"[^a-z]", "", fold(text))


def is_upper(text: str) -> bool:
    """Whether all its letters are capitals (and there are some)."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter == letter.upper() for letter in letters)
