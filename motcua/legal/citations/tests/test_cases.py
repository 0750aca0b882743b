"""Labelled citations: law/citations/cases.yaml (from the fact sheet), the others of our own."""

from pathlib import Path

import pytest
import yaml

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references

LAW = Path(__file__).resolve().parents[4] / "law"
CASES = [
    case
    for name in ("cases.yaml", "cases_more.yaml", "cases_mixed.yaml", "cases_local.yaml")
    for case in yaml.load((LAW / "citations" / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["cases"]
]


def told(reference):
    """A reference in the words of the case files."""
    document = reference.document
    row = {
        "of": document
        if isinstance(document, str)
        else f"{document.type} {document.number or document.name or ''}".strip(),
        "at": ", ".join(reference.paths),
        "dated": None if isinstance(document, str) else document.date,
        "issuer": None if isinstance(document, str) else document.issuer,
        "relation": None if reference.relation == "refer" else reference.relation,
        "warnings": list(reference.warnings),
        "style": list(reference.style),
        "effective": reference.effective,
        "attached": reference.attached,
    }
    return {key: value for key, value in row.items() if value}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_text_cites_exactly_what_its_label_says(case):
    found = references(case["text"], lexicon(LAW))

    assert [told(one) for one in found] == case["cites"]


def test_labels_have_each_their_own_name():
    names = [case["id"] for case in CASES]

    assert sorted(set(names)) == sorted(names)
