import type { NoticeDraft } from '$lib/server/notices/notices/notice';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { aBuilding, aDwelling, anActor, anOwner } from './register';

/** A draft that takes applications from 1 to 30 November 2026. */
export function aDraft(changes: Partial<NoticeDraft> = {}): NoticeDraft {
	return {
		titleIt: 'Alloggi ripristinati a Niguarda',
		titleEn: 'Restored dwellings in Niguarda',
		summaryIt: 'Case ripristinate con fondi europei.',
		summaryEn: 'Homes restored with European funds.',
		ruleSetId: 'agency-2026',
		opensOn: '2026-11-01',
		closesOn: '2026-11-30',
		maxChoices: 3,
		offerDays: 10,
		beaconSource: 'Lotto, ruota di Milano, 3 dicembre 2026',
		beaconOrigin: { kind: 'draw' },
		dwellingIds: [],
		...changes
	};
}

/** `areas.length` certified dwellings of one owner on a first floor with a lift, in hundredths of m2. */
export async function certifiedDwellings({ db }: AppDatabase, areas: readonly number[]): Promise<string[]> {
	const owner_id = await anOwner(db);
	const building_id = await aBuilding(db, { lift: 1, step_free_entrance: 1 });
	const made: string[] = [];
	for (const net_area_dm2 of areas) {
		const values = { building_id, owner_id, net_area_dm2, floor: 1, rooms: 2, rent_cents: 40_000 };
		made.push(await aDwelling(db, values, ['identified', 'works_done', 'certified']));
	}
	return made;
}

/** A notice drafted by an officer and opened by a manager, open on 22 November 2026. */
export async function anOpenNotice(
	database: AppDatabase,
	areas: readonly number[],
	changes: Partial<NoticeDraft> = {},
	at = '2026-10-20T08:00:00.000Z'
) {
	const { db, transact } = database;
	const officer = await anActor(db, 'officer', 'Funzionaria di prova');
	const manager = await anActor(db, 'manager', 'Dirigente di prova');
	const dwellingIds = await certifiedDwellings(database, areas);
	const drafted = await transact((trx) => draftNotice(trx, aDraft({ dwellingIds, ...changes }), officer, at));
	if (!drafted.ok) throw new Error(drafted.problem);
	const opened = await transact((trx) => openNotice(trx, { id: drafted.id, revision: 0 }, manager, at));
	if (!opened.ok) throw new Error(opened.problem);
	return { id: drafted.id, dwellingIds, officer, manager };
}
