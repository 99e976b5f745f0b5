"""Frozen typed records: one module for each family, in the words of the offices."""
