"""What a report says: computed once, frozen at its closing, compared ever after."""
