"""The justice division of Tam Kỳ and ward An Mỹ in November 2024; Lan brings her papers."""

from motcua.base.vn.rules import fold
from motcua.counter.dossiers import queries as dossiers
from motcua.counter.dossiers.models import Dossier
from motcua.house.office import queries as office
from motcua.house.office.tests import people
from motcua.legal.procedures import queries as procedures
from motcua.trades.certification import acts, rules
from motcua.trades.certification.choices import BookKind

AT, ON = people.AT, people.ON
CODES = {"certification.copy": "2.000815", "certification.signature": "2.000884"}


def minh():
    """Keeps the books of the ward."""
    return people.officer("minh", "Trần Văn Minh", "X20341.TPHT")


def hoa():
    """Certifies for the chair of the ward."""
    return people.officer("hoa", "Lê Thị Hoa", "X20341.PCT")


def unit(code: str = "X20341"):
    return office.directory().unit(code)


def dossier(trade: str, answers: dict, *, unit_code: str = "X20341", fee_vnd: int = 1) -> Dossier:
    """One dossier being settled: one row."""
    here, law = unit(unit_code), procedures.get(CODES[trade], ON)
    return Dossier.objects.create(
        agency_id=office.directory().agency(here).id,
        received_unit_id=here.id,
        unit_id=here.id,
        desk_unit_id=here.id,
        secret="ABC234",
        state="proposed",
        proposal="grant",
        channel="direct",
        procedure_code=law.code,
        procedure_name=law.name,
        trade=trade,
        level=here.level,
        law_id=dossiers.keep_law(law),
        answers={"requester.full_name": "Nguyễn Thị Lan", "requester.personal_number": "099190000123"} | answers,
        applicant_name="Nguyễn Thị Lan",
        applicant_key=fold("Nguyễn Thị Lan"),
        submitted_at=AT,
        step_role="head",
        step_name="Ký duyệt",
        fee_vnd=fee_vnd,
    )


def papers(*names: str) -> dict:
    """Several papers of one visitor, as the counter writes them."""
    return {f"document{no}.kind": name for no, name in enumerate(names, start=1)}


def certified(by, *names: str, kind=BookKind.COPY, at=AT, unit_code: str = "X20341", requester: str = "Nguyễn Thị Lan"):
    """Lines written in the book of a unit."""
    here = unit(unit_code)
    request = acts.Request(
        kind=kind,
        requester=requester,
        requester_paper="099190000123",
        papers=[(rules.Original(name, copies=2), 4000) for name in names or ("Căn cước công dân",)],
        signer="Lê Thị Hoa",
        title="Phó Chủ tịch",
        performed_by="Trần Văn Minh",
    )
    return acts.certify(request, agency=here, unit=here, by=by, at=at)
