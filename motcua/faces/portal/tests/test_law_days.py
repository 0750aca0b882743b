"""What applies on a day, what ended and what stands in its place, lists by year; what machines read of it."""

import json
import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse

from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EventKind, RelationKind
from motcua.legal.lawbase.tests import world

ATOM = "{http://www.w3.org/2005/Atom}"
KNOWN = {
    "@context", "@type", "@id", "url", "name", "alternateName", "legislationIdentifier", "legislationType", "about",
    "legislationPassedBy", "legislationJurisdiction", "legislationDate", "legislationDateOfApplicability",
    "legislationDateVersion", "legislationLegalForce", "inLanguage", "legislationRepeals", "legislationAmends",
    "legislationCorrects", "legislationConsolidates", "legislationEnsuresImplementationOf", "citation", "encoding",
}  # fmt: skip
"""Names schema.org gives a Legislation, as far as we say them."""


@pytest.fixture
def chain(db, settings):
    """A rule of 2023, replaced on 01/01/2024 by a second, and that on 01/06/2024 by a third."""
    settings.DEMO, settings.CLOCK = True, world.AT
    hoa = world.hoa()
    found = [world.with_text(hoa)]
    for number, on in (("01/2024/QĐ-UBND", date(2024, 1, 1)), ("02/2024/QĐ-UBND", date(2024, 6, 1))):
        new = world.document(hoa, number=number, issued_on=on, effective_on=on, title="Mới")
        acts.relate(new, kind=RelationKind.REPLACES, target=found[-1], confirmed=True, by=hoa, at=world.AT)
        found.append(new)
    return found


def page(client, name, *args, **asked):
    return client.get(reverse(f"portal:{name}", args=args), asked).content.decode()


def names(on, **asked):
    return [one.document.number for one in queries.applying(on=on, **asked)[0]]


def test_what_applies_on_a_day_is_what_had_begun_and_not_ended(chain):
    days = [date(2023, 3, 9), date(2023, 3, 10), date(2024, 1, 1), date(2024, 5, 31), date(2024, 6, 1)]

    assert [names(on) for on in days] == [
        [], ["04/2023/QĐ-UBND"], ["01/2024/QĐ-UBND"], ["01/2024/QĐ-UBND"], ["02/2024/QĐ-UBND"],
    ]  # fmt: skip


def test_what_is_paused_or_of_another_field_is_left_out_and_a_part_that_ended_is_not_the_whole(chain):
    rule = chain[0]
    part = acts.Happening(kind=EventKind.REPEALED, on=date(2023, 5, 1), scope=("dieu-2",), scope_words="Điều 2")
    acts.record_event(rule, part, by=SYSTEM, at=world.AT, confirmed=True)
    pause = acts.Happening(kind=EventKind.SUSPENDED, on=date(2023, 7, 1), until=date(2023, 7, 31))
    acts.record_event(rule, pause, by=SYSTEM, at=world.AT, confirmed=True)

    assert names(date(2023, 6, 1), field="Hòa giải ở cơ sở") == ["04/2023/QĐ-UBND"]
    assert names(date(2023, 6, 1), field="Hộ tịch") == []
    assert names(date(2023, 7, 15)) == []
    assert queries.fields_on(on=date(2023, 6, 1)) == [("Hòa giải ở cơ sở", 1)]
    assert names(date(2023, 6, 1), local=True) == []


def test_the_page_of_a_day_leads_to_the_text_of_that_day(client, chain):
    found = page(client, "law_applying", ngay="2023-06-01")

    assert f"/van-ban/{chain[0].slug}/?ngay=2023-06-01" in found
    assert chain[2].slug not in found
    assert "Sổ không có văn bản nào áp dụng" in page(client, "law_applying", ngay="1999-01-01")
    assert chain[0].slug in page(client, "law_applying", ngay="01/06/2023")
    for odd in ({"ngay": "hôm qua"}, {"ngay": "1/2/3/4"}, {"trang": "-1"}, {"linh-vuc": "\x00'; --"}):
        assert client.get(reverse("portal:law_applying"), odd).status_code == 200


def test_an_ended_document_says_so_on_every_day_and_what_stands_in_its_place(client, chain):
    for asked in ({}, {"ngay": "2023-06-01"}):
        found = " ".join(page(client, "law_document", chain[0].slug, **asked).split())
        assert "Văn bản này không còn hiệu lực" in found
        assert f'được thay thế bởi <a href="/van-ban/{chain[1].slug}/"' in found
        assert f'Hiện nay áp dụng <a href="/van-ban/{chain[2].slug}/"' in found
    assert "200.000" in found
    assert "Văn bản này không còn hiệu lực" not in page(client, "law_document", chain[2].slug)


def test_documents_that_replace_each_other_in_a_circle_end_the_walk(chain):
    back = acts.Happening(kind=EventKind.REPLACED, on=date(2024, 7, 1), acting=chain[0])
    acts.record_event(chain[2], back, by=SYSTEM, at=world.AT, confirmed=True)

    assert queries.ending(chain[0], on=world.ON).acting == chain[1]


def test_lists_are_cut_by_year(client, chain):
    assert chain[2].slug in page(client, "law_holding", nam="2024")
    assert chain[2].slug not in page(client, "law_holding", nam="2023")
    assert chain[2].slug not in page(client, "law_holding", cua="dia-phuong")
    assert chain[0].slug in page(client, "law_ended", 2024)
    assert client.get("/van-ban/het-hieu-luc/0/").status_code == 404
    for odd in ("0000", "abcd", "99999"):
        assert client.get(reverse("portal:law_holding"), {"nam": odd}).status_code == 200


def test_structured_data_says_only_what_is_known_in_the_words_of_schema_org(client, chain):
    found = page(client, "law_document", chain[1].slug)
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', found, re.DOTALL)
    said = json.loads(block)

    assert set(said) <= KNOWN
    assert None not in said.values()
    assert said["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert [one["name"] for one in said["legislationRepeals"]] == [chain[0].name]
    assert "encoding" not in said


def test_the_feed_has_what_atom_asks_for_and_tells_of_new_and_ended_documents(client, chain):
    root = ET.fromstring(page(client, "law_feed"))  # noqa: S314  our own output
    entries = root.findall(f"{ATOM}entry")
    ids = [one.findtext(f"{ATOM}id") for one in entries]

    assert all(root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated", "author/" + ATOM + "name"))
    assert {one.get("rel") for one in root.findall(f"{ATOM}link")} == {"alternate", "self"}
    assert all(one.findtext(f"{ATOM}{name}") for one in entries for name in ("id", "title", "updated"))
    assert len(set(ids)) == len(ids) == 5
    assert sum("hết hiệu lực" in one.findtext(f"{ATOM}title") for one in entries) == 2


def test_effect_and_relations_are_told_in_english(client, chain):
    found = client.get(reverse("portal:law_document", args=[chain[1].slug]), HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert "This document is no longer in force" in found
    assert "replaced by" in found
    assert "replaces" in found
