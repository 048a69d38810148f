-- GDELT 1.0 and 2.0: the same columns under the same names, 2.0 has three more that we do not read.
SELECT '{origin}:' || GLOBALEVENTID AS id, SQLDATE AS day, NULL::DATE AS until, 'day' AS precision,
    TRY(CASE WHEN DATEADDED > 99999999 THEN make_date(CAST(DATEADDED // 10000000000 AS INTEGER), CAST(DATEADDED // 100000000 % 100 AS INTEGER), CAST(DATEADDED // 1000000 % 100 AS INTEGER))
        ELSE make_date(CAST(DATEADDED // 10000 AS INTEGER), CAST(DATEADDED // 100 % 100 AS INTEGER), CAST(DATEADDED % 100 AS INTEGER)) END) AS published,
    nullif(Actor1Code, '') AS actor_key, nullif(Actor1Name, '') AS actor_name, nullif(Actor2Code, '') AS recipient_key, nullif(Actor2Name, '') AS recipient_name,
    EventCode AS act_key, NULL::VARCHAR AS context, TRY_CAST(GoldsteinScale AS FLOAT) AS goldstein, NULL::FLOAT AS score,
    nullif(ActionGeo_FullName, '') AS place_name, nullif(ActionGeo_CountryCode, '') AS place_key,
    TRY_CAST(ActionGeo_Lat AS DOUBLE) AS latitude, TRY_CAST(ActionGeo_Long AS DOUBLE) AS longitude,
    NULL::INTEGER AS sentence, NULL::VARCHAR AS text, NULL::VARCHAR AS source, nullif(SOURCEURL, '') AS url,
    coalesce(TRY_CAST(NumArticles AS INTEGER), 1) AS reports, NULL::FLOAT AS confidence
FROM {source}
