CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"status" text DEFAULT 'mapping' NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"file" jsonb NOT NULL,
	"seen" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"applies" boolean DEFAULT false NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"problem" jsonb,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"actor" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"stopping" boolean DEFAULT false NOT NULL,
	"worker" uuid,
	"worker_until" timestamp with time zone,
	CONSTRAINT "import_batch_kind" CHECK ("import_batch"."kind" in ('draft','registered')),
	CONSTRAINT "import_batch_unit" CHECK (("import_batch"."kind" = 'draft') = ("import_batch"."unit" is not null)),
	CONSTRAINT "import_batch_status" CHECK ("import_batch"."status" in ('mapping','judging','judged','writing','done','undoing','undone','cancelled','failed'))
);
--> statement-breakpoint
CREATE TABLE "import_heading" (
	"office" text NOT NULL,
	"heading" text NOT NULL,
	"target" text NOT NULL,
	"money" text,
	CONSTRAINT "import_heading_office_heading_pk" PRIMARY KEY("office","heading")
);
--> statement-breakpoint
CREATE TABLE "import_part" (
	"batch" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_part_batch_n_pk" PRIMARY KEY("batch","n")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"batch" uuid NOT NULL,
	"row" integer NOT NULL,
	"verdict" text NOT NULL,
	"title" jsonb NOT NULL,
	"key" text,
	"content" jsonb,
	"record" jsonb,
	"issues" jsonb,
	"contract" uuid,
	"base" integer,
	"outcome" text,
	CONSTRAINT "import_row_batch_row_pk" PRIMARY KEY("batch","row"),
	CONSTRAINT "import_row_verdict" CHECK ("import_row"."verdict" in ('new','same','changed','bad'))
);
--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_started_by_account_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_batch_import_batch_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_import_batch_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_batch_unit_started" ON "import_batch" USING btree ("unit","started_at");--> statement-breakpoint
CREATE INDEX "import_batch_working" ON "import_batch" USING btree ("worker_until") WHERE status in ('judging','writing','undoing');--> statement-breakpoint
CREATE INDEX "import_row_key" ON "import_row" USING btree ("batch","key");--> statement-breakpoint
CREATE INDEX "import_row_verdict_row" ON "import_row" USING btree ("batch","verdict","row");--> statement-breakpoint
CREATE INDEX "import_row_contract" ON "import_row" USING btree ("contract");--> statement-breakpoint
CREATE INDEX "contract_unit_signed" ON "contract" USING btree ("unit","sign_date","seller_name");