import { defineConfig } from 'prisma/config'

// The schema engine binary is downloaded from outside npm; nothing here needs it (see docs/decisions), and with this
// set `prisma generate` does not try. `prisma migrate deploy` on a machine that has the engine: unset the variable.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/marginalia' },
})
