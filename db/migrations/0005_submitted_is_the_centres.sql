-- Between submission and decision a contract is the centre's: its office can take it back, but change nothing on it.
CREATE FUNCTION jishi_guard_submitted() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF OLD.status = 'submitted' AND NEW.status <> 'draft' AND jishi_role() <> 'approver' THEN
    RAISE EXCEPTION 'contract: a submitted contract can only be withdrawn by its office' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_guard_submitted BEFORE UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION jishi_guard_submitted();
