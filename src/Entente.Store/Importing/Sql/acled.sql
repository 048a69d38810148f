-- ACLED: the order of actor1 and actor2 says nothing about who acted on whom.
SELECT 'acled:' || "event_id_cnty" AS id, coalesce(TRY_CAST("event_date" AS DATE), try_strptime("event_date", ['%d %B %Y', '%d/%m/%Y'])::DATE) AS day, NULL::DATE AS until, CASE "time_precision" WHEN '2' THEN 'week' WHEN '3' THEN 'month' ELSE 'day' END AS precision, NULL::DATE AS published,
    'acled:' || coalesce(given("country"), '') || chr(31) || coalesce("inter1", '') || chr(31) || coalesce(given("actor1"), '') AS actor_key, given("actor1") AS actor_name,
    CASE WHEN given("actor2") IS NULL THEN NULL ELSE 'acled:' || coalesce(given("country"), '') || chr(31) || coalesce("inter2", '') || chr(31) || "actor2" END AS recipient_key, given("actor2") AS recipient_name,
    "event_type" || '|' || coalesce("sub_event_type", '') AS act_key, NULL::VARCHAR AS context, NULL::FLOAT AS goldstein, NULL::FLOAT AS score,
    coalesce(given("location"), given("admin1"), given("country")) AS place_name, given("country") AS place_key,
    TRY_CAST("latitude" AS DOUBLE) AS latitude, TRY_CAST("longitude" AS DOUBLE) AS longitude,
    NULL::INTEGER AS sentence, given("notes") AS text, given("source") AS source, NULL::VARCHAR AS url, 1 AS reports, NULL::FLOAT AS confidence
FROM {source}
