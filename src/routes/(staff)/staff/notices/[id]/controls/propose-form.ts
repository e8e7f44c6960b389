import { z } from 'zod';
import { count } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { numberField } from '$lib/server/platform/forms/number-field';

/** A share of a group, in percent: at least one of a hundred, because a group that is never checked can be relied on. */
const share = numberField(count(1, 100), () => m.sample_share_error());

export const proposeForm = z.object({
	id: z.uuid({ error: () => m.sample_not_found() }),
	ordinary: share,
	raised: share,
	high: share
});
