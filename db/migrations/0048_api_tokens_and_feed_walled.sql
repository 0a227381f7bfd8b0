-- A token's last use is noted without an imprint; what it may do is covered.
SELECT jishi_cover('api_token', 'used_at');
--> statement-breakpoint
-- People see their own tokens, withdraw them, and take one for less than an hour to try the API with.
CREATE POLICY own_read ON api_token FOR SELECT TO jishi_app USING (account = (SELECT jishi_actor()));
--> statement-breakpoint
CREATE POLICY own_short ON api_token FOR INSERT TO jishi_app
  WITH CHECK (account = (SELECT jishi_actor()) AND expires_at <= jishi_now() + interval '1 hour');
--> statement-breakpoint
CREATE POLICY own_withdraw ON api_token FOR UPDATE TO jishi_app
  USING (account = (SELECT jishi_actor())) WITH CHECK (account = (SELECT jishi_actor()) AND withdrawn_at IS NOT NULL);
--> statement-breakpoint
-- What a token is does not change: neither whose it is, nor its hash, nor how far it reaches, nor how long.
CREATE FUNCTION jishi_guard_token() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF (NEW.id, NEW.account, NEW.label, NEW.hash, NEW.created_at, NEW.expires_at, NEW.scope)
    IS DISTINCT FROM (OLD.id, OLD.account, OLD.label, OLD.hash, OLD.created_at, OLD.expires_at, OLD.scope)
    OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at) THEN
    RAISE EXCEPTION 'api_token: a token can only be used and withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_token_guard BEFORE UPDATE ON api_token FOR EACH ROW EXECUTE FUNCTION jishi_guard_token();
--> statement-breakpoint
ALTER TABLE kept_answer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON kept_answer TO jishi_app;
--> statement-breakpoint
CREATE POLICY own ON kept_answer FOR ALL TO jishi_app USING (account = (SELECT jishi_actor()));
--> statement-breakpoint
-- A day, and of one token the latest ten thousand. Rows that another transaction lets go of are passed over.
CREATE FUNCTION jishi_forget_answers(of_token uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM kept_answer WHERE (token, key) IN (
    SELECT token, key FROM kept_answer WHERE at < clock_timestamp() - interval '24 hours' ORDER BY at LIMIT 200 FOR UPDATE SKIP LOCKED);
  DELETE FROM kept_answer WHERE (token, key) IN (
    SELECT token, key FROM kept_answer WHERE token = of_token
      AND at < (SELECT at FROM kept_answer WHERE token = of_token ORDER BY at DESC OFFSET 10000 LIMIT 1)
    LIMIT 200 FOR UPDATE SKIP LOCKED)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_forget_answers(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_forget_answers(uuid) TO jishi_app;
--> statement-breakpoint
-- An event never stands before what was done to its contract earlier: a transaction that took its number first may have
-- waited for one that took it later.
CREATE OR REPLACE FUNCTION jishi_chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE before record;
BEGIN
  SELECT seq, hash, coalesce(place, xid) AS place INTO before
  FROM contract_event WHERE contract = NEW.contract ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(before.seq, 0) + 1;
  NEW.at := jishi_now();
  NEW.xid := jishi_xid();
  NEW.place := CASE WHEN before.place > NEW.xid THEN before.place END;
  SELECT jishi_row_state(to_jsonb(c), covered.left_out) INTO NEW.state
  FROM contract c, cover covered WHERE c.id = NEW.contract AND covered.table_name = 'contract';
  NEW.hash := jishi_event_hash(coalesce(before.hash, ''), NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
UPDATE contract_event e SET place = ordered.place
FROM (SELECT id, max(xid) OVER (PARTITION BY contract ORDER BY seq) AS place FROM contract_event) AS ordered
WHERE ordered.id = e.id AND ordered.place > e.xid;
--> statement-breakpoint
-- Whether contracts of a status exist for whoever asks, whatever their unit; as the policy within_reach on contract.
CREATE FUNCTION jishi_reaches_status(of_status text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE jishi_role()
    WHEN 'registrar' THEN true
    WHEN 'approver' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'auditor' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'leader' THEN of_status IN ('registered', 'cancelled', 'revoked')
    ELSE false END
$$;
--> statement-breakpoint
-- Events behind a place in the order of the ledger, as far as no running transaction can still precede them (as seals
-- do). An event is told whose contract came into reach, was in it, or left it by the act: that never changes, so that no
-- place that was read is ever preceded by something new. Its content is told while the contract is in reach.
CREATE FUNCTION jishi_feed(after_place xid8, after_id bigint, most integer) RETURNS TABLE (
  place xid8, id bigint, contract uuid, seq integer, action text, status_after text, by_name text, at timestamptz,
  details jsonb, content jsonb, unit text, local_number text, number text, registered_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  horizon xid8 := (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + jishi_era_shift())::text::xid8;
  own text := CASE WHEN jishi_role() = 'registrar' THEN jishi_unit() END;
BEGIN
  RETURN QUERY
  WITH told AS (
    (SELECT e.xid AS stands, e.* FROM contract_event e JOIN contract c ON c.id = e.contract
      WHERE e.place IS NULL AND e.xid >= after_place AND (e.xid, e.id) > (after_place, after_id) AND e.xid < horizon
        AND (own IS NULL OR c.unit = own)
        AND (jishi_reaches_status(e.status_after) OR EXISTS (
          SELECT FROM contract_event b WHERE b.contract = e.contract AND b.seq = e.seq - 1 AND jishi_reaches_status(b.status_after)))
      ORDER BY e.xid, e.id LIMIT most)
    UNION ALL
    (SELECT e.place AS stands, e.* FROM contract_event e JOIN contract c ON c.id = e.contract
      WHERE e.place IS NOT NULL AND e.place >= after_place AND (e.place, e.id) > (after_place, after_id) AND e.place < horizon
        AND (own IS NULL OR c.unit = own)
        AND (jishi_reaches_status(e.status_after) OR EXISTS (
          SELECT FROM contract_event b WHERE b.contract = e.contract AND b.seq = e.seq - 1 AND jishi_reaches_status(b.status_after)))
      ORDER BY e.place, e.id LIMIT most)
  )
  SELECT t.stands, t.id, t.contract, t.seq, t.action, t.status_after, a.name, t.at,
    CASE WHEN jishi_reaches_status(c.status) THEN t.details END,
    CASE WHEN jishi_reaches_status(c.status) THEN t.content END,
    c.unit, c.local_number,
    CASE WHEN t.status_after IN ('registered', 'cancelled', 'revoked') THEN c.number::text END,
    CASE WHEN t.status_after IN ('registered', 'cancelled', 'revoked') THEN c.registered_on END
  FROM told t JOIN contract c ON c.id = t.contract LEFT JOIN account a ON a.id = t.actor
  ORDER BY t.stands, t.id LIMIT most;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_reaches_status(text), jishi_feed(xid8, bigint, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_reaches_status(text), jishi_feed(xid8, bigint, integer) TO jishi_app;
