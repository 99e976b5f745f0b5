"""Workbooks to fill in: what a unit must report, or the rows of a table, as a spreadsheet."""
