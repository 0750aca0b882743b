"""How fast citations are read, in real and in hostile text: `python -m bench.citations [--write] [FILE …]`.

Processor seconds for one megabyte, and how much longer it takes than half of it: 2.0 is linear. `--write` puts the
figures into docs/performance.md. Twenty of the texts are made of the grammar's own words by chance, always the same.
"""

import random
import sys
from pathlib import Path
from time import process_time

from bench import pages
from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import Lexicon, references

ROOT = Path(__file__).resolve().parents[1]
SIZE = 1_000_000
HOSTILE = {
    "điểm a, b, …": "điểm a, b, ",
    "Luật Luật …": "Luật ",
    "Nghị định số …": "Nghị định số ",
    "digits": "1",
    "quotes": "“",
    "như sau: “ …": "như sau: “",
    "ranges": "từ Điều 1 đến Điều 900 ",
    "Điều 1 Điều 2 …": "Điều 1 Điều 2 ",
    "khoản 1 khoản 1 …": "khoản 1 ",
    "Mục 1 Mục 1 …": "Mục 1 ",
    "BLDS BLDS …": "BLDS ",
    "45/CP 45/CP …": "45/CP ",
    "sửa đổi Điều 5 …": "sửa đổi Điều 5 ",
    "hết hiệu lực …": "Luật Đất đai hết hiệu lực ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của ",
    "exceptions": "Điều 1 (trừ a) và ",
    "links": "[a](/b) ",
    "blanks": "Điều" + " " * 996,
}
WORDS = """điểm|khoản|Điều|các|từ|đến|và|hoặc|a|b|đ|1|2|13a|Mục|II|Chương|Phần thứ nhất|Phụ lục|Mẫu số|này|của|trừ|vào
Luật|Luật Đất đai|BLTTDS|Nghị định|số|13/2019/NĐ-CP|07/NQ/TU|ngày 01/7/2025|năm 2015|Căn cứ|Bãi bỏ|sửa đổi, bổ sung
một số điều của|hết hiệu lực|có hiệu lực từ ngày|kèm theo|“|”|;|,|.|:|(|)|**|[|](http://x)|Số:|như sau:|gạch đầu dòng"""
CHANCE = 20
BEGIN, END = "<!-- bench.citations -->", "<!-- /bench.citations -->"


def texts(files: list[Path]) -> dict[str, str]:
    """Name → a megabyte of it; the files are read as one text, and once without full stops."""
    pieces = dict(HOSTILE)
    words, chance = WORDS.replace("\n", "|").split("|"), random.Random(1)
    for number in range(1, CHANCE + 1):
        pieces[f"chance {number}"] = " ".join(chance.choices(words, k=chance.randint(2, 9))) + " "
    found = {name: piece * (SIZE // len(piece)) for name, piece in pieces.items()}
    found["words by chance"] = " ".join(chance.choices(words, k=SIZE // 4))[:SIZE]
    if files:
        real = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
        real = (real * (SIZE // len(real) + 1))[:SIZE]
        found = {"real": real, "real, one line": real.replace(".", " ").replace("\n", " "), **found}
    return found


def measured(files: list[Path]) -> list[str]:
    """One line a text."""
    names = lexicon(ROOT / "law")
    lines = []
    for name, text in texts(files).items():
        half, _ = _seconds(text[: len(text) // 2], names)
        seconds, count = _seconds(text, names)
        lines.append(f"{name:<18} {seconds:5.2f} s {seconds / max(half, 0.01):5.1f} × half {count:>9,} references")
    return lines


def _seconds(text: str, names: Lexicon) -> tuple[float, int]:
    began = process_time()
    found = references(text, names)
    return process_time() - began, len(found)


def main(words: list[str]) -> None:
    """Print, and write where that is asked for."""
    lines = measured([Path(word) for word in words if word != "--write"])
    print("\n".join(lines))
    if "--write" in words:
        table = "\n".join(["```text", *lines, "```"])
        pages.between(ROOT / "docs" / "performance.md", table, begin=BEGIN, end=END)


if __name__ == "__main__":
    main(sys.argv[1:])
