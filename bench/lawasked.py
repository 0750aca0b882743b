"""One database of legal documents: filled, or asked; MOTCUA_DATABASE_URL says which. `bench.lawsearch` starts it."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import django
import yaml

RECORD = Path(__file__).resolve().parents[1] / "motcua" / "demo" / "tests" / "found.txt"
ALPHABET = "abcdefghiklmnopqrstuvxy"
COMMON = ("quyết định", "điều", "ủy ban nhân dân", "quy định của pháp luật", "cơ quan có thẩm quyền", "và của các",
    "trách nhiệm của cơ quan nhà nước", "thủ tục hành chính", "mức phạt tiền", "thời hạn giải quyết hồ sơ",
    "cá nhân, tổ chức", "đăng ký khai sinh", "nghĩa vụ của công dân", "đối tượng áp dụng",
    "hiệu lực thi hành")  # fmt: skip


def main(what: str, rest: list[str]) -> None:
    """Fill DOCUMENTS PROVISIONS FOLDER… | ask FILE ROUNDS FOLDER… | quality."""
    django.setup()
    if what == "fill":
        from bench.lawfill import fill  # noqa: PLC0415  after setup

        fill(int(rest[0]), int(rest[1]), [Path(one) for one in rest[2:]])
    elif what == "ask":
        figures = _asked(int(rest[1]), [Path(one) for one in rest[2:]])
        Path(rest[0]).write_text(json.dumps(figures, ensure_ascii=False), encoding="utf-8")
    else:
        _quality()


def _quality() -> None:
    from django.conf import settings  # noqa: PLC0415  after setup
    from django.core.management import call_command  # noqa: PLC0415

    from bench.lawfill import AT, ON  # noqa: PLC0415
    from motcua.demo.law import measure, story  # noqa: PLC0415
    from motcua.house.office import acts as office  # noqa: PLC0415
    from motcua.house.office.rules import SYSTEM  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    office.load_office(settings.OFFICE_DIR, by=SYSTEM, at=AT)
    documents = sum(1 for _ in story.tell(at=AT))
    found = measure.measure(on=ON)
    print(f"{documents} documents, {found.questions} questions")
    print(f"R@1 {found.first:.3f}  R@5 {found.five:.3f}  MRR {found.mrr:.3f}")
    for one in found.missed:
        print(f"  not first: {one}")
    RECORD.write_text("\n".join(measure.found(on=ON)) + "\n", encoding="utf-8")


def _asked(rounds: int, folders: list[Path]) -> dict[str, Any]:
    from django.conf import settings  # noqa: PLC0415  after setup
    from django.test import Client  # noqa: PLC0415

    from bench import lawsize  # noqa: PLC0415
    from bench.lawfill import ON  # noqa: PLC0415
    from motcua.demo.law import measure  # noqa: PLC0415
    from motcua.legal.lawbase import queries  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["*"]
    client = Client(SERVER_NAME="127.0.0.1")
    kinds = {kind: list(asked) for kind, asked in _questions(folders)}
    answers = sha256()
    times: dict[str, list[tuple[float, float]]] = {}

    def function(text: str, narrowed: dict[str, Any]) -> None:
        hits, _ = queries.search(text, queries.Filters(**{"on": ON, **narrowed}))
        answers.update(repr([(hit.document.slug, hit.unit_id) for hit in hits]).encode())

    def page(text: str, narrowed: dict[str, Any]) -> None:
        response = client.get("/van-ban/", {"q": text, **_address(narrowed)})
        if response.status_code != 200:
            raise RuntimeError(response.status_code)

    for kind, asked in kinds.items():
        for one in asked[:3]:
            function(*one)
            page(*one)
        times[f"search(), {kind}"] = [_timed(function, *one) for _ in range(rounds) for one in asked]
        times[f"page, {kind}"] = [_timed(page, *one) for one in asked]
    for name in ("search()", "page"):
        times[f"{name}, all"] = [one for kind in kinds for one in times[f"{name}, {kind}"]]
    return {
        "times": {name: _figures(times[name]) for name in sorted(times, key=lambda name: (name[0], "all" in name))},
        "answers": answers.hexdigest(), "quality": vars(measure.measure(on=ON)), **lawsize.sizes(),
        "upkeep": lawsize.upkeep(), "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def _timed(call: Callable[..., None], *values: Any) -> tuple[float, float]:
    wall, own = time.perf_counter(), time.process_time()
    call(*values)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000


def _figures(times: list[tuple[float, float]]) -> dict[str, float]:
    walls = sorted(wall for wall, _ in times)
    return {
        "asked": len(walls), "p50": round(median(walls), 1), "p95": round(walls[int(len(walls) * 0.95)], 1),
        "max": round(walls[-1], 1), "cpu": round(sum(own for _, own in times) / len(times), 1),
        "cpu95": round(sorted(own for _, own in times)[int(len(times) * 0.95)], 1),
    }  # fmt: skip


def _address(narrowed: dict[str, Any]) -> dict[str, str]:
    names = {
        "type": "loai",
        "issuer": "co-quan",
        "year": "nam",
        "field": "linh-vuc",
        "state": "tinh-trang",
        "on": "ngay",
    }
    return {names[name]: str(value) for name, value in narrowed.items()}


def _questions(folders: list[Path]) -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    from bench import lawtexts  # noqa: PLC0415  after setup
    from motcua.demo.law import measure  # noqa: PLC0415
    from motcua.legal.lawbase.choices import EffectState  # noqa: PLC0415
    from motcua.legal.lawbase.models import LegalDocument  # noqa: PLC0415

    random = Random(3)
    runs = lawtexts.phrases(lawtexts.articles(folders), random, 400)
    take = iter(runs)
    rows = yaml.safe_load((Path(measure.__file__).parent / "questions.yaml").read_text(encoding="utf-8"))
    numbers = list(LegalDocument.objects.order_by("slug").values_list("number", flat=True)[::1250])
    yield "labelled questions", [(row["ask"], {}) for row in rows]
    yield "words out of texts", [(next(take), {}) for _ in range(100)]
    yield "words out of texts, no marks, a slip", [(_slip(next(take), random), {}) for _ in range(60)]
    yield "common words", [(one, {}) for one in COMMON]
    yield "phrase in quotes", [(f'"{next(take)}"', {}) for _ in range(40)]
    yield "numbers", [(one, {}) for number in numbers for one in (number, number.lower(), number.split("/")[0])]
    yield "type and year", [(next(take), {"type": "Quyết định", "year": random.randint(2005, 2026)}) for _ in range(30)]
    among = ({"issuer": "Bộ Tư pháp"}, {"field": "Hộ tịch"}, {"field": "Đất đai"})
    yield "issuer or field", [(next(take), random.choice(among)) for _ in range(30)]
    states = (EffectState.IN_FORCE, EffectState.EXPIRED, EffectState.PARTLY_EXPIRED)
    yield "state on the day", [(next(take), {"state": random.choice(states)}) for _ in range(30)]
    yield "state on another day", [
        (next(take), {"state": random.choice((EffectState.IN_FORCE, EffectState.EXPIRED)),
                      "on": date(random.randint(2003, 2024), 6, 30)})
        for _ in range(40)
    ]  # fmt: skip


def _slip(text: str, random: Random) -> str:
    """The words without marks, one of them mistyped."""
    from motcua.base.vn.rules import fold  # noqa: PLC0415  after setup

    words = fold(text).split()
    place = max(range(len(words)), key=lambda at: (len(words[at]), at))
    word = words[place]
    at = random.randrange(1, len(word)) if len(word) > 1 else 0
    turned = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    slips = (word[:at] + word[at + 1 :], word[:at] + random.choice(ALPHABET) + word[at:], turned)
    words[place] = random.choice(slips) if at else word
    return " ".join(words)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
