-- Postings lie in a partition per year; years not foreseen fall into the last one.
DO $$ BEGIN
  FOR y IN 2015..2045 LOOP
    EXECUTE format('CREATE TABLE posting_%s PARTITION OF posting FOR VALUES FROM (%s) TO (%s)', y, y, y + 1);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TABLE posting_other PARTITION OF posting DEFAULT;
--> statement-breakpoint
CREATE FUNCTION jishi_event_hash(before bytea, e contract_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(
    concat_ws('|', e.contract, e.seq, e.action, e.status_after, e.actor, extract(epoch FROM e.at), e.details, e.content),
    'UTF8'))
$$;
--> statement-breakpoint
-- The chain is the database's work: number, time and hash of an event are not the application's to choose.
CREATE FUNCTION jishi_chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE before record;
BEGIN
  SELECT seq, hash INTO before FROM contract_event WHERE contract = NEW.contract ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(before.seq, 0) + 1;
  NEW.at := jishi_now();
  NEW.xid := pg_current_xact_id();
  NEW.hash := jishi_event_hash(coalesce(before.hash, ''), NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_event_chain BEFORE INSERT ON contract_event
  FOR EACH ROW EXECUTE FUNCTION jishi_chain_event();
--> statement-breakpoint
-- The shared lock lets a reader of a recent moment wait until every posting known by then is committed: what was
-- shown as of a moment stays so.
CREATE FUNCTION jishi_date_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7140);
  NEW.known_at := jishi_now();
  IF NEW.sign = -1 AND NOT EXISTS (
    SELECT FROM posting WHERE year = NEW.year AND contract = NEW.contract GROUP BY contract HAVING sum(sign) = 1
  ) THEN
    RAISE EXCEPTION 'posting: contract % has no line to take out', NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_date BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION jishi_date_posting();
--> statement-breakpoint
-- 'all' comes first and is locked first, so that two postings of a unit and year can't wait for each other.
CREATE FUNCTION jishi_keep_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO total AS t (year, unit, dimension, member, contracts, turnover, technology)
  SELECT NEW.year, NEW.unit, d, m, NEW.sign, NEW.sign * NEW.turnover, NEW.sign * NEW.technology
  FROM (VALUES
    ('all', ''), ('month', NEW.month), ('area', NEW.area), ('type', NEW.type), ('subtype', NEW.subtype),
    ('plan', NEW.plan), ('flow', NEW.flow), ('seller', NEW.seller), ('field', NEW.field), ('band', NEW.band),
    ('property', NEW.property), ('goal', NEW.goal), ('buyer', NEW.buyer), ('province', NEW.province),
    ('trade', NEW.trade)
  ) AS split (d, m)
  ON CONFLICT (year, unit, dimension, member) DO UPDATE SET
    contracts = t.contracts + excluded.contracts,
    turnover = t.turnover + excluded.turnover,
    technology = t.technology + excluded.technology;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_totals AFTER INSERT ON posting FOR EACH ROW EXECUTE FUNCTION jishi_keep_totals();
--> statement-breakpoint
CREATE FUNCTION jishi_setting(name text, day date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT value FROM setting WHERE key = name AND valid_from <= day ORDER BY valid_from DESC LIMIT 1
$$;
--> statement-breakpoint
-- Gap-free: the row stays locked until the registration commits, and a rollback gives the number back.
CREATE FUNCTION jishi_take_number(of_year integer, of_unit text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE of_point text; serial integer;
BEGIN
  SELECT point INTO STRICT of_point FROM unit WHERE code = of_unit;
  INSERT INTO registration_counter AS c (year, point, last) VALUES (of_year, of_point, 1)
  ON CONFLICT (year, point) DO UPDATE SET last = c.last + 1 RETURNING last INTO serial;
  RETURN lpad(of_year::text, 4, '0') || '6600' || of_point || lpad(serial::text, 6, '0');
END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_count(of_name text, of_year integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO counter AS c (name, year, last) VALUES (of_name, of_year, 1)
  ON CONFLICT (name, year) DO UPDATE SET last = c.last + 1 RETURNING last
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_merkle(leaves bytea[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE level bytea[] := leaves; above bytea[];
BEGIN
  IF coalesce(array_length(level, 1), 0) = 0 THEN RETURN ''; END IF;
  WHILE array_length(level, 1) > 1 LOOP
    SELECT array_agg(
      -- A leaf and a node are hashed with different first bytes, so that neither can pose as the other.
      CASE WHEN i < array_length(level, 1) THEN sha256('\x01'::bytea || level[i] || level[i + 1]) ELSE level[i] END
      ORDER BY i) INTO above
    FROM generate_series(1, array_length(level, 1), 2) AS i;
    level := above;
  END LOOP;
  RETURN level[1];
END $$;
--> statement-breakpoint
-- Root over the events whose transactions all ended before the horizon, and the seal before.
CREATE FUNCTION jishi_root(above xid8, horizon xid8, before bytea) RETURNS TABLE (root bytea, events integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT sha256(coalesce(before, '') || jishi_merkle(coalesce(array_agg(sha256('\x00'::bytea || hash) ORDER BY id), '{}'))),
    count(*)::integer
  FROM contract_event WHERE xid >= above AND xid < horizon
$$;
--> statement-breakpoint
-- Seals what no running transaction can still precede; returns the number of events sealed.
CREATE FUNCTION jishi_seal() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE before seal; horizon xid8; made record;
BEGIN
  PERFORM pg_advisory_xact_lock(7141);
  SELECT * INTO before FROM seal ORDER BY id DESC LIMIT 1;
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  SELECT * INTO made FROM jishi_root(coalesce(before.below, '0'::xid8), horizon, before.root);
  IF made.events > 0 THEN
    INSERT INTO seal (id, at, below, events, root)
    VALUES (coalesce(before.id, 0) + 1, jishi_now(), horizon, made.events, made.root);
  END IF;
  RETURN made.events;
END $$;
