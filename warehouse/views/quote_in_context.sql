CREATE OR REPLACE VIEW quote_in_context AS
    SELECT q.quote_id, q.text, q.speaker, q.verb, person.title AS speaker_title,
           a.headline, a.outlet, a.issue_date, p.edition, a.article_id, p.page_id, p.source_uri, q.char_start, q.char_end
    FROM quote AS q
    JOIN article AS a ON a.article_id = q.article_id
    JOIN page AS p ON p.page_id = a.page_id
    LEFT JOIN (SELECT article_id, name, min(title) AS title FROM person GROUP BY article_id, name) AS person
        ON person.article_id = q.article_id AND person.name = q.speaker;
COMMENT ON VIEW quote_in_context IS 'One row per quotation with its speaker''s title, headline, newspaper, day and source.';
COMMENT ON COLUMN quote_in_context.speaker_title IS 'Title of the speaker, where the article names the person with one';
