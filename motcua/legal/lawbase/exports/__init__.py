"""A document as others can use it: JSON, Word, PDF, Akoma Ntoso 3.0; the register's open data as CSV."""

from motcua.legal.lawbase.exports.akoma import NAMESPACE, as_akoma_ntoso
from motcua.legal.lawbase.exports.paper import TooLong, as_pdf
from motcua.legal.lawbase.exports.plain import as_csv, as_json, as_word

__all__ = ["NAMESPACE", "TooLong", "as_akoma_ntoso", "as_csv", "as_json", "as_pdf", "as_word"]
