CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"id" uuid PRIMARY KEY NOT NULL,
	"local_number" text NOT NULL,
	"unit" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"explanations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"entered_by" uuid NOT NULL,
	"edited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"accepted_on" date,
	"due_on" date,
	"rule_set" text,
	"disputed" boolean DEFAULT false NOT NULL,
	"first_approver" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"verdict" jsonb,
	"number" char(16),
	"year" integer,
	"registered_on" date,
	"posting" bigint,
	"name" text GENERATED ALWAYS AS (content #>> '{name}') STORED,
	"subtype" text GENERATED ALWAYS AS (content #>> '{subtype}') STORED,
	"turnover" bigint GENERATED ALWAYS AS (((content ->> 'turnover')::numeric * 100)::bigint) STORED,
	"technology" bigint GENERATED ALWAYS AS (((content ->> 'technology')::numeric * 100)::bigint) STORED,
	"seller_name" text GENERATED ALWAYS AS (content #>> '{seller,name}') STORED,
	"seller_code" text GENERATED ALWAYS AS (content #>> '{seller,code}') STORED,
	"buyer_name" text GENERATED ALWAYS AS (content #>> '{buyer,name}') STORED,
	"buyer_code" text GENERATED ALWAYS AS (content #>> '{buyer,code}') STORED,
	"pay_method" text GENERATED ALWAYS AS (content #>> '{payMethod}') STORED,
	"tech_field" text GENERATED ALWAYS AS (content #>> '{techField}') STORED,
	"goal" text GENERATED ALWAYS AS (content #>> '{goal}') STORED,
	"plan_source" text GENERATED ALWAYS AS (content #>> '{planSource}') STORED,
	"ip_kind" text GENERATED ALWAYS AS (content #>> '{intellectualProperty,0}') STORED,
	"is_related" boolean GENERATED ALWAYS AS ((content ->> 'isRelated')::boolean) STORED,
	"trade" text GENERATED ALWAYS AS (content #>> '{trade}') STORED,
	"sign_date" text GENERATED ALWAYS AS (content #>> '{signDate}') STORED,
	"end_date" text GENERATED ALWAYS AS (content #>> '{endDate}') STORED,
	"grams" text[] GENERATED ALWAYS AS (jishi_grams(coalesce(number::text, '') || ' ' || local_number || ' ' || coalesce(content ->> 'name', '') || ' ' || coalesce(content #>> '{seller,name}', '') || ' ' || coalesce(content #>> '{buyer,name}', ''))) STORED,
	CONSTRAINT "contract_local_number_unique" UNIQUE("local_number"),
	CONSTRAINT "contract_status" CHECK ("contract"."status" in ('draft','submitted','endorsed','returned','registered','refused','discarded')),
	CONSTRAINT "contract_registered" CHECK (("contract"."status" = 'registered') = ("contract"."number" is not null and "contract"."year" is not null and "contract"."registered_on" is not null and "contract"."posting" is not null)),
	CONSTRAINT "contract_four_eyes" CHECK ("contract"."decided_by" is null or ("contract"."decided_by" <> "contract"."entered_by" and "contract"."decided_by" <> "contract"."edited_by")),
	CONSTRAINT "contract_first_approver" CHECK ("contract"."first_approver" is null or ("contract"."first_approver" <> "contract"."entered_by" and "contract"."first_approver" <> "contract"."edited_by")),
	CONSTRAINT "contract_second_approver" CHECK ("contract"."status" <> 'registered' or "contract"."first_approver" is null or "contract"."first_approver" <> "contract"."decided_by")
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counter_name_year_pk" PRIMARY KEY("name","year")
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"contract" uuid NOT NULL,
	"account" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presence_contract_account_pk" PRIMARY KEY("contract","account")
);
--> statement-breakpoint
CREATE TABLE "registration_counter" (
	"year" integer NOT NULL,
	"point" char(2) NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "registration_counter_year_point_pk" PRIMARY KEY("year","point")
);
--> statement-breakpoint
CREATE TABLE "contract_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contract" uuid NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"status_after" text NOT NULL,
	"actor" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"hash" "bytea" DEFAULT '' NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inflow" (
	"number" char(16) PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"seller_name" text NOT NULL,
	"seller_region" char(6) NOT NULL,
	"buyer_name" text NOT NULL,
	"buyer_unit" text NOT NULL,
	"field" text NOT NULL,
	"turnover" bigint NOT NULL,
	"technology" bigint NOT NULL,
	"registered_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"id" bigint DEFAULT nextval('posting_id') NOT NULL,
	"year" integer NOT NULL,
	"contract" uuid NOT NULL,
	"event" bigint NOT NULL,
	"sign" smallint NOT NULL,
	"known_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"registered_on" date NOT NULL,
	"unit" text NOT NULL,
	"month" char(2) NOT NULL,
	"area" text NOT NULL,
	"type" text NOT NULL,
	"subtype" text NOT NULL,
	"plan" text NOT NULL,
	"flow" text NOT NULL,
	"seller" text NOT NULL,
	"field" text NOT NULL,
	"band" text NOT NULL,
	"property" text NOT NULL,
	"goal" text NOT NULL,
	"buyer" text NOT NULL,
	"province" text NOT NULL,
	"trade" text NOT NULL,
	"turnover" bigint NOT NULL,
	"technology" bigint NOT NULL,
	CONSTRAINT "posting_year_id_pk" PRIMARY KEY("year","id")
) PARTITION BY RANGE ("year");
--> statement-breakpoint
CREATE TABLE "seal" (
	"id" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"below" "xid8" NOT NULL,
	"events" integer NOT NULL,
	"root" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "total" (
	"year" integer NOT NULL,
	"unit" text NOT NULL,
	"dimension" text NOT NULL,
	"member" text NOT NULL,
	"contracts" bigint NOT NULL,
	"turnover" bigint NOT NULL,
	"technology" bigint NOT NULL,
	CONSTRAINT "total_year_unit_dimension_member_pk" PRIMARY KEY("year","unit","dimension","member")
);
--> statement-breakpoint
CREATE TABLE "trail" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"actor" uuid,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"country" text NOT NULL,
	"is_corps" boolean NOT NULL,
	"details" jsonb NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"grams" text[] GENERATED ALWAYS AS (jishi_grams(name || ' ' || coalesce(code, ''))) STORED
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "account_username_unique" UNIQUE("username"),
	CONSTRAINT "account_role" CHECK ("account"."role" in ('registrar','approver','auditor','leader','admin','security')),
	CONSTRAINT "account_unit" CHECK (("account"."role" = 'registrar') = ("account"."unit" is not null))
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"label" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"account" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"earlier" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_mapping" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"national_code" text NOT NULL,
	CONSTRAINT "code_mapping_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "holiday_kind" CHECK ("holiday"."kind" in ('off','work'))
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"value" jsonb NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "setting_key_valid_from_pk" PRIMARY KEY("key","valid_from")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text PRIMARY KEY NOT NULL,
	"point" char(2) NOT NULL,
	CONSTRAINT "unit_point_unique" UNIQUE("point")
);
--> statement-breakpoint
CREATE TABLE "unit_version" (
	"unit" text NOT NULL,
	"valid_from" date NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"area" text NOT NULL,
	"ranked" boolean NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"merged_into" text,
	CONSTRAINT "unit_version_unit_valid_from_pk" PRIMARY KEY("unit","valid_from"),
	CONSTRAINT "unit_version_area" CHECK ("unit_version"."area" in ('south','north'))
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_edited_by_account_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_first_approver_account_id_fk" FOREIGN KEY ("first_approver") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_event" ADD CONSTRAINT "contract_event_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_merged_into_unit_code_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_contract" ON "attachment" USING btree ("contract");--> statement-breakpoint
CREATE INDEX "attachment_sha256" ON "attachment" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_number" ON "contract" USING btree ("number");--> statement-breakpoint
CREATE INDEX "contract_unit_status" ON "contract" USING btree ("unit","status","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "contract_waiting" ON "contract" USING btree ("due_on") WHERE status in ('submitted','endorsed');--> statement-breakpoint
CREATE INDEX "contract_year_unit" ON "contract" USING btree ("year","unit","registered_on","id");--> statement-breakpoint
CREATE INDEX "contract_seller" ON "contract" USING btree ("seller_code","sign_date");--> statement-breakpoint
CREATE INDEX "contract_buyer" ON "contract" USING btree ("buyer_code","sign_date");--> statement-breakpoint
CREATE INDEX "contract_grams" ON "contract" USING gin ("grams");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_event_seq" ON "contract_event" USING btree ("contract","seq");--> statement-breakpoint
CREATE INDEX "contract_event_xid" ON "contract_event" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "contract_event_actor" ON "contract_event" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "inflow_year" ON "inflow" USING btree ("year");--> statement-breakpoint
CREATE INDEX "posting_contract" ON "posting" USING btree ("contract");--> statement-breakpoint
CREATE INDEX "posting_known" ON "posting" USING btree ("year","known_at");--> statement-breakpoint
CREATE INDEX "posting_day" ON "posting" USING btree ("year","registered_on");--> statement-breakpoint
CREATE INDEX "trail_at" ON "trail" USING btree ("at");--> statement-breakpoint
CREATE INDEX "trail_actor" ON "trail" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "trail_action" ON "trail" USING btree ("action","at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_code" ON "organisation" USING btree ("code");--> statement-breakpoint
CREATE INDEX "organisation_grams" ON "organisation" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "organisation_name" ON "organisation" USING btree ("name");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account");