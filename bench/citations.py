"""How fast citations are read, in real and in hostile text: `python -m bench.citations [FILE …]`."""

import sys
from pathlib import Path
from time import process_time

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references

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
    "sửa đổi Điều 5 …": "sửa đổi Điều 5 ",
    "hết hiệu lực …": "Luật Đất đai hết hiệu lực ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của ",
    "blanks": "Điều" + " " * 996,
}


def main(files: list[Path]) -> None:
    """Processor seconds for one megabyte of each; the files are read as one text, and once without full stops."""
    names = lexicon(ROOT / "law")
    texts = {name: piece * (SIZE // len(piece)) for name, piece in HOSTILE.items()}
    if files:
        real = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
        real = (real * (SIZE // len(real) + 1))[:SIZE]
        texts = {"real": real, "real, one line": real.replace(".", " ").replace("\n", " "), **texts}
    for name, text in texts.items():
        began = process_time()
        found = references(text, names)
        print(f"{name:<18} {len(text) / 1e6:4.2f} MB  {process_time() - began:5.2f} s  {len(found):>7,} references")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
