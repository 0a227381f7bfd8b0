ALTER TABLE "reconciliation_line" ADD COLUMN "sheet" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was kept so far are the rows of the sheet that was understood.
UPDATE "reconciliation_line" l SET "sheet" = (r."mapping"->>'sheet')::integer
  FROM "reconciliation" r WHERE r."id" = l."reconciliation" AND (r."mapping"->>'sheet')::integer > 0;--> statement-breakpoint
ALTER TABLE "reconciliation_line" DROP CONSTRAINT "reconciliation_line_reconciliation_row_pk";--> statement-breakpoint
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_reconciliation_sheet_row_pk" PRIMARY KEY("reconciliation","sheet","row");--> statement-breakpoint
-- Rows that turn out to hold state secrets are not kept: their office takes them off while nothing is compared with them.
GRANT DELETE ON "reconciliation_line" TO jishi_app;--> statement-breakpoint
CREATE POLICY own_file_uncompared ON "reconciliation_line" FOR DELETE TO jishi_app
  USING (jishi_owns_reconciliation(reconciliation) AND EXISTS (
    SELECT FROM reconciliation r WHERE r.id = reconciliation_line.reconciliation AND r.status = 'mapping'));
