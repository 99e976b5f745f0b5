"""Open data: one module for each file offered, in one registry."""
