"""What the records amount to: pure sums, states and counts."""
