"""Relations: what the citing text does with the cited one, from the words before it and the line it stands in.

A verb counts when it is this text's own act («Bãi bỏ …», «Thông tư này thay thế …»), not when it is told of others
(«trình sửa đổi») and not inside a cited title («Luật số … sửa đổi, bổ sung một số điều của …»).
"""

import re
from bisect import bisect_right

from motcua.legal.citations.choices import Relation
from motcua.legal.citations.rules.context import GETS
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.scopes import Scopes
from motcua.legal.citations.rules.titles import HOLDS_BACK, goes_on, holds_back, is_later, is_short_name, is_title
from motcua.legal.citations.rules.words import MUST

_ACTIVE: dict[str, Relation] = {
    "sửa đổi": Relation.AMEND,
    "bổ sung": Relation.AMEND,
    "bãi bỏ": Relation.REPEAL,
    "hủy bỏ": Relation.REPEAL,
    "huỷ bỏ": Relation.REPEAL,
    "thay thế": Relation.REPLACE,
    "thay": Relation.AMEND,
    "bỏ": Relation.AMEND,
    "đính chính": Relation.CORRECT,
    "hợp nhất": Relation.CONSOLIDATE,
    "tạm ngưng": Relation.SUSPEND,
    "ngưng": Relation.SUSPEND,
    "đình chỉ": Relation.SUSPEND,
    "làm hết hiệu lực": Relation.REPEAL,
    "chấm dứt hiệu lực": Relation.REPEAL,
}
_BY = {
    Relation.AMEND: Relation.AMENDED_BY,
    Relation.REPEAL: Relation.REPEALED_BY,
    Relation.REPLACE: Relation.REPLACED_BY,
    Relation.CORRECT: Relation.CORRECTED_BY,
    Relation.CONSOLIDATE: Relation.CONSOLIDATED_BY,
    Relation.SUSPEND: Relation.SUSPENDED_BY,
}
_INHERITED = {*_BY, *_BY.values(), Relation.PROPOSAL, Relation.BASIS, Relation.IN_TITLE}
_WORD = (
    rf"(?:[Ss]ửa{MUST}đổi|[Bb]ổ{MUST}sung|[Bb]ãi{MUST}bỏ|[Hh](?:ủy|uỷ){MUST}bỏ|[Tt]hay{MUST}thế|[Tt]hay(?={MUST}(?:cụm{MUST})?từ)"
    rf"|[Bb]ỏ(?={MUST}(?:các{MUST})?(?:cụm|từ|đoạn|nội|dòng|dấu))|[Đđ]ính{MUST}chính|[Hh]ợp{MUST}nhất|[Tt]ạm{MUST}ngưng"
    rf"|[Nn]gưng|[Đđ]ình{MUST}chỉ|(?:[Ll]àm{MUST}hết|[Cc]hấm{MUST}dứt){MUST}hiệu{MUST}lực)(?!\w)"
)
_VERB = re.compile(rf"\b{_WORD}")
_VERBS_BEFORE = re.compile(rf"(?:{_WORD}[\s,;]*(?:và|hoặc)?\s*){{1,5}}$")
_PASSIVE = re.compile(r"(?:[Đđ]ược|[Bb]ị|[Đđ]ã)\s+$")
_BY_WORD = re.compile(
    rf"\s*(?:(?:một{MUST}số{MUST}(?:điều|nội{MUST}dung|quy{MUST}định|khoản|điểm)|nội{MUST}dung)[^,;.]{{0,60}}?\s|(?:việc{MUST})?thi{MUST}hành{MUST}|hiệu{MUST}lực{MUST}(?:thi{MUST}hành{MUST})?)?"
    rf"(?:bởi|theo|tại|bằng)(?:{MUST}(?:(?:quy{MUST}định{MUST})?(?:tại|của)|các))?\s*(?::\s*(?:-|\d{{1,2}}[.)])?\s*)?$"
)
_REWORDED = re.compile(
    rf"{MUST}(?:được|bị){MUST}(?:sửa{MUST}đổi(?:,?{MUST}(?:và{MUST})?bổ{MUST}sung)?|bổ{MUST}sung|thay{MUST}thế){MUST}(?:như{MUST}sau|thành|(?:thêm{MUST})?(?:các{MUST})?(?:khoản|điểm|Điều){MUST}\w)"
)
_DONE_TO = re.compile(rf"\s*,?\s*(?:đã\s+)?(?:được|bị)\s+{_WORD}")
_OWN_ACT = re.compile(r"(?:^|[;:.“(\n]|này|và|đồng thời|hoặc|\d,|-|\)|^\d+\.)\s*$")
_PHRASE = re.compile(rf"(?:các{MUST})?(?:cụm{MUST})?từ(?!\w)|đoạn|nội{MUST}dung{MUST}“")
_SOME = re.compile(rf"{MUST}một{MUST}số{MUST}(?:điều|khoản|điểm|nội{MUST}dung|quy{MUST}định)")
_QUOTED = re.compile(r"“[^“”]{0,400}”|\"[^\"\n]{0,400}\"|\([^()\n]{0,200}\)")
_EXCHANGED = re.compile(r"\btừ[ ]+(?:“[^“”]{0,400}”|\"[^\"\n]{0,400}\")")
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_BY_LIST = re.compile(r"bởi:\s*(?:\d{1,2}\.|-)?")
_ENDS = re.compile(
    rf"hết{MUST}hiệu{MUST}lực|"
    rf"(?<!đã )(?<!dung )(?:bị|được){MUST}bãi{MUST}bỏ"
    rf"(?=\s*(?:$|[.;,\n]|(?:toàn{MUST}bộ|kể{MUST}từ|từ{MUST}ngày)(?!\w)))"
)
_IN_A_YEAR = re.compile(r"\s*(?:vào\s+)?năm\s+\d{4}(?!\w)")
"""«Luật … sửa đổi, bổ sung năm 2020»: what was done then is no act of this text."""
_SUPPOSED = re.compile(rf"\b(?:[Tt]rường{MUST}hợp|[Nn]ếu|[Kk]hi|mà|sau{MUST}khi|trước{MUST}khi)(?!\w)")
_BEGINS = re.compile(r"(?:^|[\n;:.)])\s*(?:[Cc]ác\s+)?$")
_FAR = 300


