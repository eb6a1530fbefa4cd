"""The only code that knows DuckDB: tables, views, loading, publishing, asking."""
