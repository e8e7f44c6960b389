import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates } from '$lib/domain/rounds/round-kind';
import { findNotice } from '$lib/server/notices/notices/repository';
import { BATCH, tellInTurns } from '$lib/server/people/messages/in-turns';
import { tell } from '$lib/server/people/messages/tell';
import type { Locale } from '$lib/paraglide/runtime';
import type { AppDatabase, DatabaseKind } from '$lib/server/platform/db/database';
import { listWithAccount } from '$lib/server/requests/applications/listed-repository';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { listRounds } from './repository';
import { lockUntold, markTold, nextUntold } from './telling-repository';

/**
 * Tells every household with an account that a ranking is public. The publication itself is the mark to begin. Returns how many
 * households were told.
 */
export const tellPublished = (database: AppDatabase, now: Instant): Promise<number> =>
	tellInTurns(database, { next: nextUntold, tellBatch: (trx, kind, id) => tellBatch(trx, kind, id, now) });

async function tellBatch(trx: Transaction<Database>, kind: DatabaseKind, roundId: string, now: Instant) {
	const round = await lockUntold(trx, kind, roundId);
	if (!round) return null;
	const versions = publishedOnly(await listRounds(trx, round.noticeId));
	// A newer ranking is public: its message takes the place of this one.
	if (versions.some(({ version }) => version > round.version)) {
		await markTold(trx, roundId, { upTo: round.toldUpTo, at: now });
		return 0;
	}
	const requests = await listWithAccount(trx, round.noticeId, round.toldUpTo, BATCH);
	const words = await wordsOf(trx, round.noticeId, versions);
	for (const { id, accountId, protocol } of requests) {
		const telling = { to: { accountId }, path: `/my/requests/${id}`, words: words(protocol) };
		await tell(trx, `ranking_${round.kind}`, telling, now);
	}
	const last = requests.length < BATCH;
	await markTold(trx, roundId, { upTo: requests.at(-1)?.id ?? round.toldUpTo, at: last ? now : null });
	return requests.length;
}

async function wordsOf(trx: Transaction<Database>, noticeId: string, versions: Parameters<typeof roundDates>[1]) {
	const notice = (await findNotice(trx, noticeId))!;
	const { correctionsUntil } = roundDates(notice.closesAt, versions, procedureOf(notice.rules).value);
	return (protocol: string) => (locale: Locale) => ({
		protocol,
		notice: notice.title[locale],
		until: correctionsUntil ? formatDeadline(correctionsUntil, locale) : ''
	});
}
