-- Whoever checks the ledger is told which event is at fault, and sees no content.
CREATE FUNCTION jishi_verify_events(most integer) RETURNS TABLE (event bigint, contract uuid, seq integer, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT checked.id, checked.contract, checked.seq, checked.fault FROM (
    SELECT e.id, e.contract, e.seq, CASE
      WHEN e.seq <> row_number() OVER chain THEN 'missing-before'
      WHEN e.hash <> jishi_event_hash(coalesce(lag(e.hash) OVER chain, ''), e) THEN 'altered'
    END AS fault
    FROM contract_event e WINDOW chain AS (PARTITION BY e.contract ORDER BY e.seq)
  ) AS checked
  WHERE checked.fault IS NOT NULL AND (SELECT jishi_role()) IN ('auditor', 'security')
  ORDER BY checked.id LIMIT most
$$;
--> statement-breakpoint
-- Contracts that are no longer as their last event left them. Drafts are saved without an event.
CREATE FUNCTION jishi_verify_contracts(most integer) RETURNS TABLE (contract uuid, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, CASE WHEN last.content IS NULL THEN 'no-event' WHEN last.status_after <> c.status THEN 'status' ELSE 'content' END
  FROM contract c LEFT JOIN LATERAL (
    SELECT e.content, e.status_after FROM contract_event e WHERE e.contract = c.id ORDER BY e.seq DESC LIMIT 1
  ) AS last ON true
  WHERE (last.content IS NULL OR last.status_after <> c.status
      OR (c.status NOT IN ('draft', 'returned') AND last.content <> c.content))
    AND (SELECT jishi_role()) IN ('auditor', 'security')
  ORDER BY c.id LIMIT most
$$;
--> statement-breakpoint
-- Seals whose events are no longer those they were made over, each with the first event of its span.
CREATE FUNCTION jishi_verify_seals() RETURNS TABLE (seal integer, sealed_at timestamptz, first_event bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id, s.at, (SELECT min(e.id) FROM contract_event e WHERE e.xid >= s.above AND e.xid < s.below)
  FROM (
    SELECT id, at, below, events, root, coalesce(lag(below) OVER (ORDER BY id), '0'::xid8) AS above,
      lag(root) OVER (ORDER BY id) AS before, id - coalesce(lag(id) OVER (ORDER BY id), 0) AS step
    FROM seal
  ) AS s, LATERAL jishi_root(s.above, s.below, s.before) AS made
  WHERE (made.root <> s.root OR made.events <> s.events OR s.step <> 1)
    AND (SELECT jishi_role()) IN ('auditor', 'security')
  ORDER BY s.id
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_verify_events(integer), jishi_verify_contracts(integer), jishi_verify_seals() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_verify_events(integer), jishi_verify_contracts(integer), jishi_verify_seals() TO jishi_app;
