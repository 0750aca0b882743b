"""Who walks: a page that looks at every place it comes to with axe, and remembers what it typed."""

import json
import time
from hashlib import sha1, sha256
from hmac import new as hmac
from pathlib import Path

from playwright.sync_api import Download, Error, Locator, Page

from tests.journeys.house import House

AXE = (Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
LOOK = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
PASSWORD = "motcua-demo"
WIDE, NARROW = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


def code_of(officer: str) -> str:
    """The six figures an authenticator app shows for this officer of the demo (RFC 6238)."""
    secret = sha256(officer.encode()).digest()[:20]
    digest = hmac(secret, int(time.time() // 30).to_bytes(8, "big"), sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


class Walker:
    """A person at a screen."""

    def __init__(self, page: Page, house: House) -> None:
        self.page, self.house, self.typed = page, house, 0
        self.complaints: list[str] = []
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        page.on("console", self._heard)

    def _heard(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    # --- going places ---------------------------------------------------------
    def go(self, path: str) -> "Walker":
        self.page.goto(path if path.startswith("http") else self.house.url + path)
        return self.look()

    def look(self) -> "Walker":
        """Axe finds nothing serious here, and the page's scripts did not fail."""
        try:
            violations = self._violations()
        except Error as problem:
            if "Execution context was destroyed" not in str(problem):
                raise
            violations = self._violations()  # the page went on to the next one meanwhile
        found = [
            f"{one['id']} ({one['impact']}): {one['help']} – {[node['html'][:160] for node in one['nodes'][:3]]}"
            for one in violations
            if one["impact"] in {"serious", "critical"}
        ]
        assert found == [], f"{self.page.url}: {json.dumps(found, ensure_ascii=False, indent=1)}"
        assert self.complaints == [], self.page.url
        return self

    def _violations(self) -> list[dict]:
        self.page.wait_for_load_state("load")
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE)
        return self.page.evaluate(LOOK)

    def press(self, name: str, *, role: str = "button") -> "Walker":
        """Click what carries this name and look at what comes."""
        reached = self.page.locator(":not([tabindex='-1'])")
        self.page.get_by_role(role, name=name, exact=True).and_(reached).first.click()
        return self.look()

    def follow(self, name: str) -> "Walker":
        return self.press(name, role="link")

    # --- reading -----------------------------------------------------------------
    @property
    def words(self) -> str:
        return " ".join(self.page.inner_text("body").split())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.house.url)

    def sees(self, *sentences: str) -> "Walker":
        for sentence in sentences:
            assert sentence in self.words, f"{self.path} does not say “{sentence}” but: {self.words[:1500]}"
        return self

    def fetch(self, path: str) -> tuple[int, bytes, str]:
        """Status, body and final address of a request with this person's session, without opening it."""
        answer = self.page.request.get(path if path.startswith("http") else self.house.url + path)
        return answer.status, answer.body(), answer.url.removeprefix(self.house.url)

    def download(self, link: Locator) -> bytes:
        with self.page.expect_download() as begun:
            link.click()
        download: Download = begun.value
        return Path(download.path()).read_bytes()

    # --- filling in ---------------------------------------------------------------
    def fill(self, values: dict[str, str]) -> "Walker":
        """Answer questions by the names of their fields: text, choice, tick."""
        for name, value in values.items():
            self._answer(name, value)
        return self

    def answer(self, known: dict[str, str]) -> "Walker":
        """Answer those of the known questions that this page asks."""
        for name, value in known.items():
            fields = self.page.locator(f'[name="{name}"]:not([type=hidden])')
            if fields.count() and fields.first.is_visible():
                self._answer(name, value)
        return self

    def _answer(self, name: str, value: str) -> None:
        field = self.page.locator(f'[name="{name}"]:not([type=hidden])').first
        kind = field.get_attribute("type") or ""
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        elif kind == "radio":
            self.page.locator(f'[name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            field.check()
        else:
            field.fill(value)

    def type(self, keys: str) -> "Walker":
        """Type at the keyboard, each key counted."""
        self.page.keyboard.type(keys)
        self.typed += len(keys)
        return self

    def key(self, name: str) -> "Walker":
        self.page.keyboard.press(name)
        self.typed += 1
        return self

    # --- an officer's day -------------------------------------------------------------
    def act(self, key: str, name: str, **fields: str) -> "Walker":
        """Choose an act on the dossier's page, answer what it asks, do it."""
        self.go(f"/mot-cua/ho-so/{key}/")
        self.page.locator(".acts").get_by_role("link", name=name).first.click()
        self.look().fill(fields).press(name)
        return self.sees(f"{name}: đã xong")

    @property
    def due(self) -> str:
        """The due moment on the open dossier's page."""
        return self.page.locator(".dossier-due strong").inner_text()

    # --- the narrow screen ----------------------------------------------------------
    def overflow(self) -> int:
        """By how many pixels the page is wider than the screen."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


HALF_MINUTE = 30
"""A code of the second factor lives so many seconds."""


def log_in(walker: Walker, who: str) -> Walker:
    """Through the real login page, and for officers through the second factor."""
    walker.go("/tai-khoan/dang-nhap/").fill({"login": who, "password": PASSWORD})
    walker.press("Đăng nhập")
    for _ in range(2):
        if "/hai-lop/ma/" not in walker.page.url:
            break
        walker.fill({"code": code_of(who)})
        walker.press("Tiếp tục")
        if "Đợi mã mới" in walker.words:  # the half minute ended while typing, or this code was used a moment ago
            walker.page.wait_for_timeout(1000 * (HALF_MINUTE + 1 - time.time() % HALF_MINUTE))
    assert "/tai-khoan/" not in walker.page.url, walker.words[:400]
    return walker
