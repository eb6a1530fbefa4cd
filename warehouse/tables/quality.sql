CREATE TABLE IF NOT EXISTS quality (
    run_id           VARCHAR NOT NULL,
    table_name       VARCHAR NOT NULL,
    expectation      VARCHAR NOT NULL,
    severity         VARCHAR NOT NULL,
    success          BOOLEAN NOT NULL,
    observed         VARCHAR,
    unexpected_count BIGINT
);
COMMENT ON TABLE quality IS 'One row per check in a run.';
COMMENT ON COLUMN quality.run_id IS 'Run';
COMMENT ON COLUMN quality.table_name IS 'Table that was checked';
COMMENT ON COLUMN quality.expectation IS 'Check';
COMMENT ON COLUMN quality.severity IS 'critical or warning';
COMMENT ON COLUMN quality.success IS 'Did it hold';
COMMENT ON COLUMN quality.observed IS 'What was seen';
COMMENT ON COLUMN quality.unexpected_count IS 'Rows that did not hold';
