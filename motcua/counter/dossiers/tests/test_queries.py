"""Lists and search: exactly the rows of one's own units, page by page, at a constant number of statements."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.world import STATUS_ANSWERS, TUESDAY, as_actor, intake
from motcua.house.office import queries as office
from motcua.house.office.tests import people

NAMES = tuple(queries.LISTS)


def rows_of(name, actor, *, at=TUESDAY):
    return {row.id for row in queries.worklist(name, actor, at=at).rows}


def found(text, actor):
    return {row.code for row in queries.search(text, actor, at=TUESDAY).rows}


def next_door(**changes):
    """What an application at the ward of Bàn Thạch brings: the row that must never leak."""
    units = office.directory()
    place = {"received_unit": units.unit("P20335-HCC"), "unit": units.unit("P20335"), "agency": units.unit("P20335")}
    return intake(answers={**STATUS_ANSWERS, "subject.residence_ward": "P20335"}, **place, **changes)


@pytest.fixture
def neighbour(ward):
    return as_actor(people.officer("binh", "Mai Văn Bình", "P20335-HCC.TN", from_on=TUESDAY.date()))


# --- lists -------------------------------------------------------------------------------
def test_each_list_holds_exactly_its_rows_for_each_officer(cast, neighbour):
    acts.receive(next_door(), by=neighbour, at=TUESDAY)
    made = {
        make.__name__: make(cast).pk
        for make in (
            ways.submitted, ways.supplement_before, ways.fee_asked, ways.declined, ways.received, ways.in_progress,
            ways.supplement_asked, ways.consulting, ways.confirm_asked, ways.confirmed, ways.proposed, ways.signed,
            ways.done, ways.refused,
        )
    }  # fmt: skip
    names = {key: name for name, key in made.items()}

    told = {
        who: {name: {names[key] for key in rows_of(name, getattr(cast.by, who))} for name in NAMES}
        for who in ("minh", "hanh", "hoa", "thu")
    }

    waiting = {"supplement_before", "supplement_asked", "fee_asked", "confirm_asked"}
    examined = {"received", "in_progress", "supplement_asked", "consulting", "confirm_asked", "confirmed"}
    working = {*examined, "proposed", "signed", "done", "refused"}
    assert told["minh"] == {
        "mine": {"done", "refused"}, "submitted": {"submitted"}, "to_sign": set(), "to_return": {"done", "refused"},
        "waiting": waiting, "all": working,
    }  # fmt: skip
    assert told["hanh"]["mine"] == examined
    assert told["hoa"]["mine"] == told["hoa"]["to_sign"] == {"proposed"}
    assert told["thu"]["mine"] == {"signed"}
    assert [told[who]["all"] for who in ("hanh", "hoa", "thu")] == [working] * 3


def test_work_given_to_one_specialist_leaves_the_others_list(cast):
    other = people.officer("duc", "Huỳnh Minh Đức", "P20341-VP.TPHT", from_on=TUESDAY.date())
    free, given = ways.received(cast), ways.received(cast)
    acts.assign(given, to=other, by=cast.by.hoa, at=TUESDAY)

    assert rows_of("mine", cast.by.hanh) == {free.pk}
    assert rows_of("mine", as_actor(other)) == {free.pk, given.pk}


def test_nobody_else_has_any_list(cast, neighbour):
    ways.received(cast)
    actors = [cast.by.lan, neighbour, people.actor(people.quan(), TUESDAY.date())]

    assert [rows_of(name, actor) for actor in actors for name in NAMES] == [set()] * (3 * len(NAMES))


def test_counts_are_those_of_the_lists(cast):
    for make in (ways.submitted, ways.fee_asked, ways.in_progress, ways.done, ways.refused):
        make(cast)

    assert queries.counts(cast.by.minh, names=NAMES) == {name: len(rows_of(name, cast.by.minh)) for name in NAMES}


def test_the_most_urgent_stands_first(cast):
    later, sooner = ways.received(cast), ways.in_progress(cast)
    acts.apologise(
        later, reason="Chờ.", fault_step="Thẩm tra", new_due_at=TUESDAY.replace(day=17), by=cast.by.hoa, at=TUESDAY
    )

    assert [row.id for row in queries.worklist("mine", cast.by.hanh, at=TUESDAY).rows] == [sooner.pk, later.pk]


def test_a_row_says_how_it_stands(cast):
    dossier = ways.received(cast)

    (now,) = queries.worklist("mine", cast.by.hanh, at=TUESDAY).rows
    (then,) = queries.worklist("mine", cast.by.hanh, at=TUESDAY + timedelta(days=4)).rows

    assert (now.code, now.applicant, now.step, now.standing.key) == (dossier.code, "Nguyễn Thị Lan", "Thẩm tra", "week")
    assert then.standing.key == "late"


def many(cast, count):
    """Dossiers with twins in due moment: five share each moment."""
    for number in range(count):
        acts.receive(intake(), by=cast.by.minh, at=TUESDAY + timedelta(days=number // 5))


def test_pages_follow_each_other_without_gap_or_twin(cast):
    many(cast, 2 * queries.PAGE + 7)
    seen, after = [], ""

    for _ in range(3):
        page = queries.worklist("mine", cast.by.hanh, at=TUESDAY, after=after)
        seen += [row.id for row in page.rows]
        after = page.after

    assert (len(seen), len(set(seen)), after) == (2 * queries.PAGE + 7, 2 * queries.PAGE + 7, None)
    assert [row.due_at for row in page.rows] == sorted(row.due_at for row in page.rows)


def test_a_row_that_joins_behind_does_not_shift_the_pages(cast):
    many(cast, queries.PAGE + 5)
    first = queries.worklist("mine", cast.by.hanh, at=TUESDAY)
    acts.receive(intake(), by=cast.by.minh, at=TUESDAY)

    second = queries.worklist("mine", cast.by.hanh, at=TUESDAY, after=first.after)

    assert len(second.rows) == 5
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}


def test_an_exactly_full_page_has_no_empty_one_behind(cast):
    many(cast, queries.PAGE)

    assert queries.worklist("mine", cast.by.hanh, at=TUESDAY).after is None


@pytest.mark.parametrize("name", NAMES)
def test_a_list_costs_one_statement_with_one_row_and_with_thirty(cast, name):
    ways.done(cast)
    ways.submitted(cast)
    actor = cast.by.minh
    with CaptureQueriesContext(connection) as few:
        queries.worklist(name, actor, at=TUESDAY)
    many(cast, 29)

    with CaptureQueriesContext(connection) as more:
        queries.worklist(name, actor, at=TUESDAY)

    assert len(more) == len(few) == 1


def test_all_counts_cost_one_statement(cast):
    ways.done(cast)
    actor = cast.by.minh

    with CaptureQueriesContext(connection) as told:
        queries.counts(actor, names=NAMES)

    assert len(told) == 1


# --- search --------------------------------------------------------------------------------
@pytest.fixture
def three(cast, neighbour):
    """Two of ours and one next door, all with the same words."""
    same = {"applicant_name": "Đặng Thị Ánh Nguyệt", "personal_number": "099190123456", "phone": "0900000077"}
    ours = [ways.received(cast, **same).code for _ in range(2)]
    other = ways.received(cast, applicant_name="Trần Văn Dũng", phone="0900000078").code
    acts.receive(next_door(**same), by=neighbour, at=TUESDAY)
    return {"ours": set(ours), "first": ours[0], "other": other}


@pytest.mark.parametrize(
    "text",
    [
        "Đặng Thị Ánh Nguyệt", "dang thi anh nguyet", "  DANG  THI ANH NGUYET ", "099190123456", "0991 9012 3456",
        "0900000077", "0900 000 077", "0900.000.077", "nguyet", "anh ngu", "đặng", "nguyet dang", "H17.101-260310-000",
    ],
)  # fmt: skip
def test_it_is_found_by_code_number_phone_name_and_parts_without_marks(cast, three, text):
    assert found(text, cast.by.minh) - {three["other"]} == three["ours"]


def test_a_whole_code_finds_one(cast, three):
    assert found(three["first"].lower(), cast.by.minh) == {three["first"]}


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "%", "_", "guyet", "khong co", "0900000099", "099190999999", "'; DROP TABLE", "x" * 500, "😀"],
)
def test_what_is_not_there_is_not_found(cast, three, text):
    assert found(text, cast.by.minh) == set()


def test_the_neighbour_finds_only_the_neighbours(three, neighbour):
    texts = ["dang thi anh nguyet", "nguyet", "0900000077", "099190123456", "H17"]

    assert [len(found(text, neighbour)) for text in texts[:4]] == [1, 1, 1, 1]
    assert not found("H17.101-", neighbour)


def test_a_citizen_finds_nothing(cast, three):
    assert [found(text, cast.by.lan) for text in ("nguyet", "099190123456", three["first"])] == [set()] * 3


def test_the_newest_find_stands_first_and_pages_follow(cast):
    many(cast, queries.PAGE + 3)

    first = queries.search("nguyen thi lan", cast.by.minh, at=TUESDAY)
    second = queries.search("nguyen thi lan", cast.by.minh, at=TUESDAY, after=first.after)

    codes = [row.code for row in (*first.rows, *second.rows)]
    assert len(codes) == len(set(codes)) == queries.PAGE + 3
    assert codes[0] == max(codes, key=lambda code: code.split("-")[1:])


def test_only_the_own_agencys_past_is_recalled(cast, three, neighbour):
    last = queries.recalled("099190123456", cast.by.minh)

    assert last.code in three["ours"]
    assert queries.recalled("099190123456", cast.by.lan) is None
    assert queries.recalled("", cast.by.minh) is None
    assert queries.recalled("099190123456", neighbour).agency_id != last.agency_id


# --- the public -------------------------------------------------------------------------------
def test_a_stranger_sees_progress_and_with_the_secret_a_little_more(cast):
    dossier = ways.in_progress(cast)

    plain, more, guessed = (
        queries.track(dossier.code),
        queries.track(f" {dossier.code.lower()} ", secret=dossier.secret.lower()),
        queries.track(dossier.code, secret="222222"),
    )

    assert (plain.national_state, plain.steps_done, plain.steps) == ("Đang xử lý", 1, 5)
    assert (plain.procedure, plain.due_at) == ("", None)
    assert (more.procedure, more.due_at) == (dossier.procedure_name, dossier.due_at)
    assert guessed == plain
    assert queries.track("H17.101-260310-9999") is None
