"""Tables of the register. State columns serve lists only; `rules.effect` answers for any day."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.legal.lawbase.choices import (
    EffectState,
    EventKind,
    EventStanding,
    FileKind,
    Nature,
    PatchKind,
    RelationKind,
    RowState,
    SignatureState,
    UnitKind,
)


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(item.value, item.value) for item in kind]  # type: ignore[attr-defined]


class LegalDocument(Chained):
    """«Văn bản pháp luật», never known by its number alone. `gazette_days`: how long after the gazette it begins."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    keeper = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    slug = models.CharField(max_length=120, unique=True)
    issuer = models.CharField(max_length=200)
    issuer_key = models.CharField(max_length=200)
    issuer_unit = models.ForeignKey("office.Unit", models.PROTECT, null=True, related_name="+")
    responsible_unit = models.ForeignKey("office.Unit", models.PROTECT, null=True, related_name="+")
    type = models.CharField(max_length=60)
    number = models.CharField(max_length=60, blank=True)
    number_key = models.CharField(max_length=60, blank=True, db_index=True)
    issued_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    gazette_days = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=1000)
    field = models.CharField(max_length=100, blank=True)
    nature = models.CharField(max_length=15, choices=_choices(Nature))
    language = models.CharField(max_length=5, default="vi")
    signature = models.CharField(max_length=10, choices=_choices(SignatureState), default=SignatureState.UNKNOWN)
    source = models.CharField(max_length=300, blank=True)
    sure = models.CharField(max_length=6, default="high")
    is_public = models.BooleanField(default=True)
    foreign_label = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20, choices=_choices(EffectState), default=EffectState.UNKNOWN)
    state_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    is_holding = models.BooleanField(default=False)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer_key", "type", "number_key", "issued_on"],
                condition=Q(issued_on__isnull=False),
                name="one_document_per_issuer_type_number_and_day",
            ),
            models.UniqueConstraint(
                fields=["issuer_key", "type", "number_key", "title"],
                condition=Q(issued_on__isnull=True),
                name="one_undated_document_per_issuer_type_number_and_title",
            ),
            models.CheckConstraint(condition=~Q(issuer=""), name="a_legal_document_names_its_issuer"),
            models.CheckConstraint(condition=~Q(type=""), name="a_legal_document_names_its_type"),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(expires_on__gte=F("effective_on")),
                name="a_legal_document_expires_after_it_takes_effect",
            ),
        ]
        indexes = [
            models.Index(fields=["is_holding", "issued_on", "id"], name="legal_documents_by_effect"),
            models.Index(fields=["state_on"], name="legal_documents_by_state_on"),
            *(models.Index(fields=[name], name=f"legal_documents_by_{name}") for name in ("type", "issuer", "field")),
            models.Index(fields=["ended_on"], condition=Q(ended_on__isnull=False), name="legal_documents_ended"),
        ]

    @property
    def name(self) -> str:
        """«Nghị định số 30/2020/NĐ-CP»."""
        return f"{self.type} số {self.number}" if self.number else f"{self.type} {self.title}"[:120]


class DocumentVersion(models.Model):
    """One text of a document: as issued, a translation, or mended after a bad import.

    `citations_read_at` is empty until its citations are read; `unread`: amending provisions a person has to read.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="versions")
    no = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=5, default="vi")
    text = models.TextField()
    digest = models.CharField(max_length=64, db_index=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    is_current = models.BooleanField(default=True)
    citations_read_at = models.DateTimeField(null=True)
    unread = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(
                fields=["made_at"],
                condition=Q(citations_read_at__isnull=True, is_current=True),
                name="law_versions_to_read",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "no"], name="one_version_per_number"),
            models.UniqueConstraint(
                fields=["document", "language"],
                condition=Q(is_current=True),
                name="one_current_version_per_language",
            ),
        ]


class Provision(models.Model):
    """«Điều, khoản, điểm»: a unit of a text; `unit_id` "" is the document itself, so that stubs are found too.

    What a search answers with (documents, articles, headings, appendices) has a `SearchRow` beside it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="provisions")
    version = models.ForeignKey(DocumentVersion, models.PROTECT, null=True, related_name="provisions")
    unit_id = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=_choices(UnitKind), blank=True)
    number = models.CharField(max_length=40, blank=True)
    heading = models.CharField(max_length=1000, blank=True)
    text = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "unit_id"], condition=Q(version__isnull=False), name="one_provision_per_id"
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(version__isnull=True), name="one_head_row_per_document"
            ),
        ]
        indexes = [models.Index(fields=["document", "order"], name="provisions_in_order")]


