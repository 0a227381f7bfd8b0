REVOKE ALL ON certificate FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON certificate TO jishi_app;
--> statement-breakpoint
ALTER TABLE certificate ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- An office prints its own, the centre all. A list is its maker's: an office's that office's, the centre's the centre's.
CREATE POLICY who_prints ON certificate FOR SELECT TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR (SELECT jishi_role()) IN ('approver', 'auditor'));
--> statement-breakpoint
CREATE POLICY who_prints_adds ON certificate FOR INSERT TO jishi_app WITH CHECK (
  issued_by = (SELECT jishi_actor())
  AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
    OR (SELECT jishi_role()) IN ('approver', 'auditor')));
--> statement-breakpoint
-- What the certificate of a registered contract states now: its last version, one for the registration and each correction
-- and change since. In the reach of whoever asks.
CREATE FUNCTION jishi_certificate_facts(of_contract uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT jsonb_build_object(
    'number', c.number, 'version', e.version, 'act', e.action, 'madeOn', e.day, 'registeredOn', c.registered_on,
    'ruleSet', coalesce(c.rule_set, jishi_setting('ruleSet', coalesce(c.accepted_on, c.registered_on)) #>> '{}'),
    'unit', (SELECT jsonb_build_object('zh', v.name_zh, 'en', v.name_en) FROM unit_version v
      WHERE v.unit = c.unit ORDER BY v.valid_from <= e.day DESC,
        CASE WHEN v.valid_from <= e.day THEN v.valid_from END DESC, v.valid_from LIMIT 1),
    'registrar', CASE WHEN c.decided_by IS NOT NULL THEN (SELECT name FROM account WHERE id = c.edited_by) END,
    'approvers', (SELECT coalesce(jsonb_agg(a.name ORDER BY p.place), '[]')
      FROM unnest(CASE WHEN e.action = 'import' THEN '{}' WHEN e.action = 'approve' THEN ARRAY[c.first_approver, c.decided_by]
        ELSE ARRAY[(SELECT r.endorsed_by FROM request r WHERE r.contract = c.id AND r.event = e.id), e.actor] END)
        WITH ORDINALITY AS p (id, place)
      JOIN account a ON a.id = p.id),
    'name', coalesce(e.content ->> 'name', ''), 'subtype', coalesce(e.content ->> 'subtype', ''),
    'sellers', jsonb_path_query_array(e.content, '$.seller.name') || jsonb_path_query_array(e.content, '$.coSellers[*].name'),
    'buyers', jsonb_path_query_array(e.content, '$.buyer.name') || jsonb_path_query_array(e.content, '$.coBuyers[*].name'),
    'turnover', coalesce(e.content ->> 'turnover', '0.00'), 'technology', coalesce(e.content ->> 'technology', '0.00'),
    'signDate', e.content ->> 'signDate',
    'from', coalesce(e.content ->> 'effectiveDate', e.content ->> 'beginDate', e.content ->> 'signDate'),
    'to', e.content ->> 'endDate')
  FROM contract c, LATERAL (
    SELECT id, action, actor, content, count(*) OVER () AS version, (at AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM contract_event WHERE contract = c.id AND status_after = 'registered' ORDER BY seq DESC LIMIT 1) e
  WHERE c.id = of_contract AND c.number IS NOT NULL
$$;
--> statement-breakpoint
-- The rows of a list of contracts that are registered, in the order given.
CREATE FUNCTION jishi_certificate_rows(of_contracts uuid[]) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(jsonb_agg((SELECT jsonb_object_agg(key, value) FROM jsonb_each(jishi_certificate_facts(c.id))
      WHERE key IN ('number', 'version', 'name', 'subtype', 'sellers', 'buyers', 'turnover', 'technology', 'signDate', 'registeredOn'))
    ORDER BY one.place), '[]')
  FROM unnest(of_contracts) WITH ORDINALITY AS one (id, place) JOIN contract c ON c.id = one.id AND c.status = 'registered'
$$;
--> statement-breakpoint
-- A paper states what the register holds at that moment, and of contracts on the register alone.
CREATE FUNCTION jishi_guard_certificate() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.kind = 'contract' THEN
    IF cardinality(NEW.contracts) <> 1 OR NOT EXISTS (
        SELECT FROM contract c WHERE c.id = NEW.contracts[1] AND c.status = 'registered' AND c.number = NEW.number AND c.unit = NEW.unit)
      OR NEW.facts IS DISTINCT FROM jishi_certificate_facts(NEW.contracts[1])
      OR NEW.version <> (NEW.facts ->> 'version')::integer THEN
      RAISE EXCEPTION 'certificate: not what the register holds' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.number !~ '^QD\d{10}$' OR NEW.version <> 1 OR NEW.unit IS DISTINCT FROM nullif(jishi_unit(), '')
    OR cardinality(NEW.contracts) = 0 OR jsonb_array_length(NEW.facts -> 'rows') <> cardinality(NEW.contracts)
    OR NEW.facts ->> 'madeOn' IS DISTINCT FROM jishi_today()::text
    OR NEW.facts -> 'rows' IS DISTINCT FROM jishi_certificate_rows(NEW.contracts) THEN
    RAISE EXCEPTION 'certificate: not what the register holds' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER certificate_guard BEFORE INSERT ON certificate FOR EACH ROW EXECUTE FUNCTION jishi_guard_certificate();
--> statement-breakpoint
-- All that anybody without an account reaches: the paper of a number and check code, found by their digest, and what has
-- happened to its contracts since. Of later versions it tells which facts differ, not what they are.
CREATE FUNCTION jishi_verify_certificate(of_digest bytea) RETURNS TABLE (
  kind text, number text, version integer, facts jsonb, since jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.kind, p.number, p.version, p.facts, (
    SELECT jsonb_agg(jsonb_build_object('number', was.said ->> 'number', 'status', c.status,
        'version', (SELECT count(*) FROM contract_event e WHERE e.contract = c.id AND e.status_after = 'registered'),
        'acts', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('act', e.action, 'on', (e.at AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY e.seq), '[]')
          FROM (
            SELECT seq, action, at, count(*) FILTER (WHERE status_after = 'registered') OVER (ORDER BY seq) AS version,
              status_after = 'registered' AS stays
            FROM contract_event WHERE contract = c.id AND status_after IN ('registered', 'cancelled', 'revoked', 'discarded')
          ) e
          WHERE e.version >= (was.said ->> 'version')::integer AND (e.version > (was.said ->> 'version')::integer OR NOT e.stays)),
        'changed', CASE WHEN c.status = 'registered' THEN (
          SELECT coalesce(jsonb_agg(f.key ORDER BY f.key), '[]') FROM jsonb_each(jishi_certificate_facts(c.id)) f
          WHERE f.key IN ('name', 'subtype', 'sellers', 'buyers', 'turnover', 'technology', 'signDate', 'from', 'to')
            AND was.said ? f.key AND f.value IS DISTINCT FROM was.said -> f.key)
          ELSE '[]' END) ORDER BY one.place)
    FROM unnest(p.contracts) WITH ORDINALITY AS one (id, place)
    JOIN contract c ON c.id = one.id
    CROSS JOIN LATERAL (SELECT CASE p.kind WHEN 'list' THEN p.facts #> ARRAY['rows', (one.place - 1)::text] ELSE p.facts END AS said) was)
  FROM certificate p WHERE p.digest = of_digest
$$;
--> statement-breakpoint
-- Whether the trail knows of such a check from this address within the last quarter of an hour: one entry is enough.
CREATE FUNCTION jishi_checked_lately(of_action text, of_subject text, from_address text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM trail WHERE action = of_action AND subject IS NOT DISTINCT FROM of_subject
    AND address IS NOT DISTINCT FROM from_address AND at > jishi_now() - interval '15 minutes')
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_certificate_facts(uuid), jishi_certificate_rows(uuid[]), jishi_guard_certificate(),
  jishi_verify_certificate(bytea), jishi_checked_lately(text, text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_certificate_facts(uuid), jishi_certificate_rows(uuid[]), jishi_guard_certificate(),
  jishi_verify_certificate(bytea), jishi_checked_lately(text, text, text) TO jishi_app;
--> statement-breakpoint
SELECT jishi_cover('certificate'::regclass);
