"""The parts of a procedure as the law files hold them: each with its days of effect, citation and certainty.

`from_on`/`to_on` are both inside the effect; `by` cites (`60/2014/QH13, 18.2; 07/2025/NĐ-CP`), `source` names where
it was read, `sure` how certain it is. Vietnamese words: «thẩm quyền» competence, «thời hạn giải quyết» time limit,
«phí, lệ phí» fee, «thành phần hồ sơ» papers, «quy trình nội bộ» process, «kết quả» result, «sổ» register.
"""

from dataclasses import dataclass
from datetime import date

from motcua.legal.procedures.choices import (
    Channel,
    Elsewhere,
    FeeKind,
    FeePer,
    Level,
    OnlineLevel,
    PaperKind,
    PaperRole,
    Place,
    ReturnWay,
    Sure,
)
from motcua.legal.procedures.rules.conditions import Condition


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Days of effect and provenance; every part of a procedure has them."""

    from_on: date
    to_on: date | None = None
    by: str = ""
    source: str = ""
    sure: Sure = Sure.HIGH

    def holds_on(self, day: date) -> bool:
        """Whether the part is in effect on that day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, kw_only=True)
class Title(Dated):
    """The name in those years, where the published name changed."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Decision(Dated):
    """The decision that publishes the procedure («quyết định công bố»); `by` is its number."""


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs the result: a role, the title printed on the paper, the seal, the level where the signer sits."""

    role: str
    title: str
    seal: str
    level: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Competence(Dated):
    """«Thẩm quyền»: which level decides, when, which office of that level, and who signs."""

    level: Level
    signer: Signer
    when: Condition | None = None
    place: Place = Place.ANY
    place_keys: tuple[str, ...] = ()
    elsewhere: Elsewhere = Elsewhere.GUIDE


@dataclass(frozen=True, kw_only=True)
class TimeLimit(Dated):
    """«Thời hạn giải quyết» in the Limit notation (`same_day`, `3wd`, `15d`); `verified` when facts must be checked."""

    key: str
    limit: str
    verified: str = ""
    verified_sure: Sure = Sure.HIGH
    when: Condition | None = None
    cut_off: str = ""


@dataclass(frozen=True, kw_only=True)
class Exemption(Dated):
    """A ground on which fees fall away («trường hợp miễn»)."""

    key: str
    name: str
    name_en: str = ""
    when: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class Fee(Dated):
    """«Phí, lệ phí» in whole đồng. `first_pages` cost `vnd` each, later pages `then_vnd`, a copy never over `cap_vnd`.

    `local` fees are set by the provincial council: `vnd` is None until office/fees.yaml gives it.
    """

    key: str
    name: str
    kind: FeeKind
    per: FeePer
    name_en: str = ""
    vnd: int | None = None
    count: str = ""
    first_pages: int = 0
    then_vnd: int = 0
    cap_vnd: int = 0
    when: Condition | None = None
    exempt: tuple[str, ...] = ()
    local: bool = False
    free_because: str = ""
    free_because_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper(Dated):
    """One paper of the dossier. `case` says in words when it is needed, `when` says it to the machine.

    `instead_of` names the paper it may stand in for; `replaced_by_data`: not asked when the database has it.
    """

    key: str
    name: str
    role: PaperRole
    name_en: str = ""
    kind: PaperKind = PaperKind.ORIGINAL
    count: int = 1
    when: Condition | None = None
    case: str = ""
    case_en: str = ""
    instead_of: str = ""
    replaced_by_data: bool = False
    channels: tuple[Channel, ...] = ()
    component: str = ""


@dataclass(frozen=True, kw_only=True)
class Rule(Dated):
    """A rule of eligibility: when `when` holds there is a problem; `blocks` forbids receiving, else it is advice."""

    id: str
    when: Condition
    message: str
    message_en: str = ""
    field: str = ""
    blocks: bool = True
    instead: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer the counter may tick."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Look(Dated):
    """What the counter looks at and answers beside the form («kiểm tra tại quầy»); no choices: yes or no."""

    key: str
    name: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Duty(Dated):
    """What the office must also do («nghĩa vụ kèm theo»): inform another registry, post a notice, lock a record."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Confirmation(Dated):
    """The applicant confirms the draft of the result before it is entered («xác nhận bản dự thảo»); silence confirms.

    `limit` is how long an answer may take, in calendar (`1d`) or working days (`1wd`); `channels` whom it is asked of.
    """

    key: str
    text: str
    limit: str
    channels: tuple[Channel, ...]


@dataclass(frozen=True, kw_only=True)
class Eform(Dated):
    """The form of law/forms/<key>.yaml."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the internal process; `share` is its part of the time limit in per cent."""

    code: str
    name: str
    role: str
    share: int
    name_en: str = ""
    level: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Process(Dated):
    """«Quy trình nội bộ» of one level."""

    level: Level
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Result(Dated):
    """A result paper: our key, the national code, how many originals."""

    key: str
    name: str
    name_en: str = ""
    code: str = ""
    originals: int = 1


@dataclass(frozen=True, kw_only=True)
class Register(Dated):
    """The book the result is entered in («sổ»); `sign` is the suffix of its numbers."""

    key: str
    name: str
    code: str = ""
    sign: str = ""


@dataclass(frozen=True, kw_only=True)
class Online(Dated):
    """«Mức độ dịch vụ công trực tuyến»."""

    level: OnlineLevel


@dataclass(frozen=True, kw_only=True)
class Filing(Dated):
    """A channel by which the dossier may be filed."""

    key: Channel


@dataclass(frozen=True, kw_only=True)
class Handing(Dated):
    """A way by which the result may be received."""

    key: ReturnWay
