"""Rules between records: each a small generator with an id and a severity."""
