"""Names and short numbers: the text's own memory, a register that is passed in, issuers said by halves."""

from datetime import date
from pathlib import Path

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import Citing, Known, references

LAW = Path(__file__).resolve().parents[4] / "law"


class Shelf:
    """A register of three laws."""

    LAND = (
        Known("Luật", "31/2024/QH15", "Đất đai", "2024-01-18", "Quốc hội"),
        Known("Luật", "45/2013/QH13", "Đất đai", "2013-11-29", "Quốc hội"),
    )

    def prepare(self, numbers, kinds):
        self.asked = (numbers, kinds)

    def by_number(self, kind, number, issuer, on):  # noqa: ARG002 - the shape of a register
        return next((law for law in self.LAND if (law.kind, law.number) == (kind, number) and not issuer), None)

    def by_name(self, kind, name, dated, on):  # noqa: ARG002 - the shape of a register
        if dated:
            return next((law for law in self.LAND if law.name == name and law.date.startswith(dated[:4])), None)
        return next((law for law in self.LAND if law.name == name and on and date.fromisoformat(law.date) <= on), None)

    def by_alias(self, alias, on):  # noqa: ARG002 - the shape of a register
        return Known("Bộ luật", "92/2015/QH13", "Tố tụng dân sự", "2015-11-25") if alias == "BLTTDS" else None


def documents(text, **options):
    return [one.document for one in references(text, lexicon(LAW), **options)]


def numbers(text, **options):
    return [document.number for document in documents(text, **options)]


def test_without_a_register_a_name_has_no_number():
    assert numbers("Điều 5 Luật Đất đai; BLTTDS") == [None, None]


def test_a_register_gives_a_name_the_version_of_the_day():
    assert numbers("Luật Đất đai", register=Shelf(), citing=Citing(on=date(2020, 5, 1))) == ["45/2013/QH13"]
    assert numbers("Luật Đất đai", register=Shelf(), citing=Citing(on=date(2025, 5, 1))) == ["31/2024/QH15"]


def test_a_year_that_is_said_chooses_the_version():
    assert numbers("Luật Đất đai năm 2013", register=Shelf(), citing=Citing(on=date(2025, 5, 1))) == ["45/2013/QH13"]


def test_a_register_is_told_once_what_a_text_asks_for():
    shelf = Shelf()
    documents("Luật Đất đai; Quyết định số 12/2024/QĐ-UBND; Nghị định này", register=shelf)

    assert shelf.asked == (frozenset({"12/2024/QĐ-UBND"}), frozenset({"Luật"}))


def test_a_register_knows_short_names():
    assert numbers("Điều 284a BLTTDS", register=Shelf()) == ["92/2015/QH13"]


def test_a_number_gets_its_name_and_date():
    [law] = documents("Luật số 31/2024/QH15", register=Shelf())

    assert (law.name, law.date, law.issuer) == ("Đất đai", "2024-01-18", "Quốc hội")


def test_a_short_citation_takes_date_and_issuer_from_the_first():
    first, later = documents(
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ. Điều 5 Nghị định số 61/2018/NĐ-CP."
    )

    assert (later.date, later.issuer) == (first.date, first.issuer) == ("2018-04-23", "Chính phủ")


def test_a_name_takes_the_number_said_before():
    assert numbers("Căn cứ Luật Đất đai số 31/2024/QH15;\nĐiều 5 Luật Đất đai") == ["31/2024/QH15", "31/2024/QH15"]


def test_a_number_without_symbol_is_completed_from_the_first_citation():
    found = references("Nghị định số 61/2018/NĐ-CP và Nghị định 61/2018.", lexicon(LAW))

    assert [one.document.number for one in found] == ["61/2018/NĐ-CP", "61/2018/NĐ-CP"]
    assert [one.warnings for one in found] == [(), ()]


def test_a_name_before_its_number_is_not_resolved_backwards():
    assert numbers("Điều 5 Luật Đất đai. Luật Đất đai số 31/2024/QH15") == [None, "31/2024/QH15"]


def test_a_relative_issuer_is_the_citing_one():
    [decision] = documents(
        "Quyết định số 9008/QĐ-UBND của UBND thành phố", citing=Citing(issuer="Ủy ban nhân dân thành phố Tam Kỳ")
    )

    assert decision.issuer == "Ủy ban nhân dân thành phố Tam Kỳ"


def test_another_issuer_stays_as_said():
    [decision] = documents("Quyết định số 10/QĐ-UBND của UBND tỉnh Cà Mau", citing=Citing(issuer="UBND tỉnh Cà Mau 2"))

    assert decision.issuer == "UBND tỉnh Cà Mau"


def test_the_same_number_of_another_issuer_is_another_document():
    first, second = documents(
        "Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh A; Quyết định số 12/QĐ-UBND của UBND tỉnh B"
    )

    assert (first.issuer, first.date) == ("UBND tỉnh A", "2024-01-05")
    assert (second.issuer, second.date) == ("UBND tỉnh B", None)


def test_the_bare_word_law_means_the_one_law_cited():
    assert numbers("Luật Đất đai số 31/2024/QH15. Điều 5 của Luật.") == ["31/2024/QH15", "31/2024/QH15"]


def test_the_bare_word_law_stays_open_between_two_laws():
    text = "Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15. Điều 5 của Luật."

    assert numbers(text) == ["31/2024/QH15", "27/2023/QH15", None]
