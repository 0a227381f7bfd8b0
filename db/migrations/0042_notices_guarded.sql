-- Whom somebody stands in for today, over any number of steps; nobody any more once role or unit differ.
CREATE FUNCTION jishi_stands_for(of_deputy uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE step AS (
    SELECT d.principal, d.deputy FROM delegation d
    JOIN account p ON p.id = d.principal JOIN account q ON q.id = d.deputy
    WHERE d.revoked_at IS NULL AND jishi_today() BETWEEN d.from_day AND coalesce(d.until_day, 'infinity')
      AND p.role = q.role AND p.unit IS NOT DISTINCT FROM q.unit
  ), chain (principal) AS (
    SELECT principal FROM step WHERE deputy = of_deputy
    UNION SELECT step.principal FROM step JOIN chain ON step.deputy = chain.principal
  )
  SELECT coalesce(array_agg(principal ORDER BY principal), '{}') FROM chain WHERE principal <> of_deputy
$$;
--> statement-breakpoint
-- The same as [{id, name}], null for nobody: what an actor carries along.
CREATE FUNCTION jishi_principals(of_deputy uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name, id) FROM account
  WHERE EXISTS (SELECT FROM delegation WHERE deputy = of_deputy AND revoked_at IS NULL)
    AND id = ANY (jishi_stands_for(of_deputy))
$$;
--> statement-breakpoint
-- Whether a delegation would close a circle: the deputy's own deputies in these days lead back to the principal.
CREATE FUNCTION jishi_leads_back(of_principal uuid, of_deputy uuid, from_day date, until_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE chain (deputy) AS (
    SELECT of_deputy
    UNION SELECT d.deputy FROM delegation d JOIN chain c ON d.principal = c.deputy
    WHERE d.revoked_at IS NULL AND daterange(d.from_day, d.until_day, '[]') && daterange($3, $4, '[]')
  )
  SELECT EXISTS (SELECT FROM chain WHERE deputy = of_principal)
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_guard_delegation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
  of_principal account;
  of_deputy account;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.revoked_at IS NOT NULL OR NEW.revoked_by IS DISTINCT FROM who
      OR to_jsonb(NEW) - '{revoked_by,revoked_at}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{revoked_by,revoked_at}'::text[] THEN
      RAISE EXCEPTION 'delegation: it can only be revoked, once, by whoever acts' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(7150);
  SELECT * INTO of_principal FROM account WHERE id = NEW.principal;
  SELECT * INTO of_deputy FROM account WHERE id = NEW.deputy;
  IF NEW.made_by IS DISTINCT FROM who OR NEW.revoked_at IS NOT NULL OR NEW.from_day < jishi_today() THEN
    RAISE EXCEPTION 'delegation: made by whoever acts, from today on' USING ERRCODE = 'check_violation';
  END IF;
  IF of_deputy.disabled_at IS NOT NULL OR of_principal.role <> of_deputy.role
    OR of_principal.unit IS DISTINCT FROM of_deputy.unit OR of_principal.role NOT IN ('registrar', 'approver', 'auditor')
    OR (NEW.kind = 'hand-over' AND of_principal.role <> 'registrar') THEN
    RAISE EXCEPTION 'delegation: to somebody of the same role and unit' USING ERRCODE = 'check_violation';
  END IF;
  IF jishi_leads_back(NEW.principal, NEW.deputy, NEW.from_day, NEW.until_day) THEN
    RAISE EXCEPTION 'delegation: not in a circle' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM delegation d WHERE d.principal = NEW.principal AND d.revoked_at IS NULL
      AND daterange(d.from_day, d.until_day, '[]') && daterange(NEW.from_day, NEW.until_day, '[]')
  ) THEN
    RAISE EXCEPTION 'delegation: one deputy at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER delegation_guard BEFORE INSERT OR UPDATE ON delegation FOR EACH ROW EXECUTE FUNCTION jishi_guard_delegation();
--> statement-breakpoint
-- What passes with a hand-over, as numbers alone: contracts in hand, open requests, imports under way.
CREATE FUNCTION jishi_in_hand_of(of_account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jsonb_build_object(
    'drafts', (SELECT count(*) FROM contract c WHERE c.unit = a.unit AND c.status = 'draft' AND a.id IN (c.entered_by, c.edited_by)),
    'returned', (SELECT count(*) FROM contract c WHERE c.unit = a.unit AND c.status = 'returned' AND a.id IN (c.entered_by, c.edited_by)),
    'requests', (SELECT count(*) FROM request r WHERE r.unit = a.unit AND r.status IN ('asked', 'endorsed') AND r.asked_by = a.id),
    'imports', (SELECT count(*) FROM import_batch b WHERE b.unit = a.unit AND b.status IN ('mapping', 'judged') AND b.actor = a.id))
  FROM account a WHERE a.id = of_account AND a.role = 'registrar'
    AND (jishi_role() = 'admin' OR (jishi_role() = 'registrar' AND a.unit = jishi_unit()))
$$;
--> statement-breakpoint
-- Four eyes look through a delegation: nobody decides in another's place what that one could not decide.
CREATE FUNCTION jishi_guard_deputy_on_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE stood uuid[] := jishi_stands_for(jishi_actor());
BEGIN
  IF OLD.entered_by = ANY (stood) OR OLD.edited_by = ANY (stood)
    OR (NEW.status = 'registered' AND NEW.first_approver = ANY (stood)) THEN
    RAISE EXCEPTION 'contract: a deputy can''t decide what the one they stand in for can''t' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_guard_deputy AFTER UPDATE ON contract FOR EACH ROW
  WHEN (OLD.status IN ('submitted', 'endorsed') AND NEW.status IN ('endorsed', 'registered', 'returned', 'refused'))
  EXECUTE FUNCTION jishi_guard_deputy_on_contract();
--> statement-breakpoint
CREATE FUNCTION jishi_guard_deputy_on_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE stood uuid[] := jishi_stands_for(jishi_actor());
BEGIN
  IF OLD.asked_by = ANY (stood) OR (NEW.status = 'granted' AND NEW.endorsed_by = ANY (stood)) THEN
    RAISE EXCEPTION 'request: a deputy can''t decide what the one they stand in for can''t' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_guard_deputy AFTER UPDATE ON request FOR EACH ROW
  WHEN (NEW.status IN ('endorsed', 'granted', 'declined') AND NEW.status <> OLD.status)
  EXECUTE FUNCTION jishi_guard_deputy_on_request();
--> statement-breakpoint
CREATE FUNCTION jishi_guard_deputy_on_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF OLD.opened_by = ANY (jishi_stands_for(jishi_actor())) THEN
    RAISE EXCEPTION 'report_edition: a deputy can''t publish what the one they stand in for sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_edition_guard_deputy AFTER UPDATE ON report_edition FOR EACH ROW
  WHEN (NEW.status = 'published' AND OLD.status <> 'published') EXECUTE FUNCTION jishi_guard_deputy_on_edition();
--> statement-breakpoint
CREATE FUNCTION jishi_guard_deputy_on_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE stood uuid[] := jishi_stands_for(jishi_actor());
BEGIN
  IF OLD.entered_by = ANY (stood) OR OLD.edited_by = ANY (stood) THEN
    RAISE EXCEPTION 'work_record: a deputy can''t confirm what the one they stand in for entered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER work_record_guard_deputy AFTER UPDATE ON work_record FOR EACH ROW
  WHEN (OLD.status = 'submitted' AND NEW.status = 'confirmed') EXECUTE FUNCTION jishi_guard_deputy_on_record();
--> statement-breakpoint
-- A request is taken back by whoever asked, or by who stands in for them.
CREATE OR REPLACE FUNCTION jishi_guard_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
  role text := jishi_role();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'asked' OR NEW.asked_by IS DISTINCT FROM who OR NEW.served_on IS NOT NULL
      OR NEW.stated_on IS NOT NULL OR NOT EXISTS (
        SELECT FROM contract c
        WHERE c.id = NEW.contract AND c.status = 'registered' AND c.unit = NEW.unit AND c.revision = NEW.base)
    THEN
      RAISE EXCEPTION 'request: begins with whoever asks, on a registered contract as it stands' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status NOT IN ('asked', 'endorsed') THEN
    RAISE EXCEPTION 'request: it is settled' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.number, NEW.contract, NEW.unit, NEW.kind, NEW.base, NEW.content, NEW.reason, NEW.text, NEW.asked_by, NEW.asked_at)
    IS DISTINCT FROM
    (OLD.id, OLD.number, OLD.contract, OLD.unit, OLD.kind, OLD.base, OLD.content, OLD.reason, OLD.text, OLD.asked_by, OLD.asked_at)
    OR (OLD.served_on IS NOT NULL AND (NEW.served_on, NEW.served, NEW.hearing_until) IS DISTINCT FROM (OLD.served_on, OLD.served, OLD.hearing_until))
    OR (OLD.stated_on IS NOT NULL AND (NEW.stated_on, NEW.statement) IS DISTINCT FROM (OLD.stated_on, OLD.statement))
    OR (OLD.endorsed_by IS NOT NULL AND NEW.endorsed_by IS DISTINCT FROM OLD.endorsed_by) THEN
    RAISE EXCEPTION 'request: what was said can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'withdrawn' AND who IS DISTINCT FROM OLD.asked_by AND NOT OLD.asked_by = ANY (jishi_stands_for(who)) THEN
    RAISE EXCEPTION 'request: taken back by whoever asked' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.endorsed_by IS DISTINCT FROM OLD.endorsed_by AND (role <> 'approver' OR NEW.endorsed_by IS DISTINCT FROM who OR NEW.status <> 'endorsed')
    OR NEW.status = 'endorsed' AND NEW.endorsed_by IS NULL
    OR NEW.status IN ('granted', 'declined') AND (role <> 'approver' OR NEW.decided_by IS DISTINCT FROM who)
    OR NEW.served_on IS DISTINCT FROM OLD.served_on AND (role <> 'approver' OR NEW.kind <> 'revoke') THEN
    RAISE EXCEPTION 'request: decided by an approver in their own name' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('endorsed', 'granted') AND NEW.kind = 'revoke'
    AND (NEW.served_on IS NULL OR (NEW.stated_on IS NULL AND jishi_today() <= NEW.hearing_until)) THEN
    RAISE EXCEPTION 'request: the party is heard first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- For whom an act is done, by name: of a desk that is shared, for everybody stood in for; of an office's contract or request,
-- for whoever entered, edited or asked it. Null for nobody.
CREATE FUNCTION jishi_acting_for(who uuid, about text, subject text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  stood uuid[];
  concerned uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM delegation WHERE deputy = who AND revoked_at IS NULL) THEN RETURN NULL; END IF;
  stood := jishi_stands_for(who);
  IF jishi_role() = 'registrar' AND about = 'contract' THEN
    SELECT ARRAY[entered_by, edited_by] INTO concerned FROM contract WHERE id::text = subject;
  ELSIF jishi_role() = 'registrar' AND about = 'request' THEN
    SELECT ARRAY[asked_by] INTO concerned FROM request WHERE id::text = subject;
  ELSE
    concerned := stood;
  END IF;
  RETURN (SELECT jsonb_agg(name ORDER BY name, id) FROM account WHERE id = ANY (stood) AND id = ANY (concerned));
END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_mark_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE names jsonb := jishi_acting_for(NEW.actor, 'contract', NEW.contract::text);
BEGIN
  IF names IS NOT NULL THEN NEW.details := NEW.details || jsonb_build_object('standsFor', names);
  ELSE NEW.details := NEW.details - 'standsFor'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Before the chain hashes the row: triggers of one kind run in the order of their names.
CREATE TRIGGER contract_event_acting_for BEFORE INSERT ON contract_event FOR EACH ROW EXECUTE FUNCTION jishi_mark_event();
--> statement-breakpoint
CREATE FUNCTION jishi_mark_trail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE names jsonb := jishi_acting_for(NEW.actor, NEW.subject_kind, NEW.subject);
BEGIN
  IF names IS NOT NULL THEN NEW.details := NEW.details || jsonb_build_object('standsFor', names); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER trail_acting_for BEFORE INSERT ON trail FOR EACH ROW
  WHEN (NEW.actor IS NOT NULL AND NEW.subject_kind NOT IN ('session', 'account', 'delegation')) EXECUTE FUNCTION jishi_mark_trail();
--> statement-breakpoint
-- Whom a notice is addressed to, as open pages hear of it.
CREATE FUNCTION jishi_tell_pages(to_account uuid, to_role text, to_unit text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('jishi', 'inbox ' || coalesce(to_account::text, to_role || coalesce('/' || to_unit, '')))
$$;
--> statement-breakpoint
-- Tells a person or a desk; what was told of the same before is over.
CREATE FUNCTION jishi_tell(of_kind text, to_account uuid, to_role text, to_unit text, of_subject text, said jsonb, due date)
RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  UPDATE notice SET ended_at = jishi_now()
  WHERE subject = of_subject AND kind = of_kind AND ended_at IS NULL AND account IS NOT DISTINCT FROM to_account
    AND role IS NOT DISTINCT FROM to_role AND unit IS NOT DISTINCT FROM to_unit;
  INSERT INTO notice (kind, account, role, unit, subject, params, due_on)
  VALUES (of_kind, to_account, to_role, to_unit, of_subject, jsonb_strip_nulls(said), due);
  PERFORM jishi_tell_pages(to_account, to_role, to_unit);
END $$;
--> statement-breakpoint
-- Takes back what was told of these kinds: its cause is over.
CREATE FUNCTION jishi_untell(of_kinds text[], of_subject text) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE ended notice;
BEGIN
  FOR ended IN UPDATE notice SET ended_at = jishi_now()
    WHERE subject = of_subject AND kind = ANY (of_kinds) AND ended_at IS NULL RETURNING * LOOP
    PERFORM jishi_tell_pages(ended.account, ended.role, ended.unit);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_contract() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  about text := NEW.contract::text;
  of_unit text;
  of_number text;
BEGIN
  IF NEW.action IN ('submit', 'discard') THEN
    PERFORM jishi_untell(ARRAY['contract.returned'], about);
  ELSIF NEW.action IN ('cancel', 'revoke') THEN
    PERFORM jishi_untell(ARRAY['contract.registered', 'contract.amended'], about);
  ELSE
    SELECT unit, local_number INTO of_unit, of_number FROM contract WHERE id = NEW.contract;
    PERFORM jishi_tell(
      CASE NEW.action WHEN 'return' THEN 'contract.returned' WHEN 'refuse' THEN 'contract.refused' ELSE 'contract.registered' END,
      NULL, 'registrar', of_unit, about,
      jsonb_build_object('local', of_number, 'number', NEW.details ->> 'number', 'decision', NEW.details ->> 'decision'), NULL);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_event_tell AFTER INSERT ON contract_event FOR EACH ROW
  WHEN (NEW.action IN ('submit', 'discard', 'cancel', 'revoke', 'return', 'refuse')
    OR (NEW.action = 'approve' AND NEW.status_after = 'registered'))
  EXECUTE FUNCTION jishi_tell_of_contract();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  said jsonb := jsonb_build_object('number', NEW.number);
  asker_role text;
BEGIN
  IF NEW.served_on IS NOT NULL AND OLD.served_on IS NULL THEN
    PERFORM jishi_tell('request.hearing', NULL, 'registrar', NEW.unit, NEW.id::text, said, NEW.hearing_until);
  END IF;
  IF (NEW.stated_on IS NOT NULL AND OLD.stated_on IS NULL) OR NEW.status IN ('granted', 'declined', 'withdrawn') THEN
    PERFORM jishi_untell(ARRAY['request.hearing'], NEW.id::text);
  END IF;
  IF NEW.status IN ('granted', 'declined') AND NEW.status <> OLD.status THEN
    PERFORM jishi_tell('request.' || NEW.status, NEW.asked_by, NULL, NULL, NEW.id::text, said, NULL);
    SELECT role INTO asker_role FROM account WHERE id = NEW.asked_by;
    IF NEW.status = 'granted' AND asker_role <> 'registrar' THEN
      PERFORM jishi_tell('contract.amended', NULL, 'registrar', NEW.unit, NEW.contract::text, said, NULL);
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_tell AFTER UPDATE ON request FOR EACH ROW EXECUTE FUNCTION jishi_tell_of_request();
--> statement-breakpoint
-- An office is told once of all findings of a self-audit, and no longer once none is left to answer.
CREATE FUNCTION jishi_tell_of_findings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  touched record;
  about text;
BEGIN
  FOR touched IN
    SELECT f.campaign, f.unit, c.number, c.due_on, bool_or(f.status = 'open') AS opened, bool_or(f.status = 'returned') AS sent_back
    FROM changed f JOIN campaign c ON c.id = f.campaign GROUP BY f.campaign, f.unit, c.number, c.due_on ORDER BY f.campaign, f.unit
  LOOP
    about := touched.campaign || '/' || touched.unit;
    IF touched.sent_back THEN
      PERFORM jishi_tell('finding.sent-back', NULL, 'registrar', touched.unit, about, jsonb_build_object('number', touched.number), touched.due_on);
    ELSIF touched.opened THEN
      IF NOT EXISTS (SELECT FROM notice WHERE subject = about AND kind = 'finding.assigned' AND ended_at IS NULL) THEN
        PERFORM jishi_tell('finding.assigned', NULL, 'registrar', touched.unit, about, jsonb_build_object('number', touched.number), touched.due_on);
      END IF;
    ELSIF NOT EXISTS (
      SELECT FROM finding WHERE campaign = touched.campaign AND unit = touched.unit AND status IN ('open', 'returned')
    ) THEN
      PERFORM jishi_untell(ARRAY['finding.assigned', 'finding.reminded', 'finding.sent-back'], about);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER finding_tell_insert AFTER INSERT ON finding REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION jishi_tell_of_findings();
--> statement-breakpoint
CREATE TRIGGER finding_tell_update AFTER UPDATE ON finding REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION jishi_tell_of_findings();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_reminder() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM jishi_tell('finding.reminded', NULL, 'registrar', NEW.unit, NEW.campaign || '/' || NEW.unit,
    jsonb_build_object('number', number), due_on) FROM campaign WHERE id = NEW.campaign;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER campaign_reminder_tell AFTER INSERT ON campaign_reminder FOR EACH ROW EXECUTE FUNCTION jishi_tell_of_reminder();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE said jsonb := jsonb_build_object('year', NEW.year, 'unit', NEW.unit, 'edition', NEW.number);
BEGIN
  IF NEW.status = 'review' THEN
    PERFORM jishi_tell('report.review', NULL, desk, NULL, NEW.id::text, said, NULL)
    FROM unnest(ARRAY['approver', 'auditor', 'leader']) AS desk;
  ELSE
    PERFORM jishi_untell(ARRAY['report.review'], NEW.id::text);
  END IF;
  IF NEW.status = 'published' THEN
    PERFORM jishi_tell('report.published', NULL, desk, CASE desk WHEN 'registrar' THEN NEW.unit END, NEW.id::text, said, NULL)
    FROM unnest(ARRAY['approver', 'auditor', 'leader', 'registrar']) AS desk;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_edition_tell_insert AFTER INSERT ON report_edition FOR EACH ROW EXECUTE FUNCTION jishi_tell_of_edition();
--> statement-breakpoint
CREATE TRIGGER report_edition_tell_update AFTER UPDATE ON report_edition FOR EACH ROW
  WHEN ((NEW.status, NEW.round) IS DISTINCT FROM (OLD.status, OLD.round)) EXECUTE FUNCTION jishi_tell_of_edition();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_import() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE said jsonb := jsonb_build_object('rows', NEW.rows);
BEGIN
  PERFORM jishi_untell(ARRAY['import.judged', 'import.done', 'import.failed'], NEW.id::text);
  IF NEW.status IN ('judged', 'done', 'failed') THEN
    PERFORM jishi_tell('import.' || NEW.status, NEW.actor, NULL, NULL, NEW.id::text, said, NULL);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER import_batch_tell AFTER UPDATE ON import_batch FOR EACH ROW WHEN (NEW.status <> OLD.status)
  EXECUTE FUNCTION jishi_tell_of_import();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.action = 'return' THEN
    PERFORM jishi_tell('record.returned', NULL, CASE WHEN NEW.unit IS NULL THEN 'auditor' ELSE 'registrar' END, NEW.unit,
      NEW.record::text, jsonb_build_object('register', NEW.kind), NULL);
  ELSE
    PERFORM jishi_untell(ARRAY['record.returned'], NEW.record::text);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER work_record_version_tell AFTER INSERT ON work_record_version FOR EACH ROW EXECUTE FUNCTION jishi_tell_of_record();
--> statement-breakpoint
CREATE FUNCTION jishi_tell_of_delegation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  about text := NEW.id::text;
  said jsonb;
BEGIN
  SELECT jsonb_build_object('person', name, 'from', NEW.from_day, 'until', NEW.until_day) INTO said FROM account WHERE id = NEW.principal;
  IF NEW.revoked_at IS NOT NULL THEN
    PERFORM jishi_untell(ARRAY['delegation.named', 'delegation.handed-over'], about);
    PERFORM jishi_tell('delegation.revoked', NEW.deputy, NULL, NULL, about, said, NULL);
  ELSE
    PERFORM jishi_tell(CASE NEW.kind WHEN 'leave' THEN 'delegation.named' ELSE 'delegation.handed-over' END, NEW.deputy, NULL, NULL,
      about, said || coalesce(jishi_in_hand_of(NEW.principal), '{}'), NEW.until_day);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER delegation_tell AFTER INSERT OR UPDATE ON delegation FOR EACH ROW EXECUTE FUNCTION jishi_tell_of_delegation();
--> statement-breakpoint
-- A mail goes its way once: what was sent stays sent, and only what failed or is unclear can be queued again.
CREATE FUNCTION jishi_guard_outbox() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF (NEW.id, NEW.account, NEW.address, NEW.kind, NEW.language, NEW.queued_at)
    IS DISTINCT FROM (OLD.id, OLD.account, OLD.address, OLD.kind, OLD.language, OLD.queued_at)
    OR (OLD.status, NEW.status) NOT IN (('queued', 'sending'), ('queued', 'withdrawn'), ('sending', 'sent'), ('sending', 'failed'),
      ('sending', 'queued'), ('sending', 'unclear'), ('failed', 'queued'), ('unclear', 'queued')) THEN
    RAISE EXCEPTION 'outbox: % can''t follow %', NEW.status, OLD.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_guard BEFORE UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION jishi_guard_outbox();
--> statement-breakpoint
REVOKE ALL ON notice, notice_read, mail_setting, outbox, outbox_notice, delegation FROM PUBLIC;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_stands_for(uuid), jishi_principals(uuid), jishi_leads_back(uuid, uuid, date, date),
  jishi_guard_delegation(), jishi_in_hand_of(uuid), jishi_guard_deputy_on_contract(), jishi_guard_deputy_on_request(),
  jishi_guard_deputy_on_edition(), jishi_guard_deputy_on_record(), jishi_acting_for(uuid, text, text), jishi_mark_event(),
  jishi_mark_trail(), jishi_tell_pages(uuid, text, text), jishi_tell(text, uuid, text, text, text, jsonb, date),
  jishi_untell(text[], text), jishi_tell_of_contract(), jishi_tell_of_request(), jishi_tell_of_findings(),
  jishi_tell_of_reminder(), jishi_tell_of_edition(), jishi_tell_of_import(), jishi_tell_of_record(), jishi_tell_of_delegation(),
  jishi_guard_outbox() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_stands_for(uuid), jishi_principals(uuid), jishi_leads_back(uuid, uuid, date, date),
  jishi_in_hand_of(uuid) TO jishi_app;
--> statement-breakpoint
GRANT SELECT ON notice TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON notice_read TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON mail_setting, outbox, delegation TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON outbox_notice TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['notice', 'notice_read', 'mail_setting', 'outbox', 'outbox_notice', 'delegation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- One's own, one's desk's, and those of whom one stands in for. The post (the mail worker) reads them to tell that they wait.
CREATE POLICY addressee ON notice FOR SELECT TO jishi_app USING (
  account = (SELECT jishi_actor())
  OR (role = (SELECT jishi_role()) AND (unit IS NULL OR unit = (SELECT jishi_unit())))
  OR account = ANY ((SELECT jishi_stands_for((SELECT jishi_actor())))::uuid[])
  OR (SELECT jishi_role()) = 'post');
--> statement-breakpoint
CREATE POLICY own ON notice_read FOR ALL TO jishi_app
  USING (account = (SELECT jishi_actor()) OR (SELECT jishi_role()) = 'post')
  WITH CHECK (account = (SELECT jishi_actor()) AND EXISTS (SELECT FROM notice n WHERE n.id = notice_read.notice));
--> statement-breakpoint
CREATE POLICY own_and_admin ON mail_setting FOR ALL TO jishi_app
  USING (account = (SELECT jishi_actor()) OR (SELECT jishi_role()) IN ('admin', 'post'));
--> statement-breakpoint
CREATE POLICY post_and_admin ON outbox FOR ALL TO jishi_app USING ((SELECT jishi_role()) IN ('admin', 'post'))
  WITH CHECK ((SELECT jishi_role()) = 'post' OR ((SELECT jishi_role()) = 'admin' AND status = 'queued'));
--> statement-breakpoint
CREATE POLICY post ON outbox_notice FOR ALL TO jishi_app USING ((SELECT jishi_role()) = 'post');
--> statement-breakpoint
CREATE POLICY concerned ON delegation FOR SELECT TO jishi_app USING (
  (SELECT jishi_actor()) IN (principal, deputy) OR (SELECT jishi_role()) = 'admin'
  OR ((SELECT jishi_role()) = 'registrar'
    AND EXISTS (SELECT FROM account a WHERE a.id = delegation.principal AND a.unit = (SELECT jishi_unit()))));
--> statement-breakpoint
CREATE POLICY concerned_make ON delegation FOR INSERT TO jishi_app WITH CHECK (
  made_by = (SELECT jishi_actor()) AND (principal = (SELECT jishi_actor()) OR (SELECT jishi_role()) = 'admin'
    OR (kind = 'hand-over' AND (SELECT jishi_role()) = 'registrar'
      AND EXISTS (SELECT FROM account a WHERE a.id = delegation.principal AND a.unit = (SELECT jishi_unit())))));
--> statement-breakpoint
CREATE POLICY concerned_revoke ON delegation FOR UPDATE TO jishi_app
  USING ((SELECT jishi_actor()) IN (principal, made_by) OR (SELECT jishi_role()) = 'admin');
--> statement-breakpoint
DO $$ BEGIN
  PERFORM jishi_cover(name::regclass) FROM unnest(ARRAY['mail_setting', 'delegation']) AS name;
END $$;
