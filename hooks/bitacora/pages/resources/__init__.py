"""The register of contributions, its views, its rates; the budget of the actions."""
