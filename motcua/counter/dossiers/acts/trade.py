"""How a trade (civil status, certification) plugs in: it drafts the result, and settles the dossier at signing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from motcua.counter.dossiers.models import Dossier
from motcua.house.office.rules import Actor


@dataclass(frozen=True)
class Settlement:
    """What a trade made of a dossier: the paper to print and sign, its number and its line in a register."""

    kind: str
    name: str
    number: str
    paper: Any
    national_code: str = ""
    register_ref: str = ""


class Trade(Protocol):
    """One kind of justice work, registered under the `trade` key of its procedures."""

    def draft(self, dossier: Dossier, *, at: datetime) -> Any:
        """The result as it would be printed now, without a number («dự thảo»). Changes nothing."""

    def settle(self, dossier: Dossier, *, signer: str, title: str, by: Actor, at: datetime) -> Settlement:
        """Write the register entry or book line and give the numbered paper. Called inside the act of signing."""


_TRADES: dict[str, Trade] = {}


def register_trade(key: str, trade: Trade) -> None:
    """Plug a trade in under a key such as `civil_status.birth`. Refuses: ValueError when the key is taken."""
    if _TRADES.setdefault(key, trade) is not trade:
        raise ValueError(f"Trade {key} is registered twice.")


def trade_of(dossier: Dossier) -> Trade:
    """The trade that settles this dossier. Refuses: LookupError when none is registered for its key."""
    try:
        return _TRADES[dossier.trade]
    except KeyError:
        raise LookupError(f"Chưa có nghiệp vụ “{dossier.trade}” cho thủ tục {dossier.procedure_code}.") from None