class Citation(models.Model):
    """«Viện dẫn»: a place in a text that points at a document or a provision; computed again whenever it is read.

    `places`: ids of provisions in the document meant; `standing`: own text, known, ambiguous number, unknown.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    origin = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=20)
    words = models.CharField(max_length=500)
    target = models.ForeignKey(LegalDocument, models.PROTECT, null=True, related_name="cited_by")
    number_key = models.CharField(max_length=60, blank=True, db_index=True)
    places = models.JSONField(default=list)
    standing = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_citation_has_words"),
        ]
        indexes = [models.Index(fields=["version", "start"], name="citations_in_order")]


class SearchRow(models.Model):
    """One thing a search can answer with, in folded words. `rules.indexing` makes it, `search_index` finds it.

    `place` is its rank before anything is asked: documents that hold first, then the newest. `marks`: everything else
    a query may ask of it: neighbouring words, words of its heading, type, issuer, field, years, its document.
    """

    place = models.BigIntegerField(primary_key=True)
    provision = models.OneToOneField(Provision, models.PROTECT, related_name="search_row")
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="search_rows")
    title = models.TextField(blank=True)
    head = models.TextField(blank=True)
    words = models.TextField()
    marks = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["place", "document"], name="search_rows_document_at")]


class SearchWord(models.Model):
    """A word of the searchable texts and in how many rows it stands; "" counts all rows, @… by effect and year."""

    word = models.CharField(max_length=40, primary_key=True)
    rows = models.PositiveIntegerField(default=0)


class EffectSpan(models.Model):
    """A document's state from a day up to, not including, another: `rules.effect` written out, for lists and searches.

    The spans of a document meet without a gap from the first day to the last that a calendar knows.
    """

    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="spans", db_index=False)
    since = models.DateField()
    until = models.DateField()
    state = models.CharField(max_length=20, choices=_choices(EffectState))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "since"], name="one_span_of_effect_begins_on_a_day"),
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="a_span_of_effect_has_days"),
        ]


class Relation(models.Model):
    """One document bears on another, or on a citation that is not yet resolved.

    `is_read`: proposed from the words of the text, `origin` being the first provision that says so. A rejected one
    stays, so that it is not proposed again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(LegalDocument, models.PROTECT, related_name="outgoing")
    target = models.ForeignKey(LegalDocument, models.PROTECT, null=True, related_name="incoming")
    target_words = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=15, choices=_choices(RelationKind))
    scope = models.JSONField(default=list)
    scope_words = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=120, blank=True)
    rejected_at = models.DateTimeField(null=True)
    rejected_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    origin = models.CharField(max_length=200, blank=True)
    is_read = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False) | ~Q(target_words=""), name="a_relation_leads_to_something"
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(target=F("source")), name="a_document_bears_on_another"
            ),
            models.CheckConstraint(
                condition=Q(rejected_at__isnull=True) | (Q(confirmed_at__isnull=True) & ~Q(reason="")),
                name="a_rejected_relation_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["source", "target", "kind", "scope_words"],
                condition=Q(target__isnull=False),
                name="a_relation_is_recorded_once",
            ),
        ]


class EffectEvent(models.Model):
    """What happens to a document's effect on a day; counts when confirmed. `follows`: the first day of what acts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=15, choices=_choices(EventKind))
    on = models.DateField()
    until = models.DateField(null=True)
    scope = models.JSONField(default=list)
    scope_words = models.CharField(max_length=500, blank=True)
    acting = models.ForeignKey(LegalDocument, models.PROTECT, null=True, related_name="made_events")
    acting_words = models.CharField(max_length=300, blank=True)
    follows = models.BooleanField(default=False)
    relation = models.ForeignKey(Relation, models.PROTECT, null=True, related_name="events")
    standing = models.CharField(max_length=10, choices=_choices(EventStanding), default=EventStanding.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=120)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(standing=EventStanding.PROPOSED, decided_at__isnull=True)
                | (~Q(standing=EventStanding.PROPOSED) & Q(decided_at__isnull=False)),
                name="a_decided_event_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("on")), name="a_pause_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(fields=["document", "standing", "on"], name="effect_events_of_a_document"),
            models.Index(
                fields=["proposed_at"], condition=Q(standing=EventStanding.PROPOSED), name="effect_events_to_decide"
            ),
        ]


class TextPatch(models.Model):
    """One change of words by an acting document, from a day («sửa đổi, bổ sung, bãi bỏ điều, khoản, điểm, cụm từ»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="patches")
    acting = models.ForeignKey(LegalDocument, models.PROTECT, related_name="made_patches")
    kind = models.CharField(max_length=15, choices=_choices(PatchKind))
    target = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    follows = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    phrase = models.CharField(max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    origin = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    standing = models.CharField(max_length=10, choices=_choices(EventStanding), default=EventStanding.CONFIRMED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing=EventStanding.PROPOSED) | Q(decided_at__isnull=True),
                name="a_proposed_patch_is_not_decided",
            ),
            models.UniqueConstraint(fields=["document", "acting", "order"], name="one_patch_per_place_in_the_order"),
            models.CheckConstraint(condition=~Q(document=F("acting")), name="a_document_does_not_patch_itself"),
        ]


class DocumentFile(models.Model):
    """«Tệp kèm theo»: the file as issued, an appendix; `signatures` tells each signature as it was when kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="files")
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=_choices(FileKind))
    label = models.CharField(max_length=200, blank=True)
    signature = models.CharField(max_length=10, choices=_choices(SignatureState), default=SignatureState.UNKNOWN)
    signatures = models.JSONField(default=list)
    is_public = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["document", "added_at"], name="files_of_a_document")]


class ImportRun(models.Model):
    """«Đợt nhập»: files handed in together; `enters_at_once` takes what is read without doubt into the register."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    keeper = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    enters_at_once = models.BooleanField(default=True)
    ordered_at = models.DateTimeField()
    ordered_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["keeper", "-ordered_at"], name="import_runs_of_a_keeper")]


class ImportRow(models.Model):
    """One file of a run: where it stands, what was read until a person has looked at it, what became of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rows")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    ending = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=_choices(RowState), default=RowState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    pages_done = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=1000, blank=True)
    text = models.TextField(blank=True)
    notes = models.JSONField(default=list)
    is_recognised = models.BooleanField(default=False)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(LegalDocument, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "no"], name="one_import_row_per_number"),
            models.UniqueConstraint(fields=["run", "sha256"], name="a_run_reads_equal_files_once"),
        ]
