-- UCDP GED: deadly violence. type_of_violence 1 state-based, 2 between groups, 3 against civilians. Side a and b are parties of a conflict; in 1 and 2 their order says nothing about who struck.
SELECT 'ucdp:' || "id" AS id, TRY_CAST(left("date_start", 10) AS DATE) AS day, TRY_CAST(left("date_end", 10) AS DATE) AS until, CASE "date_prec" WHEN '1' THEN 'day' WHEN '2' THEN 'range' WHEN '3' THEN 'week' WHEN '4' THEN 'month' ELSE 'range' END AS precision,
    TRY_CAST(left("source_date", 10) AS DATE) AS published,
    'gw:' || coalesce(given("gwnoa"), '') || chr(31) || CASE WHEN given("gwnoa") IS NULL THEN 'REB' ELSE 'GOV;MIL' END || chr(31) || "side_a" AS actor_key, given("side_a") AS actor_name,
    CASE WHEN "type_of_violence" = '3' THEN coalesce(given("country"), '') ELSE 'gw:' || coalesce(given("gwnob"), '') END || chr(31)
        || CASE WHEN "type_of_violence" = '3' THEN 'CVL' WHEN given("gwnob") IS NULL THEN 'REB' ELSE 'GOV;MIL' END || chr(31) || CASE WHEN "type_of_violence" = '3' THEN '' ELSE "side_b" END AS recipient_key, given("side_b") AS recipient_name,
    CASE WHEN "type_of_violence" = '3' THEN '180' ELSE '190' END AS act_key, NULL::VARCHAR AS context, NULL::FLOAT AS goldstein, NULL::FLOAT AS score,
    coalesce(given("where_coordinates"), given("adm_2"), given("adm_1"), given("country")) AS place_name, given("country") AS place_key,
    TRY_CAST("latitude" AS DOUBLE) AS latitude, TRY_CAST("longitude" AS DOUBLE) AS longitude,
    NULL::INTEGER AS sentence, given("source_headline") AS text, given("source_office") AS source, NULL::VARCHAR AS url, greatest(1, coalesce(TRY_CAST("number_of_sources" AS INTEGER), 1)) AS reports, NULL::FLOAT AS confidence
FROM {source}
