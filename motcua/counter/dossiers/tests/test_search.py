"""Search answers the same on both databases: whole names, words of a name, numbers, codes; never another ward's."""

from datetime import timedelta

import pytest

from motcua.counter.dossiers import queries
from motcua.counter.dossiers.tests import world

NAMES = ["Nguyễn Thị Lan", "Nguyễn Thị Lan Anh", "Trần Văn Đạt", "Lê Lan"]


@pytest.fixture
def known(minh):
    return [
        world.received(
            world.as_actor(minh),
            at=world.TUESDAY + timedelta(minutes=number),
            applicant_name=name,
            phone=f"090000000{number}",
            personal_number=f"09900000000{number}",
        )
        for number, name in enumerate(NAMES)
    ]


def found(words, who):
    return [row.applicant for row in queries.search(words, world.as_actor(who), at=world.TUESDAY).rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nguyễn thị lan", ["Nguyễn Thị Lan"]),
        ("NGUYEN THI LAN", ["Nguyễn Thị Lan"]),
        ("thi lan", ["Nguyễn Thị Lan Anh", "Nguyễn Thị Lan"]),
        ("lan nguyen", ["Nguyễn Thị Lan Anh", "Nguyễn Thị Lan"]),
        ("la", ["Lê Lan", "Nguyễn Thị Lan Anh", "Nguyễn Thị Lan"]),
        ("dat", ["Trần Văn Đạt"]),
        ("an", ["Nguyễn Thị Lan Anh"]),
        ("ngu lan", []),
        ("0900000002", ["Trần Văn Đạt"]),
        ("099000000003", ["Lê Lan"]),
        ("H17.101-260310-0002", ["Nguyễn Thị Lan Anh"]),
        ("h17.101-26", ["Lê Lan", "Trần Văn Đạt", "Nguyễn Thị Lan Anh", "Nguyễn Thị Lan"]),
        ("H17_101-26", []),
        ("%-", []),
        ("", []),
        ("…!", []),
        ('" OR lan*', []),
        ("lan:* | dat", []),
    ],
)
def test_what_was_typed_finds_exactly_these_newest_first(known, minh, words, expected):
    assert found(words, minh) == expected


@pytest.mark.parametrize("words", ["H'Hen Niê", "hen nie", "nie h", "kdam nie", "hen"])
def test_a_name_with_an_apostrophe_or_a_hyphen_is_found_by_each_of_its_words(minh, words):
    world.received(world.as_actor(minh), applicant_name="H'Hen Niê-Kđăm")

    assert found(words.replace("H'Hen Niê", "H'Hen Niê-Kđăm"), minh) == ["H'Hen Niê-Kđăm"]


@pytest.mark.parametrize("words", ["Lê Lan", "lan", "0900000002", "099000000003", "H17.101-26"])
def test_an_officer_of_another_ward_finds_none_of_it(known, tuan, words):
    assert found(words, tuan) == []


def test_pages_of_one_name_follow_each_other_without_a_gap(minh):
    for number in range(queries.PAGE + 3):
        world.received(world.as_actor(minh), at=world.TUESDAY + timedelta(minutes=number // 2))

    first = queries.search("nguyen thi lan", world.as_actor(minh), at=world.TUESDAY)
    second = queries.search("nguyen thi lan", world.as_actor(minh), at=world.TUESDAY, after=first.after)

    assert (len(first.rows), len(second.rows), second.after) == (queries.PAGE, 3, None)
    assert len({row.id for row in (*first.rows, *second.rows)}) == queries.PAGE + 3
