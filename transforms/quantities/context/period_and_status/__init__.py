"""When a quantity holds, and whether it is so, expected or aimed at."""
