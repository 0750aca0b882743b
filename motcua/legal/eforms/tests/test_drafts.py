"""Drafts: kept at each step, resumed, owned, sent once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from motcua.legal.eforms import access, acts, queries
from motcua.legal.eforms.models import Draft
from motcua.legal.eforms.tests.answers import DAY

AT = datetime(2025, 8, 8, 2, 0, tzinfo=UTC)
CODE = "1.001193"
pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Someone:
    account_id: UUID | None = None


STRANGER = Someone()


@pytest.fixture
def lan():
    return Someone(account("lan"))


@pytest.fixture
def tuan():
    return Someone(account("tuan"))


def account(name):
    return get_user_model().objects.create(login=name, full_name=name, created_at=AT).pk


def save(by, answers, *, session="s1", at=AT, step="child"):
    form = queries.form("birth", DAY)
    return acts.save_draft(
        by=by, session_key=session, procedure_code=CODE, form=form, answers=answers, step=step, at=at
    )


def test_a_draft_is_kept_as_typed_and_resumed(lan):
    save(lan, {"child.full_name": "  Nguyễn 😀", "child.birth_date.day": "31", "csrfmiddlewaretoken": "x"})

    found = access.open_draft(lan, CODE, session_key="another", at=AT)

    assert found.answers == {"child.full_name": "  Nguyễn 😀", "child.birth_date.day": "31"}
    assert (found.step, found.form_key, str(found.form_version)) == ("child", "birth", "2025-07-01")


def test_steps_add_up_in_one_draft_with_one_submission_key(lan):
    first = save(lan, {"child.sex": "male"})
    second = save(lan, {"mother.full_name": "Lan"}, step="mother", at=AT + timedelta(minutes=5))

    assert first.pk == second.pk
    assert first.submission_key == second.submission_key
    assert Draft.objects.get().answers == {"child.sex": "male", "mother.full_name": "Lan"}


def test_a_strangers_draft_belongs_to_the_session():
    save(STRANGER, {"child.sex": "male"})

    assert access.open_draft(STRANGER, CODE, session_key="s1", at=AT) is not None
    assert access.open_draft(STRANGER, CODE, session_key="s2", at=AT) is None
    assert access.open_draft(STRANGER, CODE, session_key="", at=AT) is None


def test_another_account_sees_nothing(lan, tuan):
    draft = save(lan, {"child.sex": "male"})

    assert access.open_draft(tuan, CODE, session_key="s1", at=AT) is None
    assert acts.discard_draft(draft, by=tuan, session_key="s1", at=AT) is False
    assert access.readable_drafts(tuan, session_key="s1", at=AT) == ()


def test_a_stranger_without_a_session_keeps_nothing():
    with pytest.raises(PermissionError):
        save(STRANGER, {"child.sex": "male"}, session="")


def test_only_the_first_of_two_clicks_uses_the_draft(lan):
    draft = save(lan, {"child.sex": "male"})

    assert acts.discard_draft(draft, by=lan, session_key="s1", at=AT) is True
    assert acts.discard_draft(draft, by=lan, session_key="s1", at=AT) is False


def test_a_draft_expires_after_thirty_days(lan):
    save(lan, {"child.sex": "male"})
    late = AT + timedelta(days=30)

    assert access.open_draft(lan, CODE, session_key="", at=late - timedelta(seconds=1)) is not None
    assert access.open_draft(lan, CODE, session_key="", at=late) is None
    assert save(lan, {"child.sex": "female"}, at=late).answers == {"child.sex": "female"}


def test_expired_drafts_are_purged(lan):
    save(lan, {"child.sex": "male"})

    assert acts.purge_drafts(at=AT + timedelta(days=29)) == 0
    assert acts.purge_drafts(at=AT + timedelta(days=30)) == 1


def test_after_login_the_sessions_draft_becomes_the_accounts(lan):
    save(STRANGER, {"child.sex": "male"})

    assert acts.adopt_drafts(by=lan, session_key="s1", at=AT) == 1
    assert access.open_draft(lan, CODE, session_key="new", at=AT).answers == {"child.sex": "male"}
    assert access.open_draft(STRANGER, CODE, session_key="s1", at=AT) is None


@pytest.mark.parametrize(("minutes", "stays"), [(5, "female"), (-5, "male")])
def test_of_two_drafts_the_later_saved_stays_after_login(lan, minutes, stays):
    save(lan, {"child.sex": "male"})
    save(STRANGER, {"child.sex": "female"}, at=AT + timedelta(minutes=minutes))

    acts.adopt_drafts(by=lan, session_key="s1", at=AT + timedelta(minutes=6))

    assert [draft.answers for draft in Draft.objects.all()] == [{"child.sex": stays}]


def test_text_no_database_holds_is_kept_without_the_offence(lan):
    save(lan, {"child.home_town": "Tam\x00 Kỳ \ud800"})

    assert Draft.objects.get().answers == {"child.home_town": "Tam Kỳ ?"}


def test_a_draft_too_long_is_refused_and_the_old_one_stays(lan):
    save(lan, {"child.sex": "male"})

    with pytest.raises(acts.DraftTooLong, match="Rút gọn"):
        save(lan, {"child.home_town": "A" * 300_000})
    assert Draft.objects.get().answers == {"child.sex": "male"}


def test_the_unfinished_forms_are_listed_by_name(lan):
    save(lan, {"child.sex": "male"})

    rows = access.readable_drafts(lan, session_key="", at=AT)

    assert [(row.procedure_code, row.form_name, row.step) for row in rows] == [
        (CODE, "Tờ khai đăng ký khai sinh", "child")
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"session_key": ""},
        {"expires_at": AT},
    ],
)
def test_the_database_refuses_a_draft_without_owner_or_life(broken):
    row = {"session_key": "s1", "procedure_code": CODE, "form_key": "birth", "form_version": DAY, "updated_at": AT,
           "expires_at": AT + timedelta(days=1)}  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(**row | broken)


def test_the_database_refuses_a_second_draft_for_one_procedure(lan):
    first = save(lan, {})

    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(account_id=lan.account_id, procedure_code=CODE, form_key="birth", form_version=DAY,
                             updated_at=AT, expires_at=first.expires_at)  # fmt: skip
