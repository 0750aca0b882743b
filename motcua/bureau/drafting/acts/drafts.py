"""A draft: begun, edited, given versions of its text, stopped or written anew."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max

from motcua.bureau.drafting import access, loader, queries, rules
from motcua.bureau.drafting.acts.base import begin, moved, note, words
from motcua.bureau.drafting.choices import Act
from motcua.bureau.drafting.models import Draft, DraftVersion, ProgrammeItem
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as files


@dataclass(frozen=True, kw_only=True)
class DraftGiven:
    """What a draft is to become, who writes it, when it shall be issued and the body meets."""

    kind: str
    title: str
    lead: str
    planned_on: date
    reason: str = ""
    meeting_on: date | None = None
    is_urgent: bool = False
    urgent_reason: str = ""


@transaction.atomic
def start_draft(given: DraftGiven, *, by: Actor, at: datetime, item: ProgrammeItem | None = None) -> Draft:
    """Begin a draft, of the programme or on its own.

    Refuses: NotAllowed (also for another unit's programme), NotThatWay when this body may not issue this kind on the
    planned day, with the reason [64/2025/QH15, 4].
    """
    if item is not None:
        access.require(by, access.WRITE, item.programme.unit_id)
        if item.dropped_reason or item.drafts.exclude(state="stopped").exists():
            raise rules.NotThatWay("Văn bản này của chương trình đã có dự thảo hoặc đã được đưa ra.")
    agency = office.directory().agency(access.own_unit(by))
    values = _checked(given, agency.level)
    facts = {"kind": given.kind, "title": given.title.strip(), "planned_on": given.planned_on.isoformat()}
    return begin(Draft, Act.START, by=by, at=at, facts=facts, item=item, **values)


@transaction.atomic
def edit_draft(draft: Draft, given: DraftGiven, *, by: Actor, at: datetime) -> Draft:
    """Correct what the draft says of itself. Refuses: NotAllowed, ActNotOpen, NotThatWay as `start_draft` does."""
    draft = moved(draft, Act.EDIT, by=by)
    values = _checked(given, office.directory().unit(draft.agency_id).level)
    changed = {name: value for name, value in values.items() if getattr(draft, name) != value}
    if not changed:
        return draft
    for name, value in changed.items():
        setattr(draft, name, value)
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in changed.items()}
    note(draft, Act.EDIT, by=by, at=at, fields=tuple(changed), changed=plain)
    return draft


def _checked(given: DraftGiven, level: str) -> dict[str, object]:
    answer = loader.law().may_issue(given.kind, level, given.planned_on)
    if not answer.may:
        raise rules.NotThatWay(answer.why)
    if given.is_urgent and not given.urgent_reason.strip():
        raise rules.NotThatWay("Nêu lý do áp dụng trình tự, thủ tục rút gọn.")
    return {
        "kind": given.kind,
        "title": words(given.title, "Ghi tên gọi của văn bản."),
        "lead": words(given.lead, "Ghi cơ quan chủ trì soạn thảo."),
        "planned_on": given.planned_on,
        "reason": given.reason.strip(),
        "meeting_on": given.meeting_on,
        "is_urgent": given.is_urgent,
        "urgent_reason": given.urgent_reason.strip() if given.is_urgent else "",
    }


@transaction.atomic
def add_version(
    draft: Draft, file: bytes | File[bytes], *, name: str, by: Actor, at: datetime, text: str = ""
) -> DraftVersion:
    """Add a version of the text; the file is kept as it came, `text` is what changed.

    Refuses: NotAllowed, ActNotOpen, NotAccepted (vault), NotThatWay for the same file again.
    """
    draft = moved(draft, Act.ADD_VERSION, by=by)
    stored = vault.store(file, name=name, by=by, at=at, purpose="draft_version")
    last = draft.versions.select_related("file").order_by("-number").first()
    if last is not None and last.file.sha256 == stored.sha256:
        raise rules.NotThatWay(f"Tệp này giống hệt phiên bản {last.number}.")
    number = (draft.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = DraftVersion.objects.create(
        draft=draft,
        number=number,
        file=stored,
        text=queries.words_of(files.read(stored), stored.mime),
        note=text.strip(),
        added_at=at,
        added_by=by.name,
    )
    note(draft, Act.ADD_VERSION, by=by, at=at, number=number, sha256=stored.sha256, note=version.note)
    return version


@transaction.atomic
def stop_draft(draft: Draft, *, reason: str, by: Actor, at: datetime) -> Draft:
    """Stop drafting before issue («dừng soạn thảo»); open rounds and postings end with it.

    Refuses: NotAllowed, ActNotOpen, NotThatWay without a reason.
    """
    draft = moved(draft, Act.STOP, by=by, right=access.DECIDE)
    draft.stopped_reason = words(reason, "Nêu lý do dừng soạn thảo.")
    on = at.astimezone(queries.VN).date()
    draft.rounds.filter(closed_on__isnull=True).update(closed_on=on)
    draft.postings.filter(closed_on__isnull=True).update(closed_on=on)
    note(draft, Act.STOP, by=by, at=at, fields=("state", "stopped_reason"), reason=draft.stopped_reason)
    return draft


@transaction.atomic
def rework(draft: Draft, *, reason: str, by: Actor, at: datetime) -> Draft:
    """Write the text anew after an appraisal or a return; opinions and appraisal follow again.

    Refuses: NotAllowed, ActNotOpen, NotThatWay without a reason.
    """
    draft = moved(draft, Act.REWORK, by=by)
    note(draft, Act.REWORK, by=by, at=at, fields=("state",), reason=words(reason, "Nêu lý do soạn thảo lại."))
    return draft
