"""Word files: guarded, read with the formatting in force, mended without touching a letter, marked with comments."""
