"""What a page tells to machines: to those that show it elsewhere, to those that index it."""
