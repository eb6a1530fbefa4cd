"""Lines to units: which lines go on in the next, and in which columns they stand."""
