import type { Instant } from '$lib/domain/calendar/instant';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { sealDueReceipts } from '$lib/server/requests/applications/seal-receipts';
import { keepTally } from '$lib/server/platform/audit/tally';
import { answerRequests } from '$lib/server/platform/accounts/answer-requests';
import { deleteOldRequests } from '$lib/server/platform/accounts/request-repository';
import { watchChain } from '$lib/server/platform/audit/watch-chain';
import { openSessions } from '$lib/server/platform/auth/sessions';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { carryOutRetention } from '$lib/server/desk/retention/carry-out';
import { endHolds } from '$lib/server/letting/proposals/end-holds';
import { forgetTraces } from '$lib/server/platform/db/forget-traces';
import { indexWaiting } from '$lib/server/people/persons/name-index';
import { leave } from '$lib/server/people/messages/leaving';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import type { NewsSenders } from '$lib/server/platform/mail/news/news';
import { objects } from '$lib/server/platform/objects/app';
import { sweepPages } from '$lib/server/people/documents/sweep';
import { warnOfDocuments } from '$lib/server/people/documents/warn';
import type { MailTransport } from '$lib/server/platform/mail/transport';
import { drawDueSamples } from '$lib/server/requests/controls/draw-service';
import { fetchBeacons } from '$lib/server/notices/notices/fetch-beacons';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { forgetEmptyAccounts } from '$lib/server/desk/rights/forget-empty-accounts';
import { tendMandates } from '$lib/server/people/mandates/tend-mandates';
import { remindOffers } from '$lib/server/letting/offers/remind-offers';
import { remindRejections } from '$lib/server/requests/rejections/remind-rejections';
import { remindDrafts } from '$lib/server/requests/applications/remind-drafts';
import { tellNoticeChanges } from '$lib/server/requests/notice-news/tell-changes';
import { tellFollowers } from '$lib/server/allocation/followers/tell-followers';
import { forgetFollowers } from '$lib/server/notices/followers/forget';
import { tellPublished } from '$lib/server/allocation/rounds/tell-published';
import { machineTime } from './clock';
import type { Job } from './platform/jobs/loop';

type Outside = {
	readonly transport: MailTransport | null;
	/** The channels beside the mail. */
	readonly news?: NewsSenders;
	readonly drandUrl: string | null;
};

/** Everything the portal does by itself, and how often. Mails wait where there is no server to send them by. */
export function jobs(database: AppDatabase, { transport, news, drandUrl }: Outside): readonly Job[] {
	const always: Job[] = [...termJobs(database), ...tellingJobs(database), ...keepingJobs(database)];
	if (drandUrl) {
		always.push({ name: 'fetch beacons', everySeconds: 60, run: (now) => fetchBeacons(database, drandUrl, now) });
		always.push({ name: 'draw samples', everySeconds: 60, run: (now) => drawDueSamples(database, drandUrl, now) });
	}
	const send = (by: MailTransport) => (now: Instant) => sendDueMails(database, by, now, news, leave);
	if (transport) always.push({ name: 'send mails', everySeconds: 5, run: send(transport) });
	return always;
}

/** Jobs that end terms, and remind people before they end. */
const termJobs = ({ transact }: AppDatabase): Job[] => [
	{ name: 'expire offers', everySeconds: 20, run: (now) => transact((trx) => expireOffers(trx, now)) },
	{ name: 'remind of offers', everySeconds: 60, run: (now) => transact((trx) => remindOffers(trx, now)) },
	{ name: 'remind of rejections', everySeconds: 60, run: (now) => transact((trx) => remindRejections(trx, now)) },
	{ name: 'remind of drafts', everySeconds: 60, run: (now) => transact((trx) => remindDrafts(trx, now)) },
	{ name: 'tend mandates', everySeconds: 300, run: (now) => transact((trx) => tendMandates(trx, now)) },
	{ name: 'warn of documents', everySeconds: 300, run: (now) => transact((trx) => warnOfDocuments(trx, now)) },
	{ name: 'end holds', everySeconds: 20, run: (now) => transact((trx) => endHolds(trx, now)) }
];

/** Jobs that tell people something. */
const tellingJobs = (database: AppDatabase): Job[] => [
	{ name: 'answer account requests', everySeconds: 2, run: (now) => answerRequests(database, now) },
	{ name: 'tell of rankings', everySeconds: 10, run: (now) => tellPublished(database, now) },
	{ name: 'tell followers', everySeconds: 20, run: (now) => tellFollowers(database, now) },
	{ name: 'tell of changed notices', everySeconds: 10, run: (now) => tellNoticeChanges(database, now) }
];

/** Jobs that seal, count, index, watch and tidy up. */
function keepingJobs(database: AppDatabase): Job[] {
	const { db, transact } = database;
	const sessions = openSessions(database);
	return [
		{ name: 'seal receipts', everySeconds: 30, run: (now) => sealDueReceipts(database, now) },
		{ name: 'keep counts', everySeconds: 20, run: (now) => keepTally(transact, now) },
		{ name: 'remove what is due', everySeconds: 30, run: (now) => carryOutRetention(database, now) },
		{ name: 'index names', everySeconds: 10, run: () => indexWaiting(database) },
		{ name: 'find duplicates', everySeconds: 300, run: (now) => findDuplicates(database, now) },
		{ name: 'sweep sessions', everySeconds: 3_600, run: () => sessions.sweep() },
		{ name: 'forget traces', everySeconds: 60, run: () => forgetTraces(database) },
		{ name: 'watch the audit log', everySeconds: 3_600, run: () => watchChain(db) },
		...sweeps(database)
	];
}

/** Clean-up jobs, each once an hour. */
const sweeps = (database: AppDatabase): Job[] => {
	const { transact } = database;
	const hourly = (name: string, run: Job['run']): Job => ({ name, everySeconds: 3_600, run });
	return [
		hourly('sweep account requests', () => transact((trx) => deleteOldRequests(trx))),
		hourly('sweep pages', () => sweepPages(database, objects(), machineTime())),
		hourly('forget followers', () => transact((trx) => forgetFollowers(trx))),
		hourly('forget empty accounts', (now) => transact((trx) => forgetEmptyAccounts(trx, now)))
	];
};
