import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Database } from '$lib/server/db/schema';
import { readPublicFile } from '$lib/server/rounds/repository';
import { listApplications, listOutcomes } from './repository';

/** A home of the newest round that its household was not offered yet. */
export type DueOffer = {
	pseudonym: string;
	applicationId: string;
	dwellingId: string;
	/** The unanswered offer of another home that this one takes the place of. */
	replaces: string | null;
};

/** What to offer, and who of the assigned holds an offer of the right home already. */
export async function listDueOffers(db: Kysely<Database>, noticeId: string, version: number) {
	const file = await readPublicFile(db, noticeId, version);
	const { assignments } = JSON.parse(file!.publicResult) as RoundResult;
	const live = (await listApplications(db, noticeId)).filter(({ endedAt }) => endedAt === null);
	const applications = new Map(live.map(({ pseudonym, id }) => [pseudonym, id]));
	const history = new Map<string, Outcome[]>();
	for (const outcome of await listOutcomes(db, noticeId)) {
		const past = history.get(outcome.applicationId);
		if (past) past.push(outcome);
		else history.set(outcome.applicationId, [outcome]);
	}
	const due: DueOffer[] = [];
	const holding: DueOffer[] = [];
	for (const { application: pseudonym, dwelling: dwellingId, through } of assignments) {
		const applicationId = applications.get(pseudonym);
		if (!applicationId || through === 'frozen') continue;
		const past = history.get(applicationId) ?? [];
		if (past.some(leaves)) continue;
		const current = past.find(({ releasedAt }) => releasedAt === null);
		const one = { pseudonym, applicationId, dwellingId, replaces: current?.id ?? null };
		if (current?.event === 'accepted' || current?.dwellingId === dwellingId) holding.push(one);
		else due.push(one);
	}
	return { due, holding };
}

type Outcome = Awaited<ReturnType<typeof listOutcomes>>[number];

/** A household that did not take an offer waits for the next version of the round, which leaves it out. */
function leaves({ event, justified }: Outcome): boolean {
	return event === 'refused' || event === 'expired' || (event === 'withdrawn' && justified !== 1);
}
