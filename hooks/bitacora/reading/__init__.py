"""From entries to typed records, gathering every problem on the way."""
