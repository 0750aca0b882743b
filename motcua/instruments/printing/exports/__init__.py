"""Papers and tables as office files, for who goes on working with them: Word and spreadsheets."""

from motcua.instruments.printing.exports.word import lists_as_word, report_as_word
from motcua.instruments.printing.exports.workbook import Sheet, as_workbook

__all__ = ["Sheet", "as_workbook", "lists_as_word", "report_as_word"]
