"""Whether looks and daily seals are whole.

A seal covers every row whose key was made after the end of the sealed day before it and before the end of its own day.
"""

import hashlib
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua.house.journal import rules
from motcua.house.journal.models import Entry, Look, Seal
from motcua.house.journal.queries.broken import Broken
from motcua.house.journal.queries.chains import CHUNK

_NOTHING = UUID(int=0)


def look_digest(look: Look) -> str:
    """The hash this look must carry."""
    return rules.digest(
        {
            "thing_kind": look.thing_kind,
            "thing_id": str(look.thing_id),
            "at": rules.moment(look.at),
            "account_id": str(look.account_id) if look.account_id else None,
            "name": look.name,
            "page": look.page,
        }
    )


def last_seal() -> Seal | None:
    """The newest seal, if any day has been sealed."""
    return Seal.objects.order_by("-day").first()


def expected_seal(on: date, *, before: Seal | None) -> Seal:
    """The seal this day must have, given the seal before it; not saved."""
    begin = rules.first_key(before.day + timedelta(days=1)) if before else _NOTHING
    end = rules.first_key(on + timedelta(days=1))
    entries, entries_sum = _sum(Entry.objects.filter(id__gte=begin, id__lt=end))
    looks, looks_sum = _sum(Look.objects.filter(id__gte=begin, id__lt=end))
    prev = before.digest if before else ""
    content: dict[str, rules.Plain] = {
        "day": on.isoformat(),
        "entries": entries,
        "entries_sum": entries_sum,
        "looks": looks,
        "looks_sum": looks_sum,
        "prev": prev,
    }
    return Seal(day=on, entries=entries, looks=looks, digest=rules.digest(content), prev=prev)


def looks_problem() -> Broken | None:
    """The first look that was changed."""
    for look in Look.objects.order_by("id").iterator(chunk_size=CHUNK):
        if look_digest(look) != look.hash:
            return Broken("journal.look", look.id, None, "lượt xem đã bị sửa")
    return None


def seals_problem() -> Broken | None:
    """The first day whose seal does not fit what is on record."""
    before = None
    for seal in Seal.objects.order_by("day").iterator(chunk_size=CHUNK):
        expected = expected_seal(seal.day, before=before)
        if why := _wrong(seal, expected):
            return Broken("journal.seal", seal.day.isoformat(), None, why)
        before = seal
    return None


def _wrong(seal: Seal, expected: Seal) -> str:
    if seal.prev != expected.prev:
        return "không nối tiếp niêm phong trước"
    if (seal.entries, seal.looks) != (expected.entries, expected.looks):
        return (
            f"niêm phong {seal.entries} dòng nhật ký, {seal.looks} lượt xem;"
            f" hiện có {expected.entries} dòng, {expected.looks} lượt"
        )
    return "" if seal.digest == expected.digest else "niêm phong không khớp nội dung"


def _sum(rows: QuerySet[Entry] | QuerySet[Look]) -> tuple[int, str]:
    total, count = hashlib.sha256(), 0
    for text in rows.order_by("id").values_list("hash", flat=True).iterator(chunk_size=CHUNK):
        total.update(text.encode() + b"\n")
        count += 1
    return count, total.hexdigest()
