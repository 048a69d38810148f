-- Version 1. Every table and column says what it is (COMMENT ON), so that the file explains itself to whoever opens it.

CREATE TABLE store (key VARCHAR PRIMARY KEY, value VARCHAR);
COMMENT ON TABLE store IS 'Facts about this file: schema_version, created_by, incidents (stale or current).';

CREATE TABLE runs (
    run INTEGER PRIMARY KEY, kind VARCHAR NOT NULL, coder VARCHAR NOT NULL, language_model VARCHAR, models_hash VARCHAR,
    knowledge_hash VARCHAR, view VARCHAR, least_confidence DOUBLE, started TIMESTAMP, finished TIMESTAMP);
COMMENT ON TABLE runs IS 'One row a run of ingest, import or recode: what made the events that carry its number.';
COMMENT ON COLUMN runs.kind IS 'ingest, import or recode';
COMMENT ON COLUMN runs.coder IS 'Program and version';
COMMENT ON COLUMN runs.language_model IS 'accurate or fast; null for an import';
COMMENT ON COLUMN runs.models_hash IS 'SHA-256 over the model files used';
COMMENT ON COLUMN runs.knowledge_hash IS 'SHA-256 over the knowledge files used, overlays included';
COMMENT ON COLUMN runs.view IS 'Whom disputed territories count for; null for the default';
COMMENT ON COLUMN runs.finished IS 'Null while the run is under way and for one that was killed';

CREATE TABLE documents (
    document_key BIGINT NOT NULL, id VARCHAR NOT NULL, revision INTEGER NOT NULL, current BOOLEAN NOT NULL, text_hash VARCHAR NOT NULL,
    duplicate_of BIGINT, similarity DOUBLE, fingerprint BLOB, published DATE, title VARCHAR, author VARCHAR, source VARCHAR, url VARCHAR,
    language VARCHAR, dateline VARCHAR, layout VARCHAR, other VARCHAR, text VARCHAR NOT NULL, run INTEGER NOT NULL);
COMMENT ON TABLE documents IS 'What was read, one row a revision of a document.';
COMMENT ON COLUMN documents.document_key IS 'Number of the row, from 1, in the order of reading';
COMMENT ON COLUMN documents.id IS 'The document''s id; a changed text of the same id is a new revision';
COMMENT ON COLUMN documents.revision IS 'From 1';
COMMENT ON COLUMN documents.current IS 'Whether it is the latest revision; only its events count';
COMMENT ON COLUMN documents.text_hash IS 'SHA-256 of the text in UTF-8, hexadecimal; corrections hang on it';
COMMENT ON COLUMN documents.duplicate_of IS 'document_key of the text that this one repeats; null for an original. A repeated text is a further source, its events are the original''s';
COMMENT ON COLUMN documents.similarity IS 'Estimated Jaccard similarity of the word shingles, 1 for the same words';
COMMENT ON COLUMN documents.fingerprint IS 'MinHash signature by which near duplicates are found';
COMMENT ON COLUMN documents.layout IS 'Parts of the text that are not coded, in code points: page furniture as start-end, the dateline as d:start-end, joined with ;';
COMMENT ON COLUMN documents.run IS 'The run that last coded it';
COMMENT ON COLUMN documents.other IS 'Further fields of the input, a JSON object';

CREATE TABLE sentences (document_key BIGINT NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL);
COMMENT ON TABLE sentences IS 'Where the sentences of a document stand: half-open offsets in Unicode code points; substring(text, start + 1, "end" - start) gives the words.';

CREATE TABLE events (
    event_key BIGINT NOT NULL, id VARCHAR NOT NULL, document_key BIGINT, run INTEGER NOT NULL, origin VARCHAR NOT NULL, published DATE,
    date_start DATE, date_end DATE, date_precision VARCHAR, date_basis VARCHAR,
    actor_code VARCHAR, actor_country VARCHAR, actor_sector VARCHAR, actor_name VARCHAR,
    recipient_code VARCHAR, recipient_country VARCHAR, recipient_sector VARCHAR, recipient_name VARCHAR, many BOOLEAN NOT NULL,
    event VARCHAR NOT NULL, mode VARCHAR, context VARCHAR, quad UTINYINT NOT NULL, cameo VARCHAR, goldstein FLOAT, score FLOAT,
    content_event VARCHAR, content_mode VARCHAR, content_cameo VARCHAR, status VARCHAR NOT NULL, attribution VARCHAR NOT NULL,
    place_name VARCHAR, place_country VARCHAR, latitude DOUBLE, longitude DOUBLE,
    sentence INTEGER, trigger_start INTEGER, trigger_end INTEGER, text VARCHAR, source VARCHAR, url VARCHAR, reports INTEGER,
    confidence DOUBLE, coder VARCHAR, rule VARCHAR,
    corrected BOOLEAN NOT NULL, rejected BOOLEAN NOT NULL, record VARCHAR, original VARCHAR);
