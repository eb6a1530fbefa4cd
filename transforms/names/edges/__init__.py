"""Names of people that begin and end where they should, and those that are none."""
