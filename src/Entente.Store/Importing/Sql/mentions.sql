-- Mentions of the first quarter of an hour are counted in the event's own row; only the later ones add to it.
SELECT 'gdelt2:' || GLOBALEVENTID AS id, count(DISTINCT MentionIdentifier)::INTEGER AS more, count(*) AS rows
FROM {source} WHERE MentionTimeDate <> EventTimeDate GROUP BY ALL
