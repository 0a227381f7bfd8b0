CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"principal" uuid NOT NULL,
	"deputy" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "delegation_two" CHECK ("delegation"."principal" <> "delegation"."deputy"),
	CONSTRAINT "delegation_kind" CHECK ("delegation"."kind" in ('leave','hand-over')),
	CONSTRAINT "delegation_span" CHECK (("delegation"."kind" = 'leave') = ("delegation"."until_day" is not null) and "delegation"."until_day" >= "delegation"."from_day"),
	CONSTRAINT "delegation_revoked" CHECK (("delegation"."revoked_by" is null) = ("delegation"."revoked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "mail_setting" (
	"account" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"cadence" text DEFAULT 'none' NOT NULL,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"since" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"digest_on" date,
	CONSTRAINT "mail_setting_cadence" CHECK ("mail_setting"."cadence" in ('none','once','daily')),
	CONSTRAINT "mail_setting_language" CHECK ("mail_setting"."language" in ('zh-CN','en'))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account" uuid,
	"role" text,
	"unit" text,
	"subject" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_on" date,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "notice_addressee" CHECK (num_nonnulls("notice"."account", "notice"."role") = 1),
	CONSTRAINT "notice_unit" CHECK ("notice"."unit" is null or "notice"."role" = 'registrar')
);
--> statement-breakpoint
CREATE TABLE "notice_read" (
	"notice" bigint NOT NULL,
	"account" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "notice_read_account_notice_pk" PRIMARY KEY("account","notice")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"next_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"worker" uuid,
	"worker_until" timestamp with time zone,
	"answer" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('once','daily','test')),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('queued','sending','sent','failed','unclear','withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "outbox_notice" (
	"outbox" uuid NOT NULL,
	"account" uuid NOT NULL,
	"notice" bigint NOT NULL,
	CONSTRAINT "outbox_notice_account_notice_pk" PRIMARY KEY("account","notice")
);
--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_principal_account_id_fk" FOREIGN KEY ("principal") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_deputy_account_id_fk" FOREIGN KEY ("deputy") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_made_by_account_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_revoked_by_account_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_setting" ADD CONSTRAINT "mail_setting_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_notice_id_fk" FOREIGN KEY ("notice") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_notice" ADD CONSTRAINT "outbox_notice_outbox_outbox_id_fk" FOREIGN KEY ("outbox") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_notice" ADD CONSTRAINT "outbox_notice_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_notice" ADD CONSTRAINT "outbox_notice_notice_notice_id_fk" FOREIGN KEY ("notice") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_deputy" ON "delegation" USING btree ("deputy") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "delegation_principal" ON "delegation" USING btree ("principal");--> statement-breakpoint
CREATE INDEX "notice_account" ON "notice" USING btree ("account","at") WHERE account is not null;--> statement-breakpoint
CREATE INDEX "notice_desk" ON "notice" USING btree ("role","unit","at") WHERE role is not null;--> statement-breakpoint
CREATE INDEX "notice_open" ON "notice" USING btree ("subject","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_at") WHERE status in ('queued','sending');--> statement-breakpoint
CREATE INDEX "outbox_undelivered" ON "outbox" USING btree ("status") WHERE status in ('failed','unclear');--> statement-breakpoint
CREATE INDEX "outbox_queued" ON "outbox" USING btree ("queued_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "outbox_notice_mail" ON "outbox_notice" USING btree ("outbox");