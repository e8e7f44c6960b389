import type { Kysely } from 'kysely';
import type { CheckedThing } from '$lib/domain/accessibility/checks';
import type { ShownSurveyList } from '$lib/domain/accessibility/survey-list-shown';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import type { Cell } from '$lib/domain/what-if/suppress';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listFreeDwellings, listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Notice, NoticeDwelling } from '$lib/server/notices/notices/notice';
import { listNotices } from '$lib/server/notices/notices/repository';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { HomeSizes } from './home-sizes';
import { listBuildings, listUnfinished } from './repository';
import type { SurveyQuestion } from './survey-list.worker';
import { waitingHouseholds } from './waiting-households';

const job: Job<SurveyQuestion, ShownSurveyList> = { name: 'survey-list', load: () => import('./survey-list.worker') };

const SIZE = 40;

/** A dwelling to measure; `serves` and `total` are null where they are too few to be shown. */
export type DwellingOnList = {
	readonly id: string;
	readonly buildingId: string;
	readonly code: string;
	readonly address: string;
	readonly synthetic: boolean;
	readonly missing: readonly CheckedThing[];
	readonly serves: Cell;
	readonly total: Cell;
};

export type SurveyListPage = {
	readonly headline: ShownSurveyList['headline'];
	/** The place of the first row of this page, from 1. */
	readonly from: number;
	readonly rows: readonly DwellingOnList[];
	readonly all: number;
	readonly page: number;
	readonly pages: number;
};

/**
 * One page of the list of dwellings to measure first: those that can still be let and could serve waiting households
 * with needs. Null for a reader without the right.
 */
export async function readSurveyList(
	db: Kysely<Database>,
	wanted: number,
	by: Actor,
	now: Instant
): Promise<SurveyListPage | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const notices = (await listNotices(db)).filter(({ source }) => source === 'own').reverse();
	const sizes = new HomeSizes();
	const households = await waitingHouseholds(db, await stillGoing(db, notices, now), sizes);
	const dwellings = await stillToLet(db, notices, now);
	const asked = dwellings.map(({ id, measures, netAreaDm2 }) => {
		return { id, measures, sizes: sizes.suitedBy(netAreaDm2) };
	});
	const { rows, headline } = await runInWorker(job, { dwellings: asked, households });
	const pages = Math.max(1, Math.ceil(rows.length / SIZE));
	const page = Math.min(Math.max(1, wanted), pages);
	const shown = rows.slice((page - 1) * SIZE, page * SIZE);
	const described = await describe(db, shown, dwellings);
	return { headline, from: (page - 1) * SIZE + 1, rows: described, all: rows.length, page, pages };
}

async function describe(
	db: Kysely<Database>,
	rows: ShownSurveyList['rows'],
	dwellings: readonly NoticeDwelling[]
): Promise<DwellingOnList[]> {
	const facts = new Map(dwellings.map((one) => [one.id, one]));
	const buildings = await listBuildings(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => {
		const { code, address, synthetic } = facts.get(row.id)!;
		return { ...row, code, address, synthetic, buildingId: buildings.get(row.id)! };
	});
}

/** Notices whose households still wait: open ones, and closed ones with a dwelling without a tenancy. */
async function stillGoing(db: Kysely<Database>, notices: readonly Notice[], now: Instant): Promise<Notice[]> {
	const unfinished = await listUnfinished(db);
	return notices.filter((notice) => {
		const phase = noticePhase(notice, now);
		return phase === 'open' || (phase === 'closed' && unfinished.has(notice.id));
	});
}

/** Dwellings of notices that are drafted, to come or open, and restored ones that nothing holds. */
async function stillToLet(db: Kysely<Database>, notices: readonly Notice[], now: Instant): Promise<NoticeDwelling[]> {
	const found = await listFreeDwellings(db, null);
	for (const notice of notices) {
		const phase = noticePhase(notice, now);
		if (phase === 'draft' || phase === 'scheduled' || phase === 'open')
			found.push(...(await listNoticeDwellings(db, notice.id)).map((one) => ({ ...one, held: true })));
	}
	return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}
