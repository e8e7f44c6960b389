import { createDatabase } from '$lib/server/platform/db/database';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { waitForEver } from './wait-for-ever';

// Sends a draft as a process of its own, and waits for ever where it is told to: `send-request DATABASE ACCOUNT NOTICE DRAFT
// NOW WHERE`. `inside`: all of it is written, and nothing is committed. `committed`: nobody was answered.
// sending-killed.test.ts kills it there.

const [databaseUrl = '', id = '', noticeId = '', draftId = '', now = '', where = ''] = process.argv.slice(2);
const database = createDatabase(databaseUrl);
const by = { id, role: 'applicant', organisationId: null, name: '', demo: false } as const;
await database.transact(async (trx) => {
	const done = await submitApplication(trx, { noticeId, draftId }, by, now);
	if (!done.ok) throw new Error(done.problem);
	if (where === 'inside') await waitForEver(where);
	return done;
});
await waitForEver(where);
