"""What each rule asks, why it matters, how to mend its breach, told to whoever keeps the data."""
