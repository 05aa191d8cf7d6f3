// For `npx drizzle-kit@0.31.11 generate`, after a change of the schema. The SQL that it writes is committed.
export default { dialect: 'postgresql', schema: './db/schema.ts', out: './db/migrations' };
