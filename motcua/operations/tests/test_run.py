"""`motcua run`: where it opens, and what a demo does differently."""

import json
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.base.worktime import loader
from motcua.operations.management.commands.run import Command, addressed

MISSING = "Chưa có lịch nghỉ năm sau"
SHOW = "import json; from motcua import settings as s; print(json.dumps([s.EMAIL_BACKEND, str(s.EMAIL_FILE_PATH)]))"


def test_a_taken_port_is_told_before_anything_is_loaded():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=rf"cổng {port} .* make run PORT=8001"):
            call_command("run", "--port", str(port))


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8123"),
        ("mot-cua.vidu.invalid", "http://mot-cua.vidu.invalid:8123"),
        ("0.0.0.0", "http://127.0.0.1:8123"),  # noqa: S104  only spelt
        ("::", "http://127.0.0.1:8123"),
        ("::1", "http://[::1]:8123"),
    ],
)
def test_qr_codes_and_mail_name_the_address_it_opens_at(monkeypatch, host, url):
    monkeypatch.delenv("MOTCUA_SITE_URL", raising=False)

    assert addressed(host, 8123)["MOTCUA_SITE_URL"] == url


def test_a_public_address_stays(monkeypatch):
    monkeypatch.setenv("MOTCUA_SITE_URL", "https://motcua.vidu.invalid")

    assert addressed("127.0.0.1", 8123)["MOTCUA_SITE_URL"] == "https://motcua.vidu.invalid"


@pytest.mark.parametrize(("demo", "backend"), [("on", "filebased"), ("off", "console")])
def test_the_mail_of_a_demo_lies_in_its_folder(tmp_path, demo, backend):
    own = {key: value for key, value in os.environ.items() if not key.startswith("MOTCUA_")}
    environment = {**own, "MOTCUA_DEMO": demo, "MOTCUA_DATA_DIR": str(tmp_path)}

    shown = subprocess.run([sys.executable, "-c", SHOW], env=environment, capture_output=True, check=True)

    assert json.loads(shown.stdout) == [f"django.core.mail.backends.{backend}.EmailBackend", str(tmp_path / "mail")]


def test_a_demo_says_on_which_day_it_stands_only_when_that_is_not_today(settings):
    settings.CLOCK = None
    last = loader.calendar().last
    said = {}

    for name, real in (("early", last - timedelta(days=60)), ("late", last - timedelta(days=3))):
        out = StringIO()
        Command(stdout=out).tell_of_the_demo(datetime(real.year, real.month, real.day, 2, 30, tzinfo=UTC))
        said[name] = MISSING in out.getvalue()

    assert said == {"early": False, "late": True}
