"""Closed lists of certification: kinds of book, and the relatives an officer may not certify for."""

from enum import StrEnum


class BookKind(StrEnum):
    """«Loại sổ chứng thực» [23/2015/NĐ-CP, 13.4]."""

    COPY = "SCT_BS"
    SIGNATURE = "SCT_CK"
    TRANSLATOR = "SCT_CKND"
    TRANSACTION = "SCT_HD"


BOOK_NAME = {
    BookKind.COPY: "Sổ chứng thực bản sao từ bản chính",
    BookKind.SIGNATURE: "Sổ chứng thực chữ ký, chứng thực điểm chỉ",
    BookKind.TRANSLATOR: "Sổ chứng thực chữ ký người dịch",
    BookKind.TRANSACTION: "Sổ chứng thực hợp đồng, giao dịch",
}
SIGN = {
    BookKind.COPY: "SCT/BS",
    BookKind.SIGNATURE: "SCT/CK,ĐC",
    BookKind.TRANSLATOR: "SCT/CKND",
    BookKind.TRANSACTION: "SCT/HĐ,GD",
}
"""Sign of each kind behind the label of its book."""


class Relation(StrEnum):
    """What the requester is to the officer who would certify a signature."""

    NONE = "none"
    SELF = "self"
    SPOUSE = "spouse"
    PARENT = "parent"
    SPOUSE_PARENT = "spouse_parent"
    CHILD = "child"
    CHILD_IN_LAW = "child_in_law"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    SPOUSE_SIBLING = "spouse_sibling"
    GRANDCHILD = "grandchild"


RELATION_NAME = {
    Relation.NONE: "Không thuộc các quan hệ dưới đây",
    Relation.SELF: "Chính người thực hiện chứng thực",
    Relation.SPOUSE: "Vợ hoặc chồng",
    Relation.PARENT: "Cha mẹ đẻ, cha mẹ nuôi",
    Relation.SPOUSE_PARENT: "Cha mẹ đẻ, cha mẹ nuôi của vợ hoặc chồng",
    Relation.CHILD: "Con đẻ, con nuôi",
    Relation.CHILD_IN_LAW: "Con dâu, con rể",
    Relation.GRANDPARENT: "Ông, bà",
    Relation.SIBLING: "Anh chị em ruột",
    Relation.SPOUSE_SIBLING: "Anh chị em ruột của vợ hoặc chồng",
    Relation.GRANDCHILD: "Cháu là con của con đẻ, con nuôi",
}
