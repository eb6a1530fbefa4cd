CREATE OR REPLACE MACRO search(words) AS TABLE
    WITH wanted AS (
        SELECT DISTINCT unnest(string_split(trim(words), ' ')) AS word
    ), length AS (
        SELECT article_id, count(*) AS n_words FROM token JOIN sentence USING (sentence_id) GROUP BY article_id
    ), hit AS (
        SELECT article_id, word, count(*) AS n
        FROM token JOIN wanted USING (word) JOIN sentence USING (sentence_id) GROUP BY article_id, word
    ), rarity AS (
        SELECT word, ln(1 + ((SELECT count(*) FROM length) - count(*) + 0.5) / (count(*) + 0.5)) AS idf
        FROM hit GROUP BY word
    )
    SELECT hit.article_id,
           count(*) AS n_words_found,
           round(sum(idf * n * 2.2 / (n + 1.2 * (0.25 + 0.75 * n_words / (SELECT avg(n_words) FROM length)))), 4) AS score
    FROM hit JOIN rarity USING (word) JOIN length USING (article_id)
    GROUP BY hit.article_id ORDER BY score DESC, hit.article_id;
COMMENT ON MACRO TABLE search IS 'Articles whose body has any of the words (jieba''s, with blanks between), best first by BM25: article_id, n_words_found, score';
