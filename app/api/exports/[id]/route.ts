import { api } from '@/app/_web/api'
import { exportFile } from '@/app/_web/export-file'
import { openExport } from '@/forum/privacy/exports'
import { ExportFormat, ExportId } from '@/forum/privacy/input'

export const GET = api(
  { summary: 'A copy of everything about oneself, once it is made', params: ExportId, query: ExportFormat },
  async ({ viewer, params, query }) => exportFile(query.as, await openExport(viewer, params.id)),
)
