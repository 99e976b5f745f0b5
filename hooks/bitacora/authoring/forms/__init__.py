"""The forms with which a person edits the records in the browser."""
