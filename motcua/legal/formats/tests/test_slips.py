"""Many small slips, each told by its one rule and by no other: slips.yaml, which a lawyer can read and add to."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts, spoiled
from motcua.legal.formats.tests.test_right import ND30_DAY, NEW_DAY, told

SLIPS = yaml.load((Path(__file__).parent / "slips.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
KEYS = {"tells", "kind", "at", "page", "number", "drop", "day"}


def spoil(slip):
    """The right document with its one slip."""
    draft = spoiled.old_decision() if slip["kind"] == "old_decision" else getattr(drafts, slip["kind"])()
    draft.page |= slip.get("page", {})
    draft.number |= slip.get("number", {})
    for name in slip.get("drop", ()):
        draft.drop(name)
    changes = {name: value for name, value in slip.items() if name not in KEYS}
    if changes:
        changes["text"] = changes.get("text", draft.line(slip["at"]).text).replace("@LONG", drafts.LONG)
        draft.change(slip["at"], **changes)
    return draft


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['tells']} {slip['kind']}")
def test_a_slip_is_told_by_its_one_rule(slip):
    profile = Profile.QPPL if slip["tells"].startswith(("Q", "K")) else Profile.ND30
    on = slip.get("day") or (NEW_DAY if profile is Profile.QPPL else ND30_DAY)

    report = queries.check(spoil(slip).docx(), profile=profile, on=date.fromisoformat(str(on)))

    assert {one.rule.id for one in report.findings} == {slip["tells"]}, told(report)
