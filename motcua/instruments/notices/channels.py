"""Ways to reach a person. A gateway registers itself: `channels.register(MySms())` in its `handler.py`.

A channel registered under a code already taken replaces the one before: a real SMS gateway takes the demo's place.
"""

from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage

from motcua.instruments.notices.models import Notice
from motcua.instruments.notices.rules import Contact


class Channel(Protocol):
    """What a channel must offer."""

    code: str
    is_short: bool
    """Whether it takes the one-line text instead of subject and body."""

    def address(self, contact: Contact) -> str:
        """Where this person is reached on this channel; empty when not at all."""

    def send(self, notice: Notice) -> None:
        """Send, or raise: the job tries again; `jobs.rules.GiveUp` when another try is useless."""


class InApp:
    """The inbox in the system itself: delivered by being written."""

    code, is_short = "in_app", False

    def address(self, contact: Contact) -> str:
        """The account."""
        return str(contact.account_id or "")

    def send(self, notice: Notice) -> None:
        """Nothing to do: the row is the inbox."""


class Email:
    """E-mail through Django's backend."""

    code, is_short = "email", False

    def address(self, contact: Contact) -> str:
        """The e-mail address."""
        return contact.email

    def send(self, notice: Notice) -> None:
        """One message to one person."""
        subject = f"[{settings.PUBLIC_NAME}] {notice.subject}"
        EmailMessage(subject, notice.body, settings.DEFAULT_FROM_EMAIL, [notice.address]).send()


class DemoSms:
    """No real SMS: in a demo the texts go to a file, each line marked; outside a demo there is no SMS channel."""

    code, is_short = "sms", True
    mark = "[THỬ NGHIỆM – KHÔNG GỬI TIN NHẮN THẬT]"

    def address(self, contact: Contact) -> str:
        """The phone number, in a demo."""
        return contact.phone if settings.DEMO else ""

    def send(self, notice: Notice) -> None:
        """One line to `sms-demo.log` in the data folder."""
        with (Path(settings.DATA_DIR) / "sms-demo.log").open("a", encoding="utf-8") as log:
            log.write(f"{self.mark} {notice.address}: {notice.body}\n")


_CHANNELS: dict[str, Channel] = {}


def register(channel: Channel) -> Channel:
    """Use this channel from now on."""
    _CHANNELS[channel.code] = channel
    return channel


def registered() -> tuple[Channel, ...]:
    """Every channel in use."""
    return tuple(_CHANNELS.values())


def named(code: str) -> Channel:
    """The channel with this code. Refuses: KeyError."""
    return _CHANNELS[code]


register(InApp())
register(Email())
register(DemoSms())
