-- KEDS and its kin: day, source, target, code. The rows have no ids; the file's name and the row's number make them.
SELECT 'keds:{stem}:' || row_number() OVER () AS id, coalesce(TRY_CAST("date" AS DATE), try_strptime("date", ['%Y%m%d', '%y%m%d'])::DATE) AS day, NULL::DATE AS until, 'day' AS precision, NULL::DATE AS published,
    given("source") AS actor_key, NULL::VARCHAR AS actor_name, given("target") AS recipient_key, NULL::VARCHAR AS recipient_name,
    "code" AS act_key, NULL::VARCHAR AS context, NULL::FLOAT AS goldstein, NULL::FLOAT AS score,
    NULL::VARCHAR AS place_name, NULL::VARCHAR AS place_key, NULL::DOUBLE AS latitude, NULL::DOUBLE AS longitude,
    NULL::INTEGER AS sentence, NULL::VARCHAR AS text, NULL::VARCHAR AS source, NULL::VARCHAR AS url, 1 AS reports, NULL::FLOAT AS confidence
FROM {source}
