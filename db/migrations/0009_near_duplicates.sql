-- Near duplicates across offices. The functions repeat lib/domain/text/similarity.ts; a test compares the two.
CREATE FUNCTION jishi_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize(words, NFKC)),
    '[\s!-/:-@\[-`{-~。、，．·•—–…‘’“”〃〈〉《》「」『』【】〔〕〖〗〜～￥°×÷]', '', 'g')
$$;
--> statement-breakpoint
-- Dice's coefficient over pairs of neighbouring characters, counted with repetition.
CREATE FUNCTION jishi_likeness(a text, b text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH side AS (SELECT 1 AS side, jishi_plain(a) AS words UNION ALL SELECT 2, jishi_plain(b)),
  gram AS (
    SELECT side, substr(words, i, 2) AS gram
    FROM side, generate_series(1, CASE WHEN length(words) = 1 THEN 1 ELSE length(words) - 1 END) AS i
  ),
  counted AS (
    SELECT gram, count(*) FILTER (WHERE side = 1) AS left_count, count(*) FILTER (WHERE side = 2) AS right_count
    FROM gram GROUP BY gram
  )
  SELECT CASE WHEN min(length(words)) = 0 THEN 0 ELSE
    (SELECT 2.0 * sum(least(left_count, right_count)) / sum(left_count + right_count) FROM counted) END
  FROM side
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_series(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(mark[1]), '{}') FROM regexp_matches(lower(normalize(words, NFKC)),
    '(\d+(?:\.\d+)?|[一二三四五六七八九十百]+(?=期|批|号|师|团|连|标|包|阶段|年|季|课题|子)|(?<![a-z])[ivx]+(?![a-z]))', 'g') AS mark
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_differ_in_series(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT NOT jishi_series(a) <@ jishi_series(b) AND NOT jishi_series(b) <@ jishi_series(a)
$$;
--> statement-breakpoint
-- The policy within_reach of contract, for functions that look past it.
CREATE FUNCTION jishi_reaches(of_unit text, of_status text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(CASE jishi_role()
    WHEN 'registrar' THEN of_unit = jishi_unit()
    WHEN 'approver' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'auditor' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'leader' THEN of_status = 'registered'
  END, false)
$$;
--> statement-breakpoint
-- Contracts of any office between the same two parties, signed within 90 days of one in the caller's reach. It takes
-- that contract's id and no free values, so that nobody can ask about parties and amounts of their choosing; of a
-- contract outside the caller's reach it tells the office, the status and how far the two agree. Unsubmitted work of
-- an office is nobody else's business and no candidate.
CREATE FUNCTION jishi_near_duplicates(of_contract uuid) RETURNS TABLE (
  id uuid, unit text, status text, parties text, amounts text, days integer, name_likeness numeric,
  same_name boolean, differ_in_series boolean
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  own contract;
  first text;
  last text;
BEGIN
  SELECT * INTO own FROM contract c WHERE c.id = of_contract AND jishi_reaches(c.unit, c.status);
  IF own.sign_date IS NULL THEN RETURN; END IF;
  first := (own.sign_date::date - 90)::text;
  last := (own.sign_date::date + 90)::text;
  RETURN QUERY
  WITH near AS (
    SELECT c.* FROM contract c WHERE c.seller_code = own.seller_code AND c.sign_date BETWEEN first AND last
    UNION ALL
    SELECT c.* FROM contract c WHERE c.buyer_code = own.buyer_code AND c.sign_date BETWEEN first AND last
      AND c.seller_code IS DISTINCT FROM own.seller_code
    UNION ALL
    SELECT c.* FROM contract c WHERE c.seller_code = own.buyer_code AND c.buyer_code = own.seller_code
      AND c.sign_date BETWEEN first AND last
  ), paired AS (
    SELECT DISTINCT ON (n.id) n.id, n.unit, n.status, n.name, n.turnover, n.sign_date,
      CASE
        WHEN n.seller_code = own.seller_code AND n.buyer_code = own.buyer_code THEN 'same'
        WHEN n.seller_code = own.buyer_code AND n.buyer_code = own.seller_code THEN 'swapped'
        WHEN (n.seller_code = own.seller_code OR jishi_plain(n.seller_name) = jishi_plain(own.seller_name))
          AND (n.buyer_code = own.buyer_code OR jishi_plain(n.buyer_name) = jishi_plain(own.buyer_name)) THEN 'alike'
      END AS parties
    FROM near n
    WHERE n.id <> own.id AND n.status NOT IN ('draft', 'discarded')
  ), measured AS (
    SELECT p.*, least(p.turnover, own.turnover)::numeric AS less, greatest(p.turnover, own.turnover)::numeric AS more
    FROM paired p WHERE p.parties IS NOT NULL
  ), agreed AS (
    SELECT m.id, m.unit, m.status, m.parties,
      CASE
        WHEN m.turnover IS NULL OR own.turnover IS NULL THEN 'unknown'
        WHEN m.less = m.more THEN 'same'
        WHEN (m.more - m.less) * 100 <= m.more THEN 'within1'
        WHEN (m.more - m.less) * 20 <= m.more THEN 'within5'
        WHEN m.more BETWEEN m.less * 9900 AND m.less * 10100 THEN 'slip'
        WHEN m.more < m.less * 2 THEN 'within50'
        ELSE 'far'
      END AS amounts,
      abs(m.sign_date::date - own.sign_date::date) AS days,
      round(jishi_likeness(m.name, own.name), 4) AS name_likeness,
      coalesce(jishi_plain(m.name) <> '' AND jishi_plain(m.name) = jishi_plain(own.name), false) AS same_name,
      coalesce(jishi_differ_in_series(m.name, own.name), false) AS differ_in_series
    FROM measured m
  )
  SELECT CASE WHEN jishi_reaches(a.unit, a.status) THEN a.id END, a.unit, a.status, a.parties, a.amounts, a.days,
    coalesce(a.name_likeness, 0), a.same_name, a.differ_in_series
  FROM agreed a
  WHERE a.amounts IN ('same', 'within1', 'within5', 'slip') OR a.name_likeness >= 0.5;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_near_duplicates(uuid), jishi_reaches(text, text), jishi_plain(text),
  jishi_likeness(text, text), jishi_series(text), jishi_differ_in_series(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_near_duplicates(uuid), jishi_plain(text), jishi_likeness(text, text),
  jishi_series(text), jishi_differ_in_series(text, text), jishi_reaches(text, text) TO jishi_app;
