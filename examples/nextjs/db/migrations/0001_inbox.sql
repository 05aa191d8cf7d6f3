CREATE TABLE "jobs" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"problem" text,
	CONSTRAINT "jobs_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhooks" DROP CONSTRAINT "webhooks_order_id_orders_id_fk";
--> statement-breakpoint
DROP INDEX "webhooks_order";--> statement-breakpoint
ALTER TABLE "webhooks" ALTER COLUMN "answer" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "copies" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "last_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "webhooks" SET "last_at" = "latest"."at", "copies" = "latest"."copies", "at" = "latest"."first_at" FROM (SELECT max("id") AS "id", max("at") AS "at", min("at") AS "first_at", count(*)::integer AS "copies" FROM "webhooks" GROUP BY "order_id", "instead_uid", "status") AS "latest" WHERE "webhooks"."id" = "latest"."id";--> statement-breakpoint
DELETE FROM "webhooks" WHERE "last_at" IS NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ALTER COLUMN "last_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "again_by" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "again_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_by" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decided_by" text;--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at");--> statement-breakpoint
CREATE INDEX "webhooks_open" ON "webhooks" USING btree ("last_at") WHERE "webhooks"."answer" is distinct from 200;--> statement-breakpoint
CREATE INDEX "orders_address" ON "orders" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "payments_uid" ON "payments" USING btree ("instead_uid");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("created_at") WHERE "tasks"."done_at" is null;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_event" UNIQUE("order_id","instead_uid","status");--> statement-breakpoint
INSERT INTO "jobs" ("kind", "key", "run_at") SELECT 'webhook', "id"::text, now() FROM "webhooks" WHERE "answer" >= 500;--> statement-breakpoint
INSERT INTO "jobs" ("kind", "key", "run_at") SELECT 'bake', "order_id", now() FROM "tasks" WHERE "kind" = 'bake' AND "done_at" IS NULL;--> statement-breakpoint
INSERT INTO "jobs" ("kind", "key", "run_at") VALUES ('clean_up', '', now());
