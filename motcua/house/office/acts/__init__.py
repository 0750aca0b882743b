"""Everything that changes the office: its units and posts, who holds them, what is delegated."""

from motcua.house.office.acts.delegations import delegate, revoke_delegation
from motcua.house.office.acts.officers import (
    appoint,
    create_officer,
    end_appointment,
    reset_login,
    set_personal_number,
    switch_account,
)
from motcua.house.office.acts.units import Loaded, load_office

__all__ = [
    "Loaded",
    "appoint",
    "create_officer",
    "delegate",
    "end_appointment",
    "load_office",
    "reset_login",
    "revoke_delegation",
    "set_personal_number",
    "switch_account",
]
