"""What must hold of each table, and rows split into fit and unfit: the only code that knows Great Expectations."""
