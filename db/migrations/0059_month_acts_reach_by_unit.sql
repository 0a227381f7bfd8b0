-- As before, but whose figures may be known is asked once for each unit and not for each contract of the register.
CREATE OR REPLACE FUNCTION jishi_month_acts(of_year integer) RETURNS TABLE (unit text, month text, action text, acts integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH done AS MATERIALIZED (
    SELECT c.unit, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, e.action, count(*)::integer AS acts
    FROM contract_event e JOIN contract c ON c.id = e.contract
    WHERE e.at >= make_timestamptz(of_year, 1, 1, 0, 0, 0, 'Asia/Shanghai')
      AND e.at < make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
      AND e.action IN ('approve', 'import', 'correct', 'change', 'cancel', 'revoke')
      AND (e.action NOT IN ('approve', 'import') OR e.status_after = 'registered')
    GROUP BY 1, 2, 3
  )
  SELECT unit, month, action, acts FROM done WHERE jishi_reads_figures_of(unit)
$$;
