"""From an office's spreadsheet to canonical data files: bytes in, a plan out."""