COMMENT ON TABLE events IS 'One row an event, coded here or imported, with corrections applied. The view current_events leaves out what was rejected or is told by outdated revisions only.';
COMMENT ON COLUMN events.event_key IS 'Number of the row; an event keeps its id when it is coded anew, not its key';
COMMENT ON COLUMN events.id IS 'Stable id: document:sentence:number, or origin:id for an imported one';
COMMENT ON COLUMN events.document_key IS 'The document that tells it; null for an imported one';
COMMENT ON COLUMN events.origin IS 'entente for one coded here, else the format it was imported from: gdelt1, gdelt2, icews, polecat, phoenix, keds, ucdp, acled';
COMMENT ON COLUMN events.run IS 'The run that made it';
COMMENT ON COLUMN events.published IS 'Day of publication';
COMMENT ON COLUMN events.date_precision IS 'day, week, month, season, quarter, year, decade or range';
COMMENT ON COLUMN events.date_basis IS 'What the date rests on: text, dateline or published';
COMMENT ON COLUMN events.date_start IS 'First day of the act; null when open or unknown';
COMMENT ON COLUMN events.date_end IS 'Last day; null when open or unknown';
COMMENT ON COLUMN events.actor_code IS 'Code of the first actor; null when nobody could name it. All of them stand in actors where many is true';
COMMENT ON COLUMN events.actor_country IS 'ISO 3166-1 alpha-3 or historic code of the first actor''s state';
COMMENT ON COLUMN events.actor_sector IS 'Sectors joined with ;, the main one first';
COMMENT ON COLUMN events.many IS 'Whether it has more than one actor or more than one recipient';
COMMENT ON COLUMN events.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (PLOVER)';
COMMENT ON COLUMN events.goldstein IS 'Goldstein scale, -10 to 10 (Goldstein 1992)';
COMMENT ON COLUMN events.score IS 'PLOVER conflict-cooperation score, -10 to 10';
COMMENT ON COLUMN events.status IS 'actual, historical, future, hypothetical or negated';
COMMENT ON COLUMN events.attribution IS 'none: the article itself says so; asserted: somebody says so; denied: only its denier tells it; doubted; disputed: one says so, another denies or doubts it';
COMMENT ON COLUMN events.trigger_start IS 'Where the lead evidence''s predicate stands, in code points';
COMMENT ON COLUMN events.text IS 'The lead evidence''s words; for an imported one what the file has instead';
COMMENT ON COLUMN events.reports IS 'Number of reports that an imported row stands for; 1 for one coded here';
COMMENT ON COLUMN events.corrected IS 'Whether an analyst changed or confirmed it';
COMMENT ON COLUMN events.rejected IS 'Whether an analyst rejected it';
COMMENT ON COLUMN events.original IS 'The record as it was coded, where it was corrected';
COMMENT ON COLUMN events.record IS 'The whole event as in docs/formats.md, one line of JSON; null for an imported one';

CREATE TABLE actors (
    event_key BIGINT NOT NULL, side VARCHAR NOT NULL, position INTEGER NOT NULL, code VARCHAR, country VARCHAR, sector VARCHAR,
    name VARCHAR, person VARCHAR, title VARCHAR, identifier VARCHAR, text VARCHAR, span_start INTEGER, span_end INTEGER, how VARCHAR, confidence FLOAT);
COMMENT ON TABLE actors IS 'Everybody who takes part in a coded event; imported rows have one actor and at most one recipient, which stand in events.';
COMMENT ON COLUMN actors.side IS 'actor or recipient';
COMMENT ON COLUMN actors.position IS 'From 1, in the event''s order';

CREATE TABLE attributions (
    event_key BIGINT NOT NULL, position INTEGER NOT NULL, stance VARCHAR NOT NULL, code VARCHAR, country VARCHAR, sector VARCHAR, name VARCHAR,
    person VARCHAR, text VARCHAR, span_start INTEGER, span_end INTEGER, via VARCHAR);
COMMENT ON TABLE attributions IS 'Who says so and who denies it.';
COMMENT ON COLUMN attributions.stance IS 'asserts, denies or doubts';
COMMENT ON COLUMN attributions.via IS 'Codes of the claims around this one, the outermost first, joined with ;';

