"""How long a receipt and a signature take; both are made outside the request or once a dossier."""

from time import perf_counter, process_time
from typing import Any

from bench.fill import NOW
from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.models import Dossier
from motcua.instruments.printing import queries as printing
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing.models import SigningKey
from motcua.instruments.signing.rules import Signer

TIMES = 10


def measure() -> dict[str, dict[str, float]]:
    """Receipt: its number and row, and the PDF/A. Signature: PAdES over that PDF."""
    dossier = Dossier.objects.filter(state="received").order_by("id")[0]
    slip = acts.issue_receipt(dossier, at=NOW)
    paper = queries.slip_paper(dossier, slip, list(dossier.papers.order_by("no")))
    pdf = printing.render(paper)
    key = SigningKey.objects.filter(holder_kind="person").order_by("pk")[0]
    signer = Signer(holder_id=key.holder_id, name="Nguyễn Thị Hoa", title="Phó Chủ tịch", unit_name="UBND phường")
    return {
        "receipt, PDF/A": _times(lambda: printing.render(paper)),
        "signature, PAdES": _times(lambda: signing.sign(pdf, key=key, signer=signer, at=NOW)),
    }


def _times(call: Any) -> dict[str, float]:
    call()
    seconds, before = [], process_time()
    for _ in range(TIMES):
        began = perf_counter()
        call()
        seconds.append(perf_counter() - began)
    used = process_time() - before
    return {"p50_ms": round(sorted(seconds)[TIMES // 2] * 1000, 1), "cpu_ms": round(used / TIMES * 1000, 1)}
