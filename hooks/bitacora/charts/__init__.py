"""Static SVG drawings of what a report says, each with the table of its figures."""