CREATE TABLE incidents (
    incident BIGINT NOT NULL, event VARCHAR NOT NULL, mode VARCHAR, quad UTINYINT NOT NULL, date_start DATE, date_end DATE,
    actor_code VARCHAR, recipient_code VARCHAR, place_name VARCHAR, place_country VARCHAR, latitude DOUBLE, longitude DOUBLE,
    first_report DATE, reports INTEGER NOT NULL, sources INTEGER NOT NULL, statuses VARCHAR NOT NULL, lead BIGINT NOT NULL);
COMMENT ON TABLE incidents IS 'One act, told by one report or by many.';
COMMENT ON COLUMN incidents.reports IS 'Number of events that tell it';
COMMENT ON COLUMN incidents.sources IS 'Number of texts that tell it and do not repeat one another';
COMMENT ON COLUMN incidents.statuses IS 'The statuses told, joined with ;, the most frequent first';
COMMENT ON COLUMN incidents.lead IS 'event_key of the fullest report';

CREATE TABLE incident_reports (incident BIGINT NOT NULL, event_key BIGINT NOT NULL);
COMMENT ON TABLE incident_reports IS 'Which events tell an incident.';

CREATE TABLE corrections (
    correction INTEGER NOT NULL, event_id VARCHAR NOT NULL, document VARCHAR NOT NULL, text_hash VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, event VARCHAR NOT NULL, field VARCHAR NOT NULL, value VARCHAR, author VARCHAR NOT NULL,
    made DATE NOT NULL, note VARCHAR);
COMMENT ON TABLE corrections IS 'An analyst''s word, which stands above the coder''s. It hangs on the text and the words of the evidence, so it survives coding anew.';
COMMENT ON COLUMN corrections.text_hash IS 'Of the document whose words were judged';
COMMENT ON COLUMN corrections.event IS 'Type that the coder had given; with the span it names the event';
COMMENT ON COLUMN corrections.field IS 'event, mode, actor, recipient, status, date, place, cameo, reject or confirm';
COMMENT ON COLUMN corrections.value IS 'The right value in the form of docs/formats.md; null for reject and confirm';

CREATE TABLE imports (
    file VARCHAR NOT NULL, bytes BIGINT NOT NULL, hash VARCHAR NOT NULL, format VARCHAR NOT NULL, rows BIGINT NOT NULL, skipped BIGINT NOT NULL,
    first_id VARCHAR, last_id VARCHAR, run INTEGER NOT NULL);
COMMENT ON TABLE imports IS 'Files of other event data that were imported; one of the same name and contents is not imported again.';
COMMENT ON COLUMN imports.file IS 'Name without its folder';
COMMENT ON COLUMN imports.hash IS 'SHA-256 of the file';
COMMENT ON COLUMN imports.rows IS 'Rows that became events, or, of a file of mentions, that were counted';
COMMENT ON COLUMN imports.skipped IS 'Rows that did not';
COMMENT ON COLUMN imports.first_id IS 'Least id of its events in the order of the bytes; null for mentions';
COMMENT ON COLUMN imports.last_id IS 'Greatest id';

CREATE TABLE feeds (url VARCHAR PRIMARY KEY, etag VARCHAR, last_modified VARCHAR);
COMMENT ON TABLE feeds IS 'What addresses said of their state when they were last read, for asking whether there is news.';

CREATE VIEW live_documents AS
    SELECT DISTINCT coalesce(duplicate_of, document_key) AS document_key FROM documents WHERE current;
COMMENT ON VIEW live_documents IS 'Texts that some current document has.';

CREATE VIEW current_events AS
    SELECT * FROM events WHERE NOT rejected AND (document_key IS NULL OR document_key IN (SELECT document_key FROM live_documents));
COMMENT ON VIEW current_events IS 'The events that count.';

CREATE VIEW event_actors AS
    SELECT event_key, side, position, code, country, sector, coalesce(person, name, text) AS name FROM actors
    UNION ALL SELECT event_key, 'actor', 1, actor_code, actor_country, actor_sector, actor_name FROM events
        WHERE origin <> 'entente' AND (actor_code IS NOT NULL OR actor_country IS NOT NULL OR actor_sector IS NOT NULL OR actor_name IS NOT NULL)
    UNION ALL SELECT event_key, 'recipient', 1, recipient_code, recipient_country, recipient_sector, recipient_name FROM events
        WHERE origin <> 'entente' AND (recipient_code IS NOT NULL OR recipient_country IS NOT NULL OR recipient_sector IS NOT NULL OR recipient_name IS NOT NULL);
COMMENT ON VIEW event_actors IS 'Everybody who takes part in an event, coded here or imported.';
