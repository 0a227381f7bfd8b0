-- The one clock. The application's role always reads the real one; only a connection of the owner (demo story,
-- tests) can tell an earlier time, by the setting app.clock, also after it has taken the application's role.
CREATE FUNCTION jishi_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT CASE WHEN session_user = 'jishi_app' THEN clock_timestamp()
    ELSE coalesce(nullif(current_setting('app.clock', true), '')::timestamptz, clock_timestamp()) END
$$;
--> statement-breakpoint
-- Pairs of neighbouring characters, lower-cased: an index on them finds any text of two characters or more,
-- which trigrams can't do for Chinese.
CREATE FUNCTION jishi_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM (
    SELECT substr(lower(words), i, 2) AS gram FROM generate_series(1, greatest(length(words) - 1, 0)) AS i
  ) AS pairs
  WHERE gram !~ '\s'
$$;
--> statement-breakpoint
CREATE SEQUENCE posting_id AS bigint;
