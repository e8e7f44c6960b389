import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import type { NoticeOfDwelling, Which } from '$lib/server/homes/dwellings/promises';
import { newId } from '$lib/server/ids';
import { readBatches } from './batches';
import type { CheckedFile } from './check-file';
import { GroupedErrors } from './grouped-errors';
import type { ImportedBuilding, ImportedRow } from './check-row';
import { frozenFields } from '$lib/server/homes/works/repository';
import { frozenOfDwellings } from './frozen-cells';
import { planBuildings, planDwellings, type BuildingPlan, type DwellingPlan } from './plan';
import { promisedOfBuildings, promisedOfDwellings } from './promised-cells';
import { nothing, type CellError, type ImportCounts } from './report';
import * as imports from './repository';

/** The notices of what would change. */
type Look = (which: Which) => Promise<readonly NoticeOfDwelling[]>;

/**
 * The changes that importing a file would make in the register, the cells that contradict an open notice, and the
 * drafts that hold the dwellings. This writes nothing.
 * @param look reads the notices; where the file is about to be written it also locks them
 */
export async function countChanges(db: Kysely<Database>, file: CheckedFile, look: Look, now: Instant) {
	const broken = new GroupedErrors();
	const drafts = new Set<string>();
	const keep = (errors: readonly CellError[], notices: readonly NoticeOfDwelling[]) => {
		broken.add(errors);
		for (const { stage, noticeId } of notices) if (stage === 'draft') drafts.add(noticeId);
	};
	const counts = await eachChange(db, file, now, {
		async buildings({ changed }, rows, known) {
			const notices = await look({ buildings: changed.map(({ id }) => id) });
			keep(promisedOfBuildings(rows, known, notices), notices);
		},
		async dwellings({ changed }, rows, known) {
			const notices = await look({ dwellings: changed.map(({ dwelling }) => dwelling.id) });
			const promised = promisedOfDwellings(rows, known, notices);
			keep(promised, notices);
			const ids = changed.map(({ dwelling }) => dwelling.id);
			const frozen = frozenOfDwellings(rows, known.dwellings, await frozenFields(db, ids));
			const told = new Set(promised.map(({ row, column }) => `${row} ${column}`));
			keep(
				frozen.filter(({ row, column }) => !told.has(`${row} ${column}`)),
				[]
			);
		}
	});
	return { counts, broken: { errors: broken.list(), errorCount: broken.count }, drafts };
}

/** Writes what a file changes, batch by batch: of 100,000 rows never more than one batch is in memory as objects. */
export function writeChanges(
	trx: Transaction<Database>,
	file: CheckedFile,
	by: Pick<Actor, 'id' | 'demo'>,
	now: Instant
) {
	return eachChange(trx, file, now, {
		buildings: (plan, _rows, known) => imports.writeBuildings(trx, plan, known, by, now),
		dwellings: (plan, _rows, known) => imports.writeDwellings(trx, plan, known, by, now)
	});
}

type KnownBuildings = Awaited<ReturnType<typeof imports.knownBuildings>>;
type KnownDwellings = Awaited<ReturnType<typeof imports.knownDwellings>>;

type Act = {
	buildings(plan: BuildingPlan, rows: readonly ImportedBuilding[], known: KnownBuildings): Promise<void>;
	dwellings(
		plan: DwellingPlan,
		rows: readonly ImportedRow[],
		known: { buildings: KnownBuildings; dwellings: KnownDwellings }
	): Promise<void>;
};

/** Compares a file with the register, buildings first, so that their dwellings find them. */
async function eachChange(db: Kysely<Database>, file: CheckedFile, now: Instant, act: Act): Promise<ImportCounts> {
	return { ...nothing, ...(await eachBuilding(db, file, act)), ...(await eachDwelling(db, file, now, act)) };
}

async function eachBuilding(db: Kysely<Database>, file: CheckedFile, act: Act) {
	const counts = { newBuildings: 0, changedBuildings: 0 };
	for (const rows of readBatches<ImportedBuilding>(file.buildings)) {
		const codes = rows.map(({ code }) => code);
		const known = await imports.knownBuildings(db, codes);
		const plan = planBuildings(rows, known, newId);
		counts.newBuildings += plan.added.length;
		counts.changedBuildings += plan.changed.length;
		await act.buildings(plan, rows, known);
		await letOthersPass();
	}
	return counts;
}

async function eachDwelling(db: Kysely<Database>, file: CheckedFile, now: Instant, act: Act) {
	const counts = { newDwellings: 0, changedDwellings: 0, unchangedDwellings: 0 };
	for (const rows of readBatches<ImportedRow>(file.rows)) {
		const buildings = await imports.knownBuildings(db, [...new Set(rows.map((row) => row.buildingCode))]);
		const dwellings = await imports.knownDwellings(
			db,
			rows.map(({ code }) => code)
		);
		const plan = planDwellings(rows, buildings, dwellings, newId, now);
		counts.newDwellings += plan.added.length;
		counts.changedDwellings += plan.changed.length;
		counts.unchangedDwellings += plan.unchanged;
		await act.dwellings(plan, rows, { buildings, dwellings });
		await letOthersPass();
	}
	return counts;
}
