"""A new site: what is asked of the office, the files that come of its answers."""
