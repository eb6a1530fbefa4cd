CREATE OR REPLACE VIEW reprint AS
    SELECT md5(a.body) AS body_md5, count(*) OVER (PARTITION BY md5(a.body)) AS n_articles,
           a.article_id, a.headline, a.outlet, a.issue_date, p.page_id, p.edition, p.source_uri
    FROM article AS a JOIN page AS p ON p.page_id = a.page_id
    WHERE a.body <> ''
    QUALIFY count(*) OVER (PARTITION BY md5(a.body)) > 1;
COMMENT ON VIEW reprint IS 'One row per article whose body stands word for word in another article too.';
COMMENT ON COLUMN reprint.body_md5 IS 'The same for the articles with one body';
COMMENT ON COLUMN reprint.n_articles IS 'Articles with this body';
