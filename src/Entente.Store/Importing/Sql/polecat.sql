-- POLECAT: literal None for nothing, lists joined with "; "; its types and modes are PLOVER's.
SELECT 'polecat:' || "Event ID" AS id, coalesce(TRY_CAST("Event Date" AS DATE), try_strptime("Event Date", ['%m/%d/%Y', '%Y%m%d'])::DATE) AS day, NULL::DATE AS until, 'day' AS precision,
    coalesce(TRY_CAST("Publication Date" AS DATE), try_strptime("Publication Date", ['%m/%d/%Y', '%Y%m%d'])::DATE) AS published,
    coalesce(given("Actor Country"), '') || chr(31) || coalesce(given("Actor Sectors"), given("Primary Actor Sector"), '') || chr(31) || coalesce(given("Actor Name"), '') AS actor_key, given("Actor Name") AS actor_name,
    coalesce(given("Recipient Country"), '') || chr(31) || coalesce(given("Recipient Sectors"), given("Primary Recipient Sector"), '') || chr(31) || coalesce(given("Recipient Name"), '') AS recipient_key, given("Recipient Name") AS recipient_name,
    "Event Type" || '|' || coalesce(given("Event Mode"), '') AS act_key, replace(given("Contexts"), '; ', ';') AS context, NULL::FLOAT AS goldstein, TRY_CAST("Intensity" AS FLOAT) AS score,
    coalesce(given("Placename"), given("City"), given("District"), given("Province")) AS place_name, given("Country") AS place_key,
    TRY_CAST("Latitude" AS DOUBLE) AS latitude, TRY_CAST("Longitude" AS DOUBLE) AS longitude,
    NULL::INTEGER AS sentence, NULL::VARCHAR AS text, given("Source") AS source, NULL::VARCHAR AS url, 1 AS reports, NULL::FLOAT AS confidence
FROM {source}
