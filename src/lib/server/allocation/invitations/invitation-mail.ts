import { nameInMail } from '$lib/server/platform/accounts/person-name';
import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { isLocale, localizeHref } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Notice, NoticeDwelling } from '$lib/server/notices/notices/notice';

type Reader = {
	readonly id: string;
	readonly protocol: string;
	readonly email: string;
	readonly name: string;
	readonly locale: string;
};

/**
 * Tells a household of homes that may suit it, without saying why, so that another reader of the mail learns only of
 * homes. Homes are named by address and floor, because the code of a home may say what it is set aside for.
 */
export async function mailInvitation(
	trx: Transaction<Database>,
	notice: Pick<Notice, 'title' | 'closesAt'>,
	{ id, protocol, email, name, locale }: Reader,
	homes: readonly NoticeDwelling[],
	now: Instant
): Promise<void> {
	const to = { locale: isLocale(locale) ? locale : ('it' as const) };
	const link = config().origin + localizeHref(`/my/requests/${id}`, to);
	const day = dayOf(notice.closesAt).split('-').reverse().join('/');
	const list = homes.map((home) => `- ${homeText(home, to)}`).join('\n');
	const title = notice.title[to.locale];
	const text = m.invitation_mail_text({ name: nameInMail(name), notice: title, homes: list, protocol, day, link }, to);
	await enqueueMail(trx, { to: email, subject: m.invitation_mail_subject({ protocol }, to), text }, now);
}

function homeText({ address, measures: { floor }, netAreaDm2 }: NoticeDwelling, to: { locale: 'it' | 'en' }): string {
	const where = floor === null ? [] : [floor <= 0 ? m.notice_ground_floor({}, to) : m.notice_floor_n({ floor }, to)];
	const size = netAreaDm2 === null ? [] : [`${Math.round(netAreaDm2 / 100)} m²`];
	return [address, ...where, ...size].join(', ');
}
