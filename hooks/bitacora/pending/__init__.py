"""What waits to be done, by whom, until when: a reminder made from the data."""
