ALTER TABLE "orders" ADD COLUMN "name" text DEFAULT '김붕어' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "withdrawal" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("expires_at") WHERE "orders"."status" <> 'paid';--> statement-breakpoint
INSERT INTO "jobs" ("kind", "key", "run_at") VALUES ('reconcile', '', now());