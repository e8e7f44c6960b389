import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { tell } from '$lib/server/people/messages/tell';
import type { Database } from '$lib/server/schema';
import { formatDate } from '$lib/words/format';

type Begun = { readonly accountId: string; readonly organisation: string; readonly endsAt: Instant };

/** Where a person reads their mandates. */
const path = '/my/mandates';

const withDay =
	(template: 'mandate_begun' | 'mandate_near') =>
	async (trx: Transaction<Database>, { accountId, organisation, endsAt }: Begun, now: Instant): Promise<void> => {
		const words = (locale: 'it' | 'en') => ({ organisation, day: formatDate(dayOf(endsAt), locale) });
		await tell(trx, template, { to: { accountId }, path, words }, now);
	};

/** Tells a person that an organisation may act for them from now on: whoever did not want it ends it there. */
export const tellBegun = withDay('mandate_begun');

/** Tells a person that a mandate ends soon. */
export const tellNear = withDay('mandate_near');

/** Tells a person that the organisation ended the mandate. */
export async function tellEnded(
	trx: Transaction<Database>,
	{ accountId, organisation }: Omit<Begun, 'endsAt'>,
	now: Instant
): Promise<void> {
	await tell(trx, 'mandate_ended', { to: { accountId }, path, words: () => ({ organisation }) }, now);
}
