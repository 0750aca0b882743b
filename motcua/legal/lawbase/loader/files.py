"""One file as an `Incoming`: its text, the facts of its head, and what a person should look at."""

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from motcua.instruments.vault.rules import NotAccepted, accepted_kind
from motcua.legal.lawbase.loader import converted, html, office, pdf, published
from motcua.legal.lawbase.loader.refusals import NotReadable, NoWords, TakesLong
from motcua.legal.lawbase.rules.first_day import first_day, gazette_days, gazette_words
from motcua.legal.lawbase.rules.header import Header, header_of
from motcua.legal.lawbase.rules.identity import is_normative, type_from_number
from motcua.legal.lawbase.rules.issuers import issuer_of, issuer_said
from motcua.legal.lawbase.rules.structure import Tree, parse
from motcua.legal.lawbase.rules.text import clean

__all__ = ["ENDINGS", "MOST_BYTES", "NOTHING", "Incoming", "NoWords", "NotReadable", "TakesLong", "again", "read"]

ENDINGS = (".json", ".html", ".htm", ".pdf", ".docx", ".txt", *converted.ENDINGS)
MOST_BYTES = 20 * 1024 * 1024
NOTHING = Header()
_VAULTED = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was read: text, head, source; `notes` tell what a person should check; `is_vaulted`: the file is kept.

    `is_recognised`: letters told by a machine from a picture; `kept`: the .docx to keep instead of the file read;
    `facts`: the whole .json, which says more than its text.
    """

    text: str
    head: Header
    title: str = ""
    source: str = ""
    foreign_label: str = ""
    effective_on: date | None = None
    expires_on: date | None = None
    published_on: date | None = None
    notes: tuple[str, ...] = field(default=())
    is_vaulted: bool = False
    is_recognised: bool = False
    kept: bytes = b""
    facts: str = ""

    @property
    def is_normative(self) -> bool:
        """Whether the number is one of rules for all."""
        return is_normative(self.head.number)


def read(path: Path, *, is_quick: bool = False, told: pdf.Told | None = None) -> Incoming:
    """The file at `path`, by the ending of its name and its content. Refuses: NotReadable.

    `is_quick`: what must be converted or recognised first is left to the background (TakesLong).
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise NotReadable(f"Không đọc được tệp {ending or 'không có đuôi'}; chỉ nhận {', '.join(ENDINGS)}.")
    if not path.is_file():
        raise NotReadable("Không có tệp này.")
    if path.stat().st_size > MOST_BYTES:
        raise NotReadable(f"Tệp lớn hơn {MOST_BYTES // 2**20} MB.")
    if ending in converted.ENDINGS:
        return _converted(path, is_quick=is_quick)
    if ending in _VAULTED:
        _check(path)
        return _word(path) if ending == ".docx" else _pdf(path, is_quick=is_quick, told=told)
    content = _decoded(path.read_bytes())
    if ending == ".json":
        return _published(content)
    return _from_text(html.text_of(content) if ending in {".html", ".htm"} else content)


def again(text: str, notes: tuple[str, ...] = (), *, is_recognised: bool = False, ending: str = "") -> Incoming:
    """The same as was read before, from its text kept meanwhile, or from the whole of a .json."""
    if ending == ".json" and text.startswith("{"):
        return _published(text)
    return replace(_from_text(text, notes), is_recognised=is_recognised)


def _check(path: Path) -> None:
    """Word and PDF files pass the vault's checks (bombs, macros, passwords, code) before anything opens them."""
    try:
        accepted_kind(path, path.name)
    except NotAccepted as reason:
        raise NotReadable(str(reason)) from reason


def _word(path: Path) -> Incoming:
    text, notes = office.word_text(path)
    return replace(_from_text(text, notes), is_vaulted=True)


def _pdf(path: Path, *, is_quick: bool, told: pdf.Told | None) -> Incoming:
    found = pdf.text_of(path, is_quick=is_quick, told=told)
    return replace(_from_text(found.text, found.notes), is_vaulted=True, is_recognised=found.is_recognised)


def _converted(path: Path, *, is_quick: bool) -> Incoming:
    converted.check(path)
    if is_quick and converted.is_possible():
        raise TakesLong
    content = converted.as_word(path)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "van-ban.docx"
        made.write_bytes(content)
        _check(made)
        text, notes = office.word_text(made, is_converted=True)
    note = converted.NOTE.format(ending=path.suffix.lower())
    return replace(_from_text(text, (note, *notes)), is_vaulted=True, kept=content)


def _from_text(text: str, notes: tuple[str, ...] = ()) -> Incoming:
    text = clean(text).strip("\n") + "\n"
    if not text.strip():
        raise NotReadable("Tệp không có chữ nào đọc được.")
    tree = parse(text)
    head = header_of(tree)
    lacking = [
        words
        for words, value in (
            ("số, ký hiệu", head.number),
            ("ngày ban hành", head.issued_on),
            ("loại văn bản", head.type),
        )
        if not value
    ]
    more: tuple[str, ...] = (f"Chưa đọc được {', '.join(lacking)} ở phần đầu.",) if lacking else ()
    head = replace(head, issuer=issuer_said(head.issuer, head.number) or issuer_of(head.number))
    begins = first_day(tree, head.issued_on)
    more += _gazette_note(tree, begins, None)
    return Incoming(text, head, title=head.abstract, effective_on=begins, notes=notes + more)


def _gazette_note(tree: Tree, begins: date | None, published_on: date | None) -> tuple[str, ...]:
    """What a person has to find out where the first day counts from the gazette."""
    days = gazette_days(tree) if begins is None and published_on is None else None
    if days is None:
        return ()
    return (f"Chưa rõ ngày đăng Công báo: văn bản {gazette_words(days)}. Ghi ngày đăng, máy tính ngày có hiệu lực.",)


def _published(content: str) -> Incoming:
    found = published.document_of(content)
    text = clean(found.text)
    if not text.strip():
        raise NotReadable("Tệp JSON không có nội dung.")
    tree = parse(text)
    parsed = header_of(tree)
    head = replace(
        parsed,
        number=found.number or parsed.number,
        type=found.type or type_from_number(found.number) or parsed.type,
        issuer=issuer_of(found.number) or found.issuer or parsed.issuer,
        issued_on=found.issued_on or parsed.issued_on,
    )
    begins = found.effective_on or first_day(tree, head.issued_on)
    missing = (() if head.issued_on else ("Chưa có ngày ban hành.",)) + _gazette_note(tree, begins, found.published_on)
    return Incoming(
        text,
        head,
        title=found.title or parsed.abstract,
        source=found.source,
        foreign_label=found.label,
        effective_on=begins,
        expires_on=found.expires_on,
        published_on=found.published_on,
        notes=found.notes + missing,
        facts=content.strip(),
    )


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotReadable("Tệp không phải chữ UTF-8 (có thể còn bảng mã TCVN3 hoặc VNI). Hãy chuyển mã rồi nhập lại.")
