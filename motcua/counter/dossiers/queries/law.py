"""The law a dossier was filed under, kept once by content and read once per process."""

from functools import lru_cache

from motcua.counter.dossiers.models import Dossier, LawSnapshot
from motcua.legal.procedures.rules import (
    Confirmation,
    ProcedureVersion,
    Promise,
    Step,
    confirmation_for,
    limit_for,
    process_for,
)


@lru_cache(maxsize=512)
def law_by_key(key: str) -> ProcedureVersion:
    """A kept version by its key, read once per process."""
    return ProcedureVersion.from_snapshot(LawSnapshot.objects.get(pk=key).content)


def law_of(dossier: Dossier) -> ProcedureVersion:
    """The procedure as it stood when the dossier was filed; read once per process and content."""
    return law_by_key(dossier.law_id)


def process_of(dossier: Dossier) -> tuple[Step, ...]:
    """Steps of the internal process at the level that resolves it. Refuses: LookupError when the law file has none."""
    process = process_for(law_of(dossier), dossier.level)
    if process is None:
        raise LookupError(f"Thủ tục {dossier.procedure_code} không có quy trình nội bộ cho cấp “{dossier.level}”.")
    return process.steps


def promise_of(dossier: Dossier, *, verified: bool = False) -> Promise:
    """The time limit for the answers of this dossier, by the law it was filed under."""
    return limit_for(law_of(dossier), verified=verified, answers=dossier.answers)


def confirmation_of(dossier: Dossier) -> Confirmation | None:
    """What its applicant must confirm before the result is proposed; None where the law asks for nothing."""
    return confirmation_for(law_of(dossier), dossier.channel)


_kept: set[str] = set()


def keep_law(law: ProcedureVersion) -> str:
    """Keep this version of a procedure by its content and give the key; one INSERT at most per process and version."""
    key = law.key
    if key not in _kept:
        LawSnapshot.objects.get_or_create(pk=key, defaults={"procedure_code": law.code, "content": law.as_snapshot()})
        _kept.add(key)
    return key


def forget_kept_law() -> None:
    """Forget which versions are stored; for a process whose database was replaced (restore, tests)."""
    _kept.clear()
    law_by_key.cache_clear()
