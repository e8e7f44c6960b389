import { imagineRound, type WhatIf, type WhatIfReport } from '$lib/domain/what-if/imagine-round';
import type { Report } from '$lib/server/platform/workers/job';

export function run(whatIf: WhatIf, report: Report): Promise<WhatIfReport> {
	return imagineRound(whatIf, report);
}
