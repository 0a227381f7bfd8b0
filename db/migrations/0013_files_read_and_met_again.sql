-- How many other contracts carry the same bytes as each file of one contract (self-audit rule Q15), whoever they belong
-- to: the number alone crosses the walls. Only for a contract within reach; refused and discarded ones don't count.
CREATE FUNCTION jishi_same_file_elsewhere(of_contract uuid) RETURNS TABLE (attachment uuid, contracts integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, count(DISTINCT other.contract)::integer
  FROM attachment a
  JOIN contract mine ON mine.id = a.contract
  JOIN attachment other ON other.sha256 = a.sha256 AND other.contract <> a.contract AND other.removed_at IS NULL
  JOIN contract c ON c.id = other.contract AND c.status NOT IN ('refused', 'discarded')
  WHERE a.contract = of_contract AND a.removed_at IS NULL
    AND ((jishi_role() = 'registrar' AND mine.unit = jishi_unit())
      OR (jishi_role() IN ('approver', 'auditor') AND mine.status NOT IN ('draft', 'discarded'))
      OR (jishi_role() = 'leader' AND mine.status = 'registered'))
  GROUP BY a.id
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_same_file_elsewhere(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_same_file_elsewhere(uuid) TO jishi_app;
--> statement-breakpoint
-- Whether the person acting is on the trail for reading this file within the last quarter of an hour; what they may not
-- read of the trail stays closed to them. The lock makes the many requests of one viewer ask one after another.
CREATE FUNCTION jishi_file_read_lately(file uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(jishi_actor()::text || file::text, 0));
  RETURN EXISTS (SELECT FROM trail WHERE actor = jishi_actor() AND at > jishi_now() - interval '15 minutes'
    AND action = 'file.read' AND subject = file::text);
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_file_read_lately(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_file_read_lately(uuid) TO jishi_app;
