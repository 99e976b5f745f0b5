"""What checks a published report with nothing but its files: only the standard library."""
