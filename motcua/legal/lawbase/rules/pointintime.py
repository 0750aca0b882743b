"""The text as it stood on a day: patches of amending documents applied to a tree, each change with its author.

A patch that does not fit exactly is listed with the reason and left for a person; nothing is guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from motcua.legal.lawbase.choices import PatchKind, UnitKind
from motcua.legal.lawbase.rules.structure import Tree, fragment
from motcua.legal.lawbase.rules.text import clean


@dataclass(frozen=True, slots=True)
class Patch:
    """One change by an acting document, from a day: to the provision `target`, or (a phrase) within it; "" = whole.

    `issued`: the day of the acting document, `order`: the place among its changes.
    """

    kind: PatchKind
    target: str
    on: date
    by: str
    text: str = ""
    phrase: str = ""
    order: int = 0
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Who changed a piece, how and when."""

    kind: PatchKind
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One unit's own text in the consolidated whole."""

    id: str
    kind: UnitKind
    number: str
    heading: str
    text: str
    marks: tuple[Mark, ...] = ()
    is_gone: bool = False

    @property
    def depth(self) -> int:
        """How far in it stands."""
        return self.id.count("/")


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A patch that does not fit, and why."""

    patch: Patch
    reason: str


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The text on a day: pieces in order, and what a person still has to do."""

    pieces: tuple[Piece, ...]
    unapplied: tuple[Unapplied, ...] = field(default=())

    @property
    def text(self) -> str:
        """The words in force, without what is gone."""
        return "".join(piece.text for piece in self.pieces if not piece.is_gone)


_RANKS = {UnitKind.PART: 1, UnitKind.CHAPTER: 2, UnitKind.SECTION: 3, UnitKind.SUBSECTION: 4}
_APART = frozenset({UnitKind.ATTACHED, UnitKind.APPENDIX, UnitKind.FORM, UnitKind.FOOTER})


class _DoesNotFit(Exception):
    """The sentence says why."""


def pieces_of(tree: Tree) -> tuple[Piece, ...]:
    """The units of a tree as pieces, unchanged."""
    return tuple(Piece(unit.id, unit.kind, unit.number, unit.heading, tree.own(unit)) for unit in tree.walk())


def consolidated(tree: Tree | Sequence[Piece], patches: Iterable[Patch], on: date) -> Consolidated:
    """The text with all patches up to and including the day, in the order of their days.

    Of acts that count from the same day, the one issued first goes first, with all its changes in their order.
    """
    pieces = list(pieces_of(tree) if isinstance(tree, Tree) else tree)
    unapplied = []
    for patch in sorted(patches, key=lambda one: (one.on, one.issued or date.min, one.by, one.order)):
        if patch.on > on:
            continue
        try:
            pieces = _applied(pieces, patch)
        except _DoesNotFit as reason:
            unapplied.append(Unapplied(patch, str(reason)))
    return Consolidated(tuple(pieces), tuple(unapplied))


def _applied(pieces: list[Piece], patch: Patch) -> list[Piece]:
    begin, end = _span(pieces, patch.target)
    mark = Mark(patch.kind, patch.on, patch.by)
    if patch.kind in {PatchKind.REPLACE_PHRASE, PatchKind.DELETE_PHRASE}:
        return _with_phrase(pieces, begin, end, patch, mark)
    if not patch.target:
        raise _DoesNotFit("Chưa ghi điều, khoản, điểm bị sửa đổi.")
    if all(piece.is_gone for piece in pieces[begin:end]):
        raise _DoesNotFit("Quy định này đã bị bãi bỏ trước đó.")
    if patch.kind is PatchKind.DELETE:
        gone = [
            piece if piece.is_gone else replace(piece, is_gone=True, marks=(*piece.marks, mark))
            for piece in pieces[begin:end]
        ]
        return [*pieces[:begin], *gone, *pieces[end:]]
    if patch.kind is PatchKind.REPLACE:
        new = _new_pieces(patch, mark, pieces[begin].id)
        if new[0].id != patch.target:
            raise _DoesNotFit("Nội dung mới mang số khác với quy định được thay.")
        earlier = pieces[begin].marks
        new[0] = replace(new[0], marks=(*earlier, *new[0].marks))
        return [*pieces[:begin], *new, *pieces[end:]]
    new = _new_pieces(patch, mark, patch.target)
    if any(piece.id == new[0].id and not piece.is_gone for piece in pieces):
        raise _DoesNotFit(f"Đã có quy định mang số này ({new[0].id}).")
    return [*pieces[:end], *new, *pieces[end:]]


def inside(pieces: Sequence[Piece], target: str) -> Sequence[Piece]:
    """The unit and all it holds, a chapter with its articles, though their ids do not name it; nothing without it."""
    try:
        begin, end = _span(pieces, target)
    except _DoesNotFit:
        return ()
    return pieces[begin:end]


def _span(pieces: Sequence[Piece], target: str) -> tuple[int, int]:
    """The places of the target and all inside it."""
    if not target:
        return 0, len(pieces)
    found = [index for index, piece in enumerate(pieces) if piece.id == target or piece.id.startswith(f"{target}/")]
    own = next((index for index in found if pieces[index].id == target), None)
    if own is None:
        raise _DoesNotFit("Không tìm thấy quy định này trong văn bản tại ngày sửa đổi.")
    return found[0], max(found[-1], _last_held(pieces, own)) + 1


def _last_held(pieces: Sequence[Piece], own: int) -> int:
    """The last piece a part, chapter or section goes on to: articles are numbered through, their ids do not say."""
    rank = _RANKS.get(pieces[own].kind)
    if rank is None:
        return own
    for index in range(own + 1, len(pieces)):
        kind = pieces[index].kind
        if kind in _APART or _RANKS.get(kind, rank + 1) <= rank:
            return index - 1
    return len(pieces) - 1


def _new_pieces(patch: Patch, mark: Mark, beside: str) -> list[Piece]:
    under = beside.rpartition("/")[0]
    text = clean(patch.text).strip()
    if not text:
        raise _DoesNotFit("Chưa có nội dung mới.")
    tree = fragment(f"{text}\n", under=under)
    new = [replace(piece, marks=(mark,)) for piece in pieces_of(tree)]
    if not new or new[0].kind is UnitKind.TEXT or len(tree.units) != 1:
        raise _DoesNotFit("Nội dung mới không bắt đầu bằng đúng một điều, khoản hoặc điểm có số.")
    return new


def _with_phrase(pieces: list[Piece], begin: int, end: int, patch: Patch, mark: Mark) -> list[Piece]:
    old = clean(patch.phrase)
    new = clean(patch.text) if patch.kind is PatchKind.REPLACE_PHRASE else ""
    if not old.strip():
        raise _DoesNotFit("Chưa ghi cụm từ.")
    changed = [
        replace(piece, text=_swapped(clean(piece.text), old, new), marks=(*piece.marks, mark))
        if not piece.is_gone and old in clean(piece.text)
        else piece
        for piece in pieces[begin:end]
    ]
    if changed == pieces[begin:end]:
        raise _DoesNotFit(f"Không tìm thấy cụm từ “{old}”.")
    return [*pieces[:begin], *changed, *pieces[end:]]


def _swapped(text: str, old: str, new: str) -> str:
    if new:
        return text.replace(old, new)
    return text.replace(f" {old}", "").replace(old, "")
