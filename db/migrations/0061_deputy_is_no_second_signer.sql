-- The names under a report that count beside the publisher's are not those whom the publisher stands in for.
CREATE OR REPLACE FUNCTION jishi_guard_deputy_on_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE stood uuid[] := jishi_stands_for(jishi_actor());
BEGIN
  IF OLD.opened_by = ANY (stood) THEN
    RAISE EXCEPTION 'report_edition: a deputy can''t publish what the one they stand in for sent' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM report_signature s
    WHERE s.edition = NEW.id AND s.round = NEW.round AND s.signed_by <> NEW.published_by AND NOT s.signed_by = ANY (stood)) THEN
    RAISE EXCEPTION 'report_edition: signed by nobody but a deputy and the one they stand in for' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
