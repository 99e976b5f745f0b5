"""Reports set as A4 documents, saying what their pages say."""
