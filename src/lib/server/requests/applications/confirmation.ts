import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { inLanguage } from '$lib/i18n/in-language';
import { m } from '$lib/paraglide/messages';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { LanguageText } from '$lib/server/notices/notices/notice';

type Receipt = {
	readonly protocol: string;
	readonly pseudonym: string;
	readonly leaf: string;
	readonly address: string;
};

/** Tells the applicant by mail that the request is in. The mail holds nothing of what was declared. */
export async function confirmByMail(
	trx: Transaction<Database>,
	notice: { readonly title: LanguageText },
	receipt: Receipt,
	by: Actor,
	now: Instant
): Promise<void> {
	const account = await findAccount(trx, by.id);
	if (!account) return;
	const text = m.applications_mail_text({ ...receipt, notice: inLanguage(notice.title) });
	const subject = m.applications_mail_subject({ protocol: receipt.protocol });
	await enqueueMail(trx, { to: account.email, subject, text }, now);
}
