-- ICEWS: literal NA for nothing; days are 2018-06-01 or, in the file of 2017, 6/1/2017.
SELECT 'icews:' || "Event ID" AS id, coalesce(TRY_CAST("Event Date" AS DATE), try_strptime("Event Date", '%m/%d/%Y')::DATE) AS day, NULL::DATE AS until, 'day' AS precision, NULL::DATE AS published,
    coalesce(given("Source Country"), '') || chr(31) || coalesce(given("Source Sectors"), '') || chr(31) || coalesce(given("Source Name"), '') AS actor_key, given("Source Name") AS actor_name,
    coalesce(given("Target Country"), '') || chr(31) || coalesce(given("Target Sectors"), '') || chr(31) || coalesce(given("Target Name"), '') AS recipient_key, given("Target Name") AS recipient_name,
    "CAMEO Code" AS act_key, NULL::VARCHAR AS context, TRY_CAST("Intensity" AS FLOAT) AS goldstein, NULL::FLOAT AS score,
    coalesce(given("City"), given("District"), given("Province"), given("Country")) AS place_name, given("Country") AS place_key,
    TRY_CAST("Latitude" AS DOUBLE) AS latitude, TRY_CAST("Longitude" AS DOUBLE) AS longitude,
    TRY_CAST("Sentence Number" AS INTEGER) AS sentence, given("Event Text") AS text, given("Publisher") AS source, NULL::VARCHAR AS url, 1 AS reports, NULL::FLOAT AS confidence
FROM {source}
