-- The number is compared as the column's own type: as text it was looked for through the whole index, 0.1 s at a million.
CREATE OR REPLACE FUNCTION jishi_take_number(of_year integer, of_unit text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE of_point text; serial integer; taken char(16);
BEGIN
  SELECT point INTO STRICT of_point FROM unit WHERE code = of_unit;
  LOOP
    INSERT INTO registration_counter AS c (year, point, last) VALUES (of_year, of_point, 1)
    ON CONFLICT (year, point) DO UPDATE SET last = c.last + 1 RETURNING last INTO serial;
    taken := lpad(of_year::text, 4, '0') || '6600' || of_point || lpad(serial::text, 6, '0');
    EXIT WHEN NOT EXISTS (SELECT FROM contract WHERE number = taken);
  END LOOP;
  RETURN taken;
END $$;
--> statement-breakpoint
-- The fault is a column, not the join's condition: of rows that an outer join fills with nulls and its condition then turns
-- down, PostgreSQL frees nothing before the query ends, which were 20 GB at a million contracts.
CREATE OR REPLACE FUNCTION jishi_verify_contracts(most integer) RETURNS TABLE (key text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
  SELECT checked.id::text, checked.fault FROM (
    SELECT c.id, CASE
      WHEN e.id IS NULL THEN 'no-event'
      WHEN e.status_after <> c.status THEN 'status'
      WHEN c.status NOT IN ('draft', 'returned') AND e.content <> c.content THEN 'content'
      WHEN jishi_row_state(to_jsonb(c), covered.left_out)
        IS DISTINCT FROM CASE WHEN e.state IS NULL OR i.id > e.id THEN i.state ELSE e.state END THEN 'altered' END AS fault
    FROM contract c CROSS JOIN (SELECT left_out FROM cover WHERE table_name = 'contract') AS covered
    LEFT JOIN LATERAL (
      SELECT * FROM contract_event WHERE contract = c.id ORDER BY contract_event.seq DESC LIMIT 1
    ) AS e ON true
    LEFT JOIN LATERAL (
      SELECT * FROM imprint WHERE table_name = 'contract' AND row_key = c.id::text ORDER BY imprint.id DESC LIMIT 1
    ) AS i ON true
    OFFSET 0
  ) AS checked
  WHERE checked.fault IS NOT NULL AND (SELECT jishi_checks_ledger())
  ORDER BY checked.id LIMIT most
$$;
