CREATE OR REPLACE VIEW page_coverage AS
    WITH of_block AS (
        SELECT page_id, count(*) AS n_blocks,
               sum(n_chars)::BIGINT AS n_chars_in_blocks,
               coalesce(sum(n_chars) FILTER (role = 'noise'), 0)::BIGINT AS n_chars_in_noise
        FROM (SELECT page_id, role, length(regexp_replace(text, '[\s\p{Z}\x{b}\x{1c}-\x{1f}\x{85}]', '', 'g')) AS n_chars FROM block)
        GROUP BY page_id
    ), of_article AS (
        SELECT page_id, count(*) AS n_articles, count(headline) AS n_headlines FROM article GROUP BY page_id
    )
    SELECT p.page_id, p.source_uri, p.outlet, p.issue_date, p.edition,
           length(regexp_replace(p.text, '[\s\p{Z}\x{b}\x{1c}-\x{1f}\x{85}]', '', 'g')) AS n_chars_not_blank,
           coalesce(b.n_chars_in_blocks, 0) AS n_chars_in_blocks,
           coalesce(b.n_chars_in_noise, 0) AS n_chars_in_noise,
           coalesce(b.n_blocks, 0) AS n_blocks,
           coalesce(a.n_articles, 0) AS n_articles,
           coalesce(a.n_headlines, 0) AS n_headlines
    FROM page AS p
    LEFT JOIN of_block AS b ON b.page_id = p.page_id
    LEFT JOIN of_article AS a ON a.page_id = p.page_id;
COMMENT ON VIEW page_coverage IS 'One row per page: how much of it is in blocks, and what was found on it.';
COMMENT ON COLUMN page_coverage.n_chars_not_blank IS 'Code points of the page that are not blank';
COMMENT ON COLUMN page_coverage.n_chars_in_blocks IS 'Those that are in a block; all of them, unless a block was rejected';
COMMENT ON COLUMN page_coverage.n_chars_in_noise IS 'Those in blocks that belong to no article';
COMMENT ON COLUMN page_coverage.n_blocks IS 'Blocks on the page';
COMMENT ON COLUMN page_coverage.n_articles IS 'Articles on the page';
COMMENT ON COLUMN page_coverage.n_headlines IS 'Articles with a headline';
