import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { checkWays } from '$lib/domain/verification/finding';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';

const onError = () => m.check_on_error();

/** How a fact was checked. */
export const evidenceFields = {
	how: z.enum(checkWays, { error: () => m.check_how_error() }),
	source: z
		.string({ error: () => m.check_source_error() })
		.min(2, { error: () => m.check_source_error() })
		.max(200, { error: () => m.check_source_error() }),
	on: z.iso.date({ error: onError }).refine((day) => day >= '1900-01-01' && day <= dayOf(now()), { error: onError })
};

export const reasonField = z
	.string({ error: () => m.check_reason_error() })
	.min(10, { error: () => m.check_reason_error() })
	.max(1000, { error: () => m.check_reason_error() });
