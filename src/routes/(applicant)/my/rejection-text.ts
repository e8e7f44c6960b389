import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { formatDeadline } from '$lib/words/format';

/** Why a request may be excluded and until when its household may answer; after the deadline an answer still counts until the decision. */
export function rejectionText(open: { readonly reason: string; readonly deadline: Instant }, now: Instant): string {
	const said = { reason: open.reason, deadline: formatDeadline(open.deadline) };
	return open.deadline < now ? m.rejection_yours_late(said) : m.rejection_yours_text(said);
}
