import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Instant } from '$lib/domain/calendar/instant';
import { differences } from '$lib/domain/rounds/round-summary';
import { vacancyChains, type Vacancy } from '$lib/domain/rounds/vacancy-chains';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { workOutRound } from './work-out';

/** The next version and whom it moves, home by home in order, worked out and not kept. */
export async function previewNext(db: Kysely<Database>, noticeId: string, now: Instant) {
	const out = await workOutRound(db, noticeId, now);
	if (!out.ok) return { ...out, ok: false as const };
	const notice = (await findNotice(db, noticeId))!;
	const dwellings = await listEveryDwelling(db, noticeId);
	const rows = out.before ? differences(out.before, out.result) : [];
	const held = new Map(out.before?.assignments.map(({ application, dwelling }) => [application, dwelling]));
	const left = out.result.left ?? [];
	const vacancies: Vacancy[] = [
		...left.flatMap((application) => {
			const dwelling = held.get(application);
			return dwelling === undefined ? [] : [{ application, dwelling, how: 'left' as const }];
		}),
		...out.striking.map((strike) => ({ ...strike, how: 'refused' as const }))
	];
	const { chains, others } = vacancyChains(rows, vacancies);
	return {
		ok: true as const,
		title: notice.title,
		version: out.worked.version,
		kind: out.worked.kind,
		/** The person who applies the preview sends this hash, so that what is applied is what was read. */
		shown: out.worked.resultHash,
		/** Homes that left the notice, with the household that would have had each, if there was one. */
		homesLeft: out.gone.map((dwelling) => ({ dwelling, household: holderIn(out.before, dwelling) })),
		withoutHome: left.filter((application) => !held.has(application)),
		chains,
		others,
		homes: Object.fromEntries(dwellings.map(({ id, code }) => [id, code])) as Record<string, string>
	};
}

const holderIn = (before: RoundResult | null, dwelling: string): string | null =>
	before?.assignments.find((one) => one.dwelling === dwelling)?.application ?? null;
