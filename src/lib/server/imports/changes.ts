import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/db/schema';
import { newId } from '$lib/server/ids';
import { readBatches } from './batches';
import type { CheckedFile } from './check-file';
import type { ImportedBuilding, ImportedRow } from './check-row';
import { planBuildings, planDwellings, type BuildingPlan, type DwellingPlan } from './plan';
import { nothing, type ImportCounts } from './report';
import * as imports from './repository';

/** What importing a file would change in the register; writes nothing. */
export function countChanges(db: Kysely<Database>, file: CheckedFile, now: Instant): Promise<ImportCounts> {
	const leave = async () => {};
	return eachChange(db, file, now, { buildings: leave, dwellings: leave });
}

/** Writes what a file changes, batch by batch: of 100,000 rows never more than one batch is in memory as objects. */
export function writeChanges(trx: Transaction<Database>, file: CheckedFile, accountId: string, now: Instant) {
	return eachChange(trx, file, now, {
		buildings: (plan) => imports.writeBuildings(trx, plan, now),
		dwellings: (plan, buildings) => imports.writeDwellings(trx, plan, buildings, accountId, now)
	});
}

type KnownBuildings = Awaited<ReturnType<typeof imports.knownBuildings>>;

/** Compares a file with the register, buildings first, so that their dwellings find them. */
async function eachChange(
	db: Kysely<Database>,
	file: CheckedFile,
	now: Instant,
	act: {
		buildings(plan: BuildingPlan): Promise<void>;
		dwellings(plan: DwellingPlan, buildings: KnownBuildings): Promise<void>;
	}
): Promise<ImportCounts> {
	const counts = { ...nothing };
	for (const rows of readBatches<ImportedBuilding>(file.buildings)) {
		const codes = rows.map(({ code }) => code);
		const plan = planBuildings(rows, await imports.knownBuildings(db, codes), newId);
		counts.newBuildings += plan.added.length;
		counts.changedBuildings += plan.changed.length;
		await act.buildings(plan);
		await letOthersPass();
	}
	for (const rows of readBatches<ImportedRow>(file.rows)) {
		const buildings = await imports.knownBuildings(db, [...new Set(rows.map((row) => row.buildingCode))]);
		const codes = rows.map(({ code }) => code);
		const plan = planDwellings(rows, buildings, await imports.knownDwellings(db, codes), newId, now);
		counts.newDwellings += plan.added.length;
		counts.changedDwellings += plan.changed.length;
		counts.unchangedDwellings += plan.unchanged;
		await act.dwellings(plan, buildings);
		await letOthersPass();
	}
	return counts;
}
