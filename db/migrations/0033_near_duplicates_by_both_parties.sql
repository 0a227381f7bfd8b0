-- Both parties are looked for at once, each way they can agree from an index of its own: a busy seller has thousands of
-- contracts within 90 days, of which a handful are with the same buyer.
CREATE OR REPLACE FUNCTION jishi_near_duplicates(of_contract uuid) RETURNS TABLE (
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
    SELECT c.* FROM contract c
    WHERE c.seller_code = own.seller_code AND c.buyer_code = own.buyer_code AND c.sign_date BETWEEN first AND last
    UNION ALL
    SELECT c.* FROM contract c
    WHERE c.seller_code = own.seller_code AND c.buyer_name = own.buyer_name AND c.sign_date BETWEEN first AND last
    UNION ALL
    SELECT c.* FROM contract c
    WHERE c.buyer_code = own.buyer_code AND c.seller_name = own.seller_name AND c.sign_date BETWEEN first AND last
    UNION ALL
    SELECT c.* FROM contract c
    WHERE c.seller_code = own.buyer_code AND c.buyer_code = own.seller_code AND c.sign_date BETWEEN first AND last
  ), paired AS (
    SELECT DISTINCT ON (n.id) n.id, n.unit, n.status, n.name, n.turnover, n.sign_date,
      CASE
        WHEN n.seller_code = own.seller_code AND n.buyer_code = own.buyer_code THEN 'same'
        WHEN n.seller_code = own.buyer_code AND n.buyer_code = own.seller_code THEN 'swapped'
        WHEN (n.seller_code = own.seller_code OR n.seller_name = own.seller_name)
          AND (n.buyer_code = own.buyer_code OR n.buyer_name = own.buyer_name) THEN 'alike'
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
