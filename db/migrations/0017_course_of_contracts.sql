ALTER TABLE "contract" ADD COLUMN "earlier_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "contract_course" ON "contract" USING btree ("year","unit","registered_on","status","created_at","accepted_on","due_on","earlier_days","returns","warnings","maybe_duplicate") WHERE status = 'registered';
--> statement-breakpoint
-- Returns of before are in the ledger: each ended the submission before it.
ALTER TABLE contract DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE contract SET earlier_days = spent.days
FROM (
  SELECT contract, sum(day - before) AS days
  FROM (
    SELECT contract, action, (at AT TIME ZONE 'Asia/Shanghai')::date AS day,
      lag((at AT TIME ZONE 'Asia/Shanghai')::date) OVER (PARTITION BY contract ORDER BY seq) AS before
    FROM contract_event WHERE action IN ('submit', 'return')
  ) acts
  WHERE action = 'return' GROUP BY contract
) spent
WHERE spent.contract = contract.id;
--> statement-breakpoint
ALTER TABLE contract ENABLE TRIGGER USER;
--> statement-breakpoint
-- The view of 0015 with the new column.
CREATE OR REPLACE VIEW contract_in_reach AS SELECT * FROM contract WHERE CASE (SELECT jishi_role())
  WHEN 'registrar' THEN unit = (SELECT jishi_unit())
  WHEN 'approver' THEN status NOT IN ('draft', 'discarded')
  WHEN 'auditor' THEN status NOT IN ('draft', 'discarded')
  WHEN 'leader' THEN status = 'registered'
  ELSE false END;
