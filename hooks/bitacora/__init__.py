"""Bitácora's core: from curated records to an edition of the site."""
