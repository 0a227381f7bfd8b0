CREATE INDEX "certificate_contracts" ON "certificate" USING gin ("contracts");--> statement-breakpoint
-- Taking back an import ends what it made, as long as nothing came after and no paper of it is out: whoever holds one may rely
-- on it, and a registration that others rely on ends by revocation.
CREATE OR REPLACE FUNCTION jishi_guard_import_undone(before contract, after contract) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  IF before.content IS DISTINCT FROM after.content OR NOT EXISTS (
      SELECT FROM import_row r JOIN import_batch b ON b.id = r.batch
      WHERE r.contract = before.id AND r.outcome = 'written' AND b.kind = 'registered' AND b.status = 'undoing')
    OR (SELECT count(*) FROM contract_event WHERE contract = before.id) <> 1
    OR EXISTS (SELECT FROM request WHERE contract = before.id) OR EXISTS (SELECT FROM finding WHERE contract = before.id)
    OR EXISTS (SELECT FROM certificate WHERE contracts @> ARRAY[before.id]) THEN
    RAISE EXCEPTION 'contract: something was done since it was imported' USING ERRCODE = 'check_violation';
  END IF;
END $$;
--> statement-breakpoint
-- Whether a registration is being taken back with the import that made it. Keeps the import from being taken back until the
-- transaction ends: a paper that is being printed counts as out.
CREATE FUNCTION jishi_leaves_with_import(of_contract uuid) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM FROM import_batch b WHERE b.kind = 'registered' AND b.id IN (
    SELECT r.batch FROM import_row r WHERE r.contract = of_contract AND r.outcome = 'written') FOR SHARE;
  RETURN EXISTS (
    SELECT FROM import_row r JOIN import_batch b ON b.id = r.batch
    WHERE r.contract = of_contract AND r.outcome = 'written' AND b.kind = 'registered' AND b.status = 'undoing');
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_guard_certificate() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.contracts) AS one (id) WHERE jishi_leaves_with_import(one.id)) THEN
    RAISE EXCEPTION 'certificate: its import is being taken back' USING ERRCODE = 'check_violation';
  END IF;
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
REVOKE EXECUTE ON FUNCTION jishi_leaves_with_import(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_leaves_with_import(uuid) TO jishi_app;
