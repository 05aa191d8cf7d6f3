ALTER TABLE "orders" ADD COLUMN "name" text DEFAULT '김붕어' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "withdrawal" text;