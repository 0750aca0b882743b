"""Where a citation leads: the parser's paths («19/3/a») as the register's ids («dieu-19/khoan-3/diem-a»)."""

from motcua.legal.citations.choices import ATTACHED_TYPES
from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.structure import step_id

_BIG = {"P": UnitKind.PART, "C": UnitKind.CHAPTER, "M": UnitKind.SECTION, "TM": UnitKind.SUBSECTION}
_APART = {"PL": UnitKind.APPENDIX, "MAU": UnitKind.FORM}
_SMALL = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM)
_THIS = {"@art": "dieu-", "@cl": "khoan-", "@pt": "diem-"}
_ATTACHED = "kem-theo"


def place(path: str, *, origin: str = "", root: str = "") -> str | None:
    """The id of a path; "" is the whole text; None for what the words leave open («?», «Điều này» of nowhere).

    `origin`: the id of the unit that speaks («Điều này»); `root`: the attached text meant, if one is.
    """
    if path == "*":
        return root
    base, big, small = root, [], 0
    for piece in path.split("/"):
        name, dot, number = piece.partition(".")
        if piece in _THIS:
            found = _up_to(origin, _THIS[piece])
            if found is None:
                return None
            base, small = found, 1 + list(_THIS).index(piece)
        elif piece.startswith(("@", "?")):
            return None
        elif name in _BIG and dot:
            big.append(step_id(_BIG[name], number))
        elif name in _APART:
            return _joined(root if root != _ATTACHED else "", step_id(_APART[name], number))
        elif small >= len(_SMALL) or (big and small == 0 and not number and not piece[:1].isdigit()):
            return None
        else:
            base = _joined(base, step_id(_SMALL[small], piece))
            small += 1
    return base if small else _joined(root, "/".join(big))


def root_of(unit_id: str) -> str:
    """The attached text or appendix a unit stands in; "" in the act itself."""
    first = unit_id.split("/", 1)[0]
    return first if first.startswith((_ATTACHED, "phu-luc")) else ""


def own_root(document: str, *, document_type: str, origin: str) -> str:
    """Which of the texts of one document «Quy chế này», «Quyết định này» or a bare «Điều 5» means."""
    kind = document.partition(":")[2]
    if not kind:
        return root_of(origin)
    if kind in ATTACHED_TYPES and kind != document_type:
        return root_of(origin) or _ATTACHED
    return ""


def _up_to(origin: str, prefix: str) -> str | None:
    steps = origin.split("/")
    for index, step in enumerate(steps):
        if step.startswith(prefix):
            return "/".join(steps[: index + 1])
    return None


def _joined(*steps: str) -> str:
    return "/".join(step for step in steps if step)
