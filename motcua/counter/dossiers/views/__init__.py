"""Officers' pages of the one-stop: lists, one dossier, acts, intake, papers. One writing call a view."""
