"""Between title and signature: bases, Phần, Chương, Mục, Điều, khoản, điểm, prose; then annexes, attached texts."""

from motcua.base.vn.rules import fold
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.paper import Line

_SIGNED = {Part.SIGN_POST, Part.SIGN_POWER, Part.SIGN_NAME}
_OPENERS = ("can cu", "xet ", "theo de nghi", "thuc hien", "sau khi")


class Walker:
    """Goes down the lines once; `signed` after the end of the main text, `annex` inside an annex."""

    def __init__(self, lines: list[Line], parts: dict[int, Part], kind: str) -> None:
        self.lines, self.parts, self.kind = lines, parts, kind
        self.decides = kind in {"quyet dinh", "nghi quyet"}
        self.has_articles = any(self._article(line) for line in lines)
        self.preamble = True
        self.signed = self.annex = self.listing = False
        self.last_signed = max((order for order, part in parts.items() if part in _SIGNED), default=-1)
        self.title_of: Part | None = None

    def walk(self, start: int) -> None:
        """Name what is not named yet."""
        for order in range(start, len(self.lines)):
            if order > self.last_signed >= 0 and not self.signed:
                self.signed = self.annex = True
            if order in self.parts:
                self.preamble = self.preamble and self.parts[order] in {Part.AUTHORITY, Part.BASIS}
                continue
            line = self.lines[order]
            part = self._after(line) if self.signed else None
            part = part or (None if self.annex else self._inside(line))
            if part:
                self.parts[order] = part

    def _article(self, line: Line) -> bool:
        found = words.ARTICLE.match(line.text)
        if not found or line.order or not line.text[:1].isupper() or line.para.spot.area != "body":
            return False
        first = line.lettered[0] if line.lettered else None
        return (
            found.group(2) != "" or bool(line.para.label) or bool(first and first.bold) or found.end() == len(line.text)
        )

    # --- behind the signature ---------------------------------------------------------
    def _after(self, line: Line) -> Part | None:
        plain = fold(line.text)
        if words.ANNEX.match(plain) and len(line.text) < 20:
            self.annex, self.title_of = True, Part.ANNEX_TITLE
            return Part.ANNEX_LABEL
        if words.REFERENCE.match(plain):
            found = Part.ANNEX_REFERENCE if self.annex else Part.ATTACHED_REFERENCE
            self.title_of, self.preamble = None, False
            return found
        if plain in words.ATTACHED and words.is_upper(line.text):
            self.annex, self.title_of, self.preamble = False, Part.ATTACHED_TITLE, False
            return Part.ATTACHED_TITLE
        if words.COPY_FORM.match(words.key(line.text)) and len(line.text) < 30:
            return Part.COPY_FORM
        return self._title(line) if self.title_of in {Part.ANNEX_TITLE, Part.ATTACHED_TITLE} else None

    def _title(self, line: Line) -> Part | None:
        """A title goes on while lines are centred, capitals or bold."""
        wanted = self.title_of
        bold = bool(line.lettered) and all(run.bold for run in line.lettered)
        if line.para.spot.table < 0 and len(line.text) < 250 and (
            words.is_upper(line.text) or (bold and not words.CLAUSE.match(line.text)) or self._centred(line)
        ) and not self._heading(line):  # fmt: skip
            return wanted
        self.title_of = None
        return None

    @staticmethod
    def _centred(line: Line) -> bool:
        return line.para.align == "center" and not line.text.startswith("(")

    # --- inside the text ----------------------------------------------------------------
    def _inside(self, line: Line) -> Part | None:
        if line.para.spot.area != "body" or line.para.spot.table >= 0:
            return self._addressed(line)
        if words.RULE.match(line.text.replace(" ", "")):
            return None
        if heading := self._heading(line):
            self.preamble = self.listing = False
            return heading
        if self.title_of and (found := self._title(line)):
            return found
        if found := self._addressed(line):
            return found
        return self._prose(line)

    def _addressed(self, line: Line) -> Part | None:
        plain = fold(line.text)
        in_table = line.para.spot.table >= 0
        if not self.signed and plain.startswith("kinh gui:" if in_table else "kinh gui"):
            first = line.text.partition(":")[2].strip()
            self.listing = not first or first.startswith(("-", "–")) or first.endswith(";")
            self.preamble = False
            return Part.ADDRESSEE
        if self.kind == "cong dien" and plain.endswith("dien:") and len(line.text) < 200:
            self.listing = True
            return None
        if self.listing and len(line.text) < 200 and (line.text.startswith(("-", "–")) or line.text.endswith(";")):
            return Part.ADDRESSEE_ITEM
        self.listing = False
        return None

    def _heading(self, line: Line) -> Part | None:
        text = line.text
        if words.DIVISION.match(text):
            self.title_of = Part.DIVISION_TITLE
            return Part.DIVISION
        found = words.SUBDIVISION.match(text)
        if found and len(text) < 120 and (self._centred(line) or not found.group(3)):
            self.title_of = Part.SUBDIVISION_TITLE
            return Part.SUBDIVISION
        if self._article(line):
            self.title_of = None
            return Part.ARTICLE
        if self.preamble and self.decides and words.key(text) in words.RESOLVES and len(text) < 20:
            return Part.RESOLVE
        if not self.has_articles and words.ROMAN.match(text) and len(text) < 200 and self._is_roman(line):
            self.title_of = None
            return Part.ROMAN
        return None

    @staticmethod
    def _is_roman(line: Line) -> bool:
        """«I. TÌNH HÌNH …», not «C. Mác»: one letter C or L needs capitals after it."""
        return words.is_upper(line.text) or not line.text.startswith(("C.", "L.", "D."))

    def _prose(self, line: Line) -> Part | None:
        plain = fold(line.text)
        if self.preamble and plain.startswith(_OPENERS) and self._lists_bases(line):
            return Part.BASIS
        if plain.startswith(("nghi quyet nay", "quyet dinh nay da duoc")) and "thong qua" in plain:
            return Part.CLOSING
        self.preamble = self.preamble and self.decides
        if (self._centred(line) and not self._is_sentence(line)) or (line.text[:1] + line.text[-1:] == "()"):
            return None
        if line.order:
            return None
        if words.CLAUSE.match(line.text):
            return Part.CLAUSE
        return Part.POINT if words.POINT.match(line.text) else Part.BODY

    @staticmethod
    def _is_sentence(line: Line) -> bool:
        """Long, upright and closed: prose, wherever it stands."""
        return len(line.text) > 100 and line.text.endswith((".", ";")) and not any(run.bold for run in line.lettered)

    def _lists_bases(self, line: Line) -> bool:
        """Decisions list them; elsewhere «Căn cứ …;» in a list is one, «Căn cứ …, Sở báo cáo …» is prose."""
        if self.decides or line.text.rstrip().endswith(";"):
            return True
        before = [one for order, one in enumerate(self.lines) if self.parts.get(order) is Part.BASIS]
        return bool(before) and before[-1].para.uid + 2 >= line.para.uid
