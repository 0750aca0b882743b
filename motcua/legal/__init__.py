"""What the law says: the catalogue of procedures, the forms, the legal documents with their effect over time."""
