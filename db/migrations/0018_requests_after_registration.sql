CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract" uuid NOT NULL,
	"request" uuid,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"contract" uuid NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"base" integer NOT NULL,
	"content" jsonb,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"served_on" date,
	"served" text,
	"hearing_until" date,
	"stated_on" date,
	"statement" text,
	"endorsed_by" uuid,
	"endorsed_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision" text,
	"event" bigint,
	CONSTRAINT "request_number_unique" UNIQUE("number"),
	CONSTRAINT "request_kind" CHECK ("request"."kind" in ('correct','change','cancel','revoke')),
	CONSTRAINT "request_status" CHECK ("request"."status" in ('asked','endorsed','granted','declined','withdrawn')),
	CONSTRAINT "request_content" CHECK (("request"."kind" in ('correct','change')) = ("request"."content" is not null)),
	CONSTRAINT "request_decided" CHECK (("request"."status" in ('granted','declined')) = ("request"."decided_by" is not null)),
	CONSTRAINT "request_event" CHECK (("request"."status" = 'granted') = ("request"."event" is not null)),
	CONSTRAINT "request_four_eyes" CHECK ("request"."asked_by" is distinct from "request"."decided_by" and "request"."asked_by" is distinct from "request"."endorsed_by"),
	CONSTRAINT "request_second_approver" CHECK ("request"."status" <> 'granted' or "request"."endorsed_by" is distinct from "request"."decided_by")
);
--> statement-breakpoint
ALTER TABLE "contract" DROP CONSTRAINT "contract_status";--> statement-breakpoint
ALTER TABLE "contract" DROP CONSTRAINT "contract_registered";--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_request_request_id_fk" FOREIGN KEY ("request") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_endorsed_by_account_id_fk" FOREIGN KEY ("endorsed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_request" ON "evidence" USING btree ("request");--> statement-breakpoint
CREATE INDEX "evidence_contract" ON "evidence" USING btree ("contract","added_by");--> statement-breakpoint
CREATE UNIQUE INDEX "request_open" ON "request" USING btree ("contract") WHERE status in ('asked','endorsed');--> statement-breakpoint
CREATE INDEX "request_contract" ON "request" USING btree ("contract","asked_at");--> statement-breakpoint
CREATE INDEX "request_unit" ON "request" USING btree ("unit","asked_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "request_waiting" ON "request" USING btree ("asked_at","id") WHERE status in ('asked','endorsed');--> statement-breakpoint
CREATE INDEX "request_asked" ON "request" USING btree ("asked_at" DESC NULLS LAST,"id");--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_posted" CHECK (("contract"."status" = 'registered') = ("contract"."posting" is not null));--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_status" CHECK ("contract"."status" in ('draft','submitted','endorsed','returned','registered','refused','discarded','cancelled','revoked'));--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_registered" CHECK (("contract"."status" in ('registered','cancelled','revoked')) = ("contract"."number" is not null and "contract"."year" is not null and "contract"."registered_on" is not null));