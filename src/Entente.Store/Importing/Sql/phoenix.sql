-- Phoenix: its quad class calls 16 another quad than GDELT does; we take ours from the code and read neither.
SELECT 'phoenix:' || EventID AS id, try_strptime("Date", '%Y%m%d')::DATE AS day, NULL::DATE AS until, 'day' AS precision, NULL::DATE AS published,
    nullif(coalesce(nullif(SourceActorFull, ''), SourceActorEntity || coalesce(SourceActorRole, '')), '') AS actor_key, NULL::VARCHAR AS actor_name,
    nullif(coalesce(nullif(TargetActorFull, ''), TargetActorEntity || coalesce(TargetActorRole, '')), '') AS recipient_key, NULL::VARCHAR AS recipient_name,
    EventCode AS act_key, NULL::VARCHAR AS context, TRY_CAST(GoldsteinScore AS FLOAT) AS goldstein, NULL::FLOAT AS score,
    coalesce(given(LocationName), given(StateName), given(CountryName)) AS place_name, given(CountryName) AS place_key,
    TRY_CAST(Lat AS DOUBLE) AS latitude, TRY_CAST(Lon AS DOUBLE) AS longitude,
    TRY_CAST(regexp_extract(SentenceID, '_(\d+)', 1) AS INTEGER) AS sentence, NULL::VARCHAR AS text, given(split_part(NewsSources, ';', 1)) AS source, given(split_part(URLs, ';', 1)) AS url,
    greatest(1, len(string_split(coalesce(nullif(URLs, ''), 'one'), ';')))::INTEGER AS reports, NULL::FLOAT AS confidence
FROM {source}
