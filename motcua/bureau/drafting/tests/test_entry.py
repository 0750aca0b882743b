"""An issued text stands in the register of legal documents, and what is done to it afterwards stands there too."""

from datetime import date, timedelta

import pytest

from motcua.bureau.drafting import acts, rules
from motcua.bureau.drafting.acts import entry
from motcua.bureau.drafting.choices import HandlingForm
from motcua.bureau.drafting.models import Draft
from motcua.bureau.drafting.tests import planted, world
from motcua.bureau.drafting.tests.world import AT, later
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts as lawbase
from motcua.legal.lawbase import queries as register
from motcua.legal.lawbase.acts.facts import Facts
from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.models import LegalDocument

BASED = (
    "QUYẾT ĐỊNH",
    "Ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ",
    "Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và quản lý chợ;",
    *world.TEXT[2:],
)
ISSUER = "Ủy ban nhân dân phường Tam Kỳ"


def handling(form, number="15/QĐ-UBND", days=20):
    return acts.HandlingGiven(
        form=form, number=number, decided_on=later(days).date(), body="Ủy ban nhân dân thành phố Đà Nẵng",
        reason="Trái Nghị định.",
    )  # fmt: skip


@pytest.fixture
def made(drafts, appraises, signs, numbers):
    planted.register(AT)
    ready = world.adopted(drafts, appraises, signs)
    return acts.issue(ready, world.signed(), file=world.file(*BASED), by=numbers, at=later(6, 14))


def other(**changes):
    values = {
        "issuer": ISSUER, "type": "Quyết định", "number": "01/2026/QĐ-UBND", "issued_on": later(6).date(),
        "effective_on": later(16).date(), "title": world.given().title,
    }  # fmt: skip
    keeper = office.directory().unit("P20341").id
    return lawbase.register(Facts(**(values | changes)), keeper_id=keeper, by=SYSTEM, at=AT)


def test_issuing_enters_the_text_with_its_facts_days_and_bases(made):
    kept = made.document

    assert (kept.issuer, kept.type, kept.number, kept.issued_on, kept.effective_on) == (
        ISSUER, "Quyết định", made.number, made.signed_on, made.effective_on,
    )  # fmt: skip
    assert (kept.title, kept.issuer_unit_id, kept.drafts.get()) == (made.title, made.agency_id, made)
    assert register.state_of(kept, on=made.effective_on - timedelta(days=1)) == EffectState.NOT_YET
    assert "Quy chế quản lý chợ" in register.current_text(kept).text
    based = [(one.target.number, one.is_read, one.confirmed_at) for one in kept.outgoing.filter(kind="based_on")]
    assert based == [("60/2024/NĐ-CP", True, None)]


def test_entering_twice_changes_nothing(made, numbers):
    before = LegalDocument.objects.count()
    entry.enter(made, by=numbers, at=later(7))
    made.document = None
    entry.enter(made, by=numbers, at=later(7))

    assert (LegalDocument.objects.count(), made.document.versions.count()) == (before, 1)


def test_the_same_document_in_the_register_is_taken(drafts, appraises, signs, numbers):
    kept = other()
    made = acts.issue(world.adopted(drafts, appraises, signs), world.signed(order=1), by=numbers, at=later(6, 14))

    assert made.document == kept


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "Quy định khác"}, "khác về tên gọi"),
        ({"issued_on": date(2026, 3, 1), "effective_on": date(2026, 3, 11)}, "khác về ngày ban hành, ngày có hiệu lực"),
    ],
)
def test_a_document_of_this_number_that_differs_is_refused(drafts, appraises, signs, numbers, changes, words):
    other(**changes)
    ready = world.adopted(drafts, appraises, signs)

    with pytest.raises(rules.NotThatWay, match=words):
        acts.issue(ready, world.signed(order=1), by=numbers, at=later(6, 14))
    assert Draft.objects.get(pk=ready.pk).number == ""


@pytest.mark.parametrize(
    ("form", "state", "kind"),
    [
        (HandlingForm.SUSPEND, EffectState.SUSPENDED, "stayed"),
        (HandlingForm.REPEAL, EffectState.EXPIRED, "repealed"),
    ],
)
def test_a_decision_on_an_unlawful_text_is_a_confirmed_event_with_its_source(made, signs, form, state, kind):
    acts.handle_text(made, handling(form), by=signs, at=later(20))
    kept = made.document

    event = kept.events.get(kind=kind)
    assert (event.standing, event.on, event.acting.number) == ("confirmed", later(20).date(), "15/QĐ-UBND")
    assert register.state_of(kept, on=later(21).date()) == state


def test_a_correction_is_a_confirmed_relation_and_leaves_the_effect(made, signs):
    acts.handle_text(made, handling(HandlingForm.CORRECT, "20/CV-UBND"), by=signs, at=later(20))

    relation = made.document.incoming.get(kind="corrects")
    assert (relation.source.number, relation.confirmed_at is not None) == ("20/CV-UBND", True)
    assert register.state_of(made.document, on=later(30).date()) == EffectState.IN_FORCE
