-- Asked with each decision and each page, and nearly always of nobody: its plans are kept, and most questions end at the index.
CREATE OR REPLACE FUNCTION jishi_stands_for(of_deputy uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM delegation WHERE deputy = of_deputy AND revoked_at IS NULL) THEN RETURN '{}'; END IF;
  RETURN (
    WITH RECURSIVE step AS (
      SELECT d.principal, d.deputy FROM delegation d
      JOIN account p ON p.id = d.principal JOIN account q ON q.id = d.deputy
      WHERE d.revoked_at IS NULL AND jishi_today() BETWEEN d.from_day AND coalesce(d.until_day, 'infinity')
        AND p.role = q.role AND p.unit IS NOT DISTINCT FROM q.unit
    ), chain (principal) AS (
      SELECT principal FROM step WHERE deputy = of_deputy
      UNION SELECT step.principal FROM step JOIN chain ON step.deputy = chain.principal
    )
    SELECT coalesce(array_agg(principal ORDER BY principal), '{}') FROM chain WHERE principal <> of_deputy);
END $$;
