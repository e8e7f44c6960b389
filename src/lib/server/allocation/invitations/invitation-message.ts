import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { tell } from '$lib/server/people/messages/tell';
import type { Database } from '$lib/server/schema';
import type { Notice, NoticeDwelling } from '$lib/server/notices/notices/notice';

type Reader = { readonly id: string; readonly protocol: string; readonly accountId: string };

/**
 * Tells a household of homes that may suit it, without saying why, so that another reader of the message learns only of
 * homes. Homes are named by address and floor, because the code of a home may say what it is set aside for.
 */
export async function tellInvited(
	trx: Transaction<Database>,
	notice: Pick<Notice, 'title' | 'closesAt'>,
	{ id, protocol, accountId }: Reader,
	homes: readonly NoticeDwelling[],
	now: Instant
): Promise<void> {
	const words = (locale: 'it' | 'en') => ({
		protocol,
		notice: notice.title[locale],
		homes: homes.map((home) => `- ${homeText(home, { locale })}`).join('\n'),
		day: dayOf(notice.closesAt).split('-').reverse().join('/')
	});
	await tell(trx, 'invitation', { to: { accountId }, path: `/my/requests/${id}`, words }, now);
}

function homeText({ address, measures: { floor }, netAreaDm2 }: NoticeDwelling, to: { locale: 'it' | 'en' }): string {
	const where = floor === null ? [] : [floor <= 0 ? m.notice_ground_floor({}, to) : m.notice_floor_n({ floor }, to)];
	const size = netAreaDm2 === null ? [] : [`${Math.round(netAreaDm2 / 100)} m²`];
	return [address, ...where, ...size].join(', ');
}
