"""Dossiers brought to a state by the acts an office does, for tests of what comes next."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import Channel
from motcua.counter.dossiers.tests.world import STATUS_ANSWERS, TUESDAY, as_actor, intake
from motcua.house.office.tests import people
from motcua.legal.procedures import rules as law


@dataclass
class Cast:
    """Who works in the ward, and Lan who applies."""

    minh: object
    hanh: object
    hoa: object
    thu: object
    lan: object

    def who(self, name):
        return getattr(self, name)

    @property
    def by(self):
        """Actors of the day by name."""
        return SimpleNamespace(**{name: as_actor(one) for name, one in vars(self).items()})


def submitted(cast, **changes):
    fees = law.fee_lines(intake().law, answers=STATUS_ANSWERS, channel="online", on=TUESDAY.date())
    given = {"account_id": cast.lan.pk, "channel": Channel.ONLINE, "fees": fees, **changes}
    return acts.submit(intake(**given), by=cast.by.lan, at=TUESDAY)


def supplement_before(cast):
    return acts.ask_before(submitted(cast), items=["Ảnh rõ hơn"], reason="Mờ.", by=cast.by.minh, at=TUESDAY)


def fee_asked(cast):
    return acts.ask_fee(submitted(cast), by=cast.by.minh, at=TUESDAY)


def declined(cast):
    return acts.decline(submitted(cast), reason="Không thuộc thẩm quyền.", by=cast.by.minh, at=TUESDAY)


def received(cast, **changes):
    return acts.receive(intake(**changes), by=cast.by.minh, at=TUESDAY)


def in_progress(cast, **changes):
    return acts.take_up(received(cast, **changes), officer=cast.hanh, by=cast.by.hanh, at=TUESDAY)


def supplement_asked(cast):
    return acts.ask_supplement(in_progress(cast), items=["Giấy báo tử"], reason="Chưa rõ.", by=cast.by.hanh, at=TUESDAY)


def consulting(cast):
    until = TUESDAY + timedelta(days=2)
    return acts.consult(
        in_progress(cast), asked="UBND phường Bàn Thạch", question="Xác minh", answer_by=until, by=cast.by.hanh,
        at=TUESDAY,
    )  # fmt: skip


def filed_in_progress(cast, **changes):
    """Filed online by Lan, accepted, taken up: the law wants its draft confirmed."""
    filed = acts.receive_submitted(submitted(cast, **changes), by=cast.by.minh, at=TUESDAY)
    return acts.take_up(filed, officer=cast.hanh, by=cast.by.hanh, at=TUESDAY)


def confirm_asked(cast, **changes):
    dossier = filed_in_progress(cast, **changes)
    acts.send_draft(dossier, by=cast.by.hanh, at=TUESDAY)
    return fresh(dossier)


def confirmed(cast, **changes):
    return acts.confirm_draft(confirm_asked(cast, **changes), by=cast.by.lan, at=TUESDAY)


def proposed(cast, **changes):
    return acts.propose(in_progress(cast, **changes), grant=True, by=cast.by.hanh, at=TUESDAY)


def proposed_refusal(cast):
    return acts.propose(in_progress(cast), grant=False, reason="Đang có chồng.", by=cast.by.hanh, at=TUESDAY)


def signed(cast, **changes):
    dossier = proposed(cast, **changes)
    acts.sign(dossier, by=cast.by.hoa, at=TUESDAY)
    return fresh(dossier)


def done(cast, **changes):
    return acts.release(signed(cast, **changes), by=cast.by.thu, at=TUESDAY)


def refused(cast):
    return acts.refuse(proposed_refusal(cast), reason="Đang có chồng.", by=cast.by.hoa, at=TUESDAY)


def fresh(dossier):
    return type(dossier).objects.get(pk=dossier.pk)


def cast_of(minh, hanh, hoa, thu):
    return Cast(minh, hanh, hoa, thu, people.lan())
