"""The closing of reports: acts written down, read, compared ever after."""
