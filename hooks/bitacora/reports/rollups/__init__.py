"""What several reports amount to: a year, the whole term."""
