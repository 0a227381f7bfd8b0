ALTER TABLE "inflow" ADD COLUMN "known_at" timestamp with time zone DEFAULT jishi_now() NOT NULL;--> statement-breakpoint
CREATE INDEX "contract_largest" ON "contract" USING btree ("year","unit","turnover" DESC NULLS LAST,"id") WHERE status = 'registered';--> statement-breakpoint
CREATE INDEX "contract_imports" ON "contract" USING btree ("year","turnover" DESC NULLS LAST,"id") WHERE status = 'registered' and trade = '1';
--> statement-breakpoint
-- Inflow is dated like a posting, so that figures as of a moment stay what they were.
CREATE FUNCTION jishi_date_inflow() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7140);
  NEW.known_at := jishi_now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER inflow_date BEFORE INSERT ON inflow FOR EACH ROW EXECUTE FUNCTION jishi_date_inflow();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_date_inflow() FROM PUBLIC;
