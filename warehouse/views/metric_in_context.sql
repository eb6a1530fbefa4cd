CREATE OR REPLACE VIEW metric_in_context AS
    SELECT m.metric_id, m.raw, m.kind, m.low, m.high, m.unit, m.comparator, m.change, m.direction, m.indicator, m.subject,
           m.period_start, m.period_end, m.status, m.per, m.speaker, m.confidence, m.in_body,
           s.text AS sentence, a.headline, a.outlet, a.issue_date, p.edition, a.article_id, p.page_id, p.source_uri,
           m.char_start, m.char_end
    FROM metric AS m
    JOIN article AS a ON a.article_id = m.article_id
    JOIN page AS p ON p.page_id = a.page_id
    LEFT JOIN sentence AS s ON s.sentence_id = m.sentence_id;
COMMENT ON VIEW metric_in_context IS 'One row per metric with its sentence, headline, newspaper, day and source.';
COMMENT ON COLUMN metric_in_context.sentence IS 'The sentence that states it; null in a headline, subheading or caption';
