"""What stands on each paper: one frozen dataclass per paper, values ready to print.

Dates and moments stay typed; everything else is text the caller has already worded. Nothing here is looked up.
"""

from motcua.instruments.printing.rules.base import Letterhead, Paper, PartialDay, Row, Signatory, Spot
from motcua.instruments.printing.rules.certification import CopyCertification, SignatureCertification, Signer
from motcua.instruments.printing.rules.civil_status import (
    BirthCertificate,
    ChangeExtract,
    Child,
    DeathExtract,
    ExtractCopy,
    MaritalStatusCertificate,
    MarriageCertificate,
    Parent,
    Person,
    Spouse,
)
from motcua.instruments.printing.rules.counter import (
    FORMS_OF_2025,
    Apology,
    Applicant,
    PaperLine,
    Receipt,
    Refusal,
    StopNotice,
    SupplementRequest,
)
from motcua.instruments.printing.rules.drafting import AppraisalReport, AppraisedContent, OpinionLine, OpinionSummary
from motcua.instruments.printing.rules.law_review import LegalList, LegalLists, ReviewSlip
from motcua.instruments.printing.rules.law_watch import LawWatchReport, ReportAnnex, ReportSection
from motcua.instruments.printing.rules.legal_text import LegalText, TextPiece
from motcua.instruments.printing.rules.letters import ResultLetter, SignatureBlock
from motcua.instruments.printing.rules.sheets import CopyCertifications, Sheet, SignatureCertifications
from motcua.instruments.printing.rules.tracking import ControlSlip, HandOver, TrackingBook, TrackingLine

__all__ = [
    "FORMS_OF_2025",
    "Apology",
    "Applicant",
    "AppraisalReport",
    "AppraisedContent",
    "BirthCertificate",
    "ChangeExtract",
    "Child",
    "ControlSlip",
    "CopyCertification",
    "CopyCertifications",
    "DeathExtract",
    "ExtractCopy",
    "HandOver",
    "LawWatchReport",
    "LegalList",
    "LegalLists",
    "LegalText",
    "Letterhead",
    "MaritalStatusCertificate",
    "MarriageCertificate",
    "OpinionLine",
    "OpinionSummary",
    "Paper",
    "PaperLine",
    "Parent",
    "PartialDay",
    "Person",
    "Receipt",
    "Refusal",
    "ReportAnnex",
    "ReportSection",
    "ResultLetter",
    "ReviewSlip",
    "Row",
    "Sheet",
    "Signatory",
    "SignatureBlock",
    "SignatureCertification",
    "SignatureCertifications",
    "Signer",
    "Spot",
    "Spouse",
    "StopNotice",
    "SupplementRequest",
    "TextPiece",
    "TrackingBook",
    "TrackingLine",
]
