CREATE TABLE IF NOT EXISTS metric (
    metric_id    VARCHAR NOT NULL,
    article_id   VARCHAR NOT NULL,
    sentence_id  VARCHAR,
    in_body      BOOLEAN NOT NULL,
    raw          VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    low          DOUBLE,
    high         DOUBLE,
    unit         VARCHAR NOT NULL,
    stated_value VARCHAR NOT NULL,
    stated_unit  VARCHAR NOT NULL,
    comparator   VARCHAR NOT NULL,
    change       VARCHAR,
    direction    VARCHAR,
    indicator    VARCHAR,
    subject      VARCHAR,
    period_start DATE,
    period_end   DATE,
    status       VARCHAR NOT NULL,
    per          VARCHAR,
    speaker      VARCHAR,
    rule         VARCHAR NOT NULL,
    confidence   DOUBLE NOT NULL,
    char_start   INTEGER NOT NULL,
    char_end     INTEGER NOT NULL
);
COMMENT ON TABLE metric IS 'One row per quantity that a text states: a numeral with a unit, and whose, when and how sure it is.';
COMMENT ON COLUMN metric.metric_id IS 'Stable id';
COMMENT ON COLUMN metric.article_id IS 'Article that states it';
COMMENT ON COLUMN metric.sentence_id IS 'Sentence that states it; null in a headline, subheading or caption';
COMMENT ON COLUMN metric.in_body IS 'True in a body; false in headlines, subheadings and captions';
COMMENT ON COLUMN metric.raw IS 'The words: numeral, unit, and the comparators and change words that touch it';
COMMENT ON COLUMN metric.kind IS 'money, percent, percent_point, multiple, length, area, volume, mass, duration, count and the like';
COMMENT ON COLUMN metric.low IS 'Lower bound in unit; null where open';
COMMENT ON COLUMN metric.high IS 'Upper bound in unit; null where open; equal to low for a plain value';
COMMENT ON COLUMN metric.unit IS 'ISO 4217 for money, UCUM for measures, %, pp, x, else the measure word';
COMMENT ON COLUMN metric.stated_value IS 'Number as printed (20.57)';
COMMENT ON COLUMN metric.stated_unit IS 'Unit as printed, with its scale (万亩)';
COMMENT ON COLUMN metric.comparator IS '=, >, >=, <, <=, ≈ or range';
COMMENT ON COLUMN metric.change IS 'Against what it moved: yoy (同比), mom (环比), other; null where it did not';
COMMENT ON COLUMN metric.direction IS 'up or down; null where it did not move';
COMMENT ON COLUMN metric.indicator IS 'What is measured, as the text names it';
COMMENT ON COLUMN metric.subject IS 'Whose it is; null where the text does not say';
COMMENT ON COLUMN metric.period_start IS 'First day it holds for; null where not said';
COMMENT ON COLUMN metric.period_end IS 'Last day it holds for; null where not said';
COMMENT ON COLUMN metric.status IS 'actual, expected (预计, 将) or target (目标, 力争)';
COMMENT ON COLUMN metric.per IS 'Base of a rate: a for 每年, 人 for 人均';
COMMENT ON COLUMN metric.speaker IS 'Who says so, where it stands in a quotation';
COMMENT ON COLUMN metric.rule IS 'Rule that read it';
COMMENT ON COLUMN metric.confidence IS 'How sure the reading is, 0 to 1';
COMMENT ON COLUMN metric.char_start IS 'First code point in page.text';
COMMENT ON COLUMN metric.char_end IS 'One past the last code point in page.text';
