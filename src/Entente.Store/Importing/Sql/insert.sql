-- From the rows of a file to events: everything that a format calls its own way is looked up in small tables.
INSERT INTO events
SELECT $base + s.rowid + 1, s.id, NULL, $run, '{origin}', s.published, s.day, coalesce(s.until, s.day), s.precision, NULL,
    a.code, a.country, a.sector, CASE WHEN a.known THEN coalesce(s.actor_name, a.name) ELSE coalesce(a.name, s.actor_name) END,
    r.code, r.country, r.sector, CASE WHEN r.known THEN coalesce(s.recipient_name, r.name) ELSE coalesce(r.name, s.recipient_name) END, false,
    t.event, t.mode, coalesce(s.context, t.context), t.quad, t.cameo, coalesce(s.goldstein, t.goldstein), coalesce(s.score, t.score),
    NULL, NULL, NULL, 'actual', 'none', s.place_name, p.code, s.latitude, s.longitude,
    s.sentence, NULL, NULL, s.text, s.source, s.url, s.reports, s.confidence, '{coder}', NULL, false, false, NULL, NULL
FROM staged s JOIN import_acts t ON t.key = s.act_key
    LEFT JOIN import_actors a ON a.key = s.actor_key AND s.day BETWEEN a.since AND a.until
    LEFT JOIN import_actors r ON r.key = s.recipient_key AND s.day BETWEEN r.since AND r.until
    LEFT JOIN import_places p ON p.key = s.place_key
WHERE s.day IS NOT NULL
