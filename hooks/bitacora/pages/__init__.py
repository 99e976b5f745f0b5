"""Pages: one module for each kind, from the edition to Markdown."""
