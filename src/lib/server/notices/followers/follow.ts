import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Locale } from '$lib/paraglide/runtime';
import { machineTime } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { findNotice } from '$lib/server/notices/notices/repository';
import { normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import { noticePhase } from '$lib/domain/notice/phase';
import { idOfLink } from './link';
import { askedMail } from './mails';
import { confirmFollower, countUnanswered, deleteFollower, findFollower, follows, insertFollower } from './repository';

const HOUR = 3_600_000;
/** A link to say yes may wait for the week-end, as the one of a new account. */
export const FOLLOW_HOURS = 72;
/** So many mails about following reach an address that does not answer, so that nobody fills the letter-box of another person. */
const MOST_UNANSWERED = 3;

/** The earliest instant at which a yes that still counts was asked for. */
export const askedBy = (): string => new Date(Date.parse(machineTime()) - FOLLOW_HOURS * HOUR).toISOString();

type Asked = { readonly noticeId: string; readonly email: string; readonly locale: Locale };

/**
 * Asks the owner of an address whether it wants the news of a notice. The answer is the same for every address, whether it has an
 * account, follows already, or was asked too often.
 * @returns false where there is no such notice in public
 */
export async function askToFollow(
	trx: Transaction<Database>,
	{ noticeId, email: typed, locale }: Asked,
	at: Instant
): Promise<boolean> {
	const notice = await findNotice(trx, noticeId);
	if (!notice || !isFollowed(notice, at)) return false;
	const email = normaliseEmail(typed);
	if ((await countUnanswered(trx, email, askedBy())) >= MOST_UNANSWERED) return true;
	const id = newId();
	const asked = { id, notice_id: noticeId, email, locale, asked_at: machineTime() };
	await insertFollower(trx, { ...asked, confirmed_at: null, told_up_to: null });
	await enqueueMail(trx, askedMail({ email, locale, id }, notice.title[locale]), at);
	return true;
}

/** A notice that the public sees: a draft, or one that was withdrawn, has no news. */
export function isFollowed(notice: Parameters<typeof noticePhase>[0], now: Instant): boolean {
	const phase = noticePhase(notice, now);
	return phase !== 'draft' && phase !== 'withdrawn';
}

/** The notice that a person may follow; null where the public sees none. */
export async function readToFollow(db: Kysely<Database>, noticeId: string, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice || !isFollowed(notice, now)) return null;
	return { id: notice.id, code: notice.code, title: notice.title };
}

/** The follower of a link, for its page; null for a link that the portal did not make, or that ended. */
export async function readFollower(db: Kysely<Database>, link: string) {
	const id = idOfLink(link);
	const found = id === null ? undefined : await findFollower(db, id);
	const notice = found && (await findNotice(db, found.noticeId));
	if (!found || !notice) return null;
	const following = await follows(db, found);
	if (!following && found.askedAt <= askedBy()) return null;
	return { following, email: found.email, notice: { id: notice.id, title: notice.title } };
}

/** The owner of the address says yes, by the link that it got. News from now on reach it; a second click finds it so. */
export async function startToFollow(trx: Transaction<Database>, link: string, now: Instant): Promise<boolean> {
	const id = idOfLink(link);
	const found = id === null ? undefined : await findFollower(trx, id);
	if (!found) return false;
	if (await follows(trx, found)) return true;
	if (found.askedAt <= askedBy()) return false;
	if (await confirmFollower(trx, found.id, { at: machineTime(), upTo: now })) log(trx, 'started', found.noticeId, now);
	return true;
}

/** The owner of the address wants no more news of the notice: nothing of it is kept. */
export async function stopFollowing(trx: Transaction<Database>, link: string, now: Instant): Promise<void> {
	const id = idOfLink(link);
	const found = id === null ? undefined : await findFollower(trx, id);
	if (found && (await deleteFollower(trx, found))) log(trx, 'ended', found.noticeId, now);
}

/** The log says neither whose address it is, nor that it is one's: its owner has no account. */
function log(trx: Transaction<Database>, what: 'started' | 'ended', noticeId: string, at: Instant): void {
	record(trx, { event: `notice_follow_${what}`, by: system, subject: { type: 'notice', id: noticeId }, at });
}
