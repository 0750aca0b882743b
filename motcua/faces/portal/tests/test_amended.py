"""The applicant's own page says that the declaration was mended: what, why, and what it does to the fee."""

import pytest

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import AmendReason, Channel
from motcua.counter.dossiers.tests import world

COPIES = {"code": "2.000815", "answers": world.COPY_ANSWERS}


@pytest.fixture
def dossier(lan, minh):
    return acts.receive(
        world.intake(account_id=lan.pk, channel=Channel.DIRECT, **COPIES), by=world.as_actor(minh), at=world.TUESDAY
    )


def amend(dossier, minh, answers, **why):
    acts.amend(dossier, answers=answers, by=world.as_actor(minh), at=world.TUESDAY, **why)


def shown(page, dossier, lang="vi"):
    page.cookies["django_language"] = lang
    return page.get(f"/ho-so-cua-toi/{dossier.pk}/").content.decode()


def test_what_was_mended_and_why_stands_on_the_own_page(page, dossier, minh):
    named = {**world.COPY_ANSWERS, "requester.full_name": "Nguyễn Thị Loan"}
    amend(dossier, minh, named, reason=AmendReason.OTHER, words="Đọc nhầm căn cước.")

    text = shown(page, dossier)

    assert "Nội dung tờ khai được sửa" in text
    assert ("Họ, chữ đệm, tên (người yêu cầu): “Nguyễn Thị Lan” → “Nguyễn Thị Loan”. Lý do: Đọc nhầm căn cước.") in text


def test_a_fee_that_changed_is_told(page, dossier, minh):
    amend(dossier, minh, {**world.COPY_ANSWERS, "document.copies": 5}, reason=AmendReason.ASKED)

    assert "Số bản sao: “3” → “5”. Lý do: Người yêu cầu đề nghị sửa. Phí, lệ phí: 0 đ → 20.000 đ." in shown(
        page, dossier
    )


def test_it_is_told_in_english_too(page, dossier, minh):
    amend(dossier, minh, {**world.COPY_ANSWERS, "document.copies": 5}, reason=AmendReason.MISTYPED)

    text = shown(page, dossier, "en")

    assert "The form you filled in was amended" in text
    assert "Number of copies: “3” → “5”. Reason: Mistyped when it was taken in. Fee: 0 đ → 20.000 đ." in text