class Relations:
    """Works out the relation of each reference of one text, in text order."""

    def __init__(self, text: str, found: list[Found]) -> None:
        self.text = text
        self.outer = [one for one in found if not one.is_nested]
        self.scopes = Scopes(text)
        self._phrases = [phrase.span() for phrase in _EXCHANGED.finditer(text)]

    def settle(self) -> None:
        """Set `relation` on every outer reference."""
        previous: Found | None = None
        titled = -1
        for one in self.outer:
            if self._is_phrase(one):
                continue
            one.relation = Relation.IN_TITLE if one.start < titled else self._relation(one, previous)
            titled = max(titled, one.document.title_end) if one.document else titled
            previous = one
        self._endings()

    def _is_phrase(self, one: Found) -> bool:
        """Whether it is only wording that is exchanged («thay cụm từ “Điều 5” bằng cụm từ “Điều 6”»)."""
        index = bisect_right(self._phrases, (one.start, len(self.text))) - 1
        return index >= 0 and one.start < self._phrases[index][1]

    def _relation(self, one: Found, previous: Found | None) -> Relation:
        if one.is_header:
            return Relation.SELF
        near = previous is not None and one.start - previous.end <= _FAR
        gap = self.text[previous.end : one.start] if previous and near else None
        if gap is not None and (is_short_name(gap) or (gap.endswith("(") and self.text.startswith(")", one.end))):
            return Relation.REFER
        if previous and gap is not None and is_title(previous, gap, one):
            return Relation.IN_TITLE
        said = self._verb(one, previous) or self.scopes.of_item(one.start)
        if said is None and (_REWORDED.match(self.text, one.end) or (gap is not None and GETS.fullmatch(gap))):
            said = Relation.AMEND
        if said is None and previous and gap is not None and previous.relation in _INHERITED and goes_on(previous, gap):
            said = self._inherited(one, previous, gap)
        return said or self._scope(one, gap)

    def _scope(self, one: Found, gap: str | None) -> Relation:
        """Basis or proposal where the line is one; else a plain reference."""
        scope = self.scopes.at(one.start)
        if scope is None or one.is_self or (gap and scope is Relation.BASIS and holds_back(gap)):
            return Relation.REFER
        return self._scoped(one, scope)

    def _inherited(self, one: Found, previous: Found, gap: str) -> Relation | None:
        """What the list says of its earlier member; a later document cannot stand in an older one's title."""
        if (previous.relation in _BY.values() or ";" in gap) and _DONE_TO.match(self.text, one.end):
            return None
        if previous.relation is not Relation.IN_TITLE:
            return previous.relation if not (one.is_self and previous.relation is Relation.BASIS) else Relation.REFER
        scope = self.scopes.at(one.start)
        if ";" in gap and scope and one.document and one.document.number and not one.targets and not one.is_self:
            return self._scoped(one, scope)
        head = self._head(one)
        if head is None or head.document is None or one.document is None:
            return Relation.IN_TITLE
        if is_later(one.document, head.document):
            return head.relation
        return Relation.IN_TITLE

    def _head(self, one: Found) -> Found | None:
        """The document whose title the list stands in."""
        index = self.outer.index(one) if len(self.outer) < 50 else self._index(one)
        for earlier in reversed(self.outer[max(0, index - 12) : index]):
            if earlier.relation is not Relation.IN_TITLE:
                return earlier
        return None

    def _index(self, one: Found) -> int:
        low, high = 0, len(self.outer)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.outer[middle].start < one.start else (low, middle)
        return low

    @staticmethod
    def _scoped(one: Found, scope: Relation) -> Relation:
        proposing = {"Tờ trình", "Báo cáo", "Báo cáo thẩm tra", "Báo cáo thẩm định", "Công văn", "Văn bản", "Thông báo"}
        kind = one.document.kind if one.document else ""
        return scope if scope is Relation.BASIS or kind in proposing else Relation.REFER

    def _verb(self, one: Found, previous: Found | None) -> Relation | None:
        """The relation said by the nearest verb before the reference, within its clause."""
        low = max(previous.end if previous else 0, one.start - 260)
        if one.start - low < 4:
            return None
        left = self.text[low : one.start]
        bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), left)
        bare = _BY_LIST.sub(lambda opened: opened[0].replace("\n", " ").replace(".", " "), bare)
        clauses = list(_CLAUSE_END.finditer(bare))
        begin = clauses[-1].end() if clauses else 0
        verbs = list(_VERB.finditer(bare, begin))
        if not verbs or (one.targets and one.targets[-1].is_relative):
            return None
        verb = verbs[-1]
        relation = _ACTIVE[" ".join(verb[0].lower().split())]
        rest = bare[verb.end() :]
        before = _VERBS_BEFORE.sub("", bare[begin : verb.start()])
        if _IN_A_YEAR.match(rest):
            return None
        if _PHRASE.match(rest.lstrip()) or (_SOME.match(rest) and before != bare[begin : verb.start()]):
            relation = Relation.AMEND
        if _PASSIVE.search(before) or _PASSIVE.search(bare[begin : verb.start()]):
            return _BY[relation] if not one.is_self and _BY_WORD.match(rest) else None
        lead = self.text[max(0, low - 6) : low] + bare[:begin] + before if len(before) < 8 else before
        own = (
            verb[0][0].isupper()
            or not (before.strip() or self.text[max(0, low - 1) : low].strip())
            or _OWN_ACT.search(lead)
        )
        if not own or HOLDS_BACK.search(rest) or (len(rest) > 150 and "“" not in left):
            return None
        return relation

    def _endings(self) -> None:
        """«… hết hiệu lực kể từ ngày …»: the documents before it in the clause lose effect."""
        for ending in _ENDS.finditer(self.text):
            index = self._index_before(ending.start())
            upto = ending.start()
            while index >= 0 and upto - self.outer[index].end <= _FAR:
                one = self.outer[index]
                gap = self.text[one.end : upto]
                listed = upto < ending.start() and one.relation is Relation.REFER and self._is_listed(one, gap)
                if (_CLAUSE_END.search(gap) and not listed) or one.is_self or one.relation is Relation.REPEAL:
                    break
                if ending[0][0] in "bđ" and ("hiệu lực" in gap or self._is_supposed(one)):
                    break
                if one.relation is Relation.REFER:
                    one.relation = Relation.REPEAL
                upto, index = one.start, index - 1

    def _is_listed(self, one: Found, gap: str) -> bool:
        """Whether it begins a clause that says no more than its name: «A; B; C hết hiệu lực»."""
        if one.document is None or not (one.document.number or one.document.date) or not goes_on(one, gap):
            return False
        return _BEGINS.search(self.text, max(0, one.start - 12), one.start) is not None

    def _is_supposed(self, one: Found) -> bool:
        """Whether the clause only supposes it («trường hợp Nghị định … bị bãi bỏ»), or tells of others' acts."""
        left = self.text[max(0, one.start - 120) : one.start]
        begin = max((end.end() for end in _CLAUSE_END.finditer(left)), default=0)
        return _SUPPOSED.search(left, begin) is not None

    def _index_before(self, place: int) -> int:
        low, high = 0, len(self.outer)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.outer[middle].end <= place else (low, middle)
        return low - 1
