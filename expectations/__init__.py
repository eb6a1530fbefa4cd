"""What must hold of each table, and the split of rows into fit and unfit: the only code that knows Great Expectations."""
