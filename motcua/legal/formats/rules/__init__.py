"""Rules of format: the document as values (`paper`), what each line is (`parts`), what is wrong (`checks`)."""
