import type { BuildingsTable } from '$lib/server/homes/dwellings/table';
import published from './data/notice-2020.json';
import { aBuilding } from './buildings';
import type { LoadDay } from './day';
import { aDwelling } from './dwellings';
import type { Random } from './random';
import type { Home } from './homes';

export type SimulationOwner = keyof typeof published.dwellings;

/** Dwellings that share a building, and barrier-free ones, which are rarer. */
const TO_A_BUILDING = 8;
const BARRIER_FREE_TO_A_BUILDING = 2;

/** The dwellings of one owner: as many as published, as many without barriers; each of them invented. */
export function simulationDwellings(
	random: Random,
	load: LoadDay,
	owner: SimulationOwner,
	ownerId: string
): { homes: Home[]; accessible: Set<string> } {
	const { total, barrierFree } = published.dwellings[owner];
	const accessible = new Set<string>();
	let building: BuildingsTable | undefined;
	let buildings = 0;
	const homes = Array.from({ length: total }, (_, index) => {
		const stepFree = index < barrierFree;
		const place = stepFree ? index % BARRIER_FREE_TO_A_BUILDING : (index - barrierFree) % TO_A_BUILDING;
		if (!building || place === 0) {
			const code = `SIM-${owner.toUpperCase()}-${++buildings}`;
			building = aBuilding(random, load, stepFree ? { code, stepFree } : { code });
		}
		const dwelling = aDwelling(random, load, {
			code: `SIM-${owner.toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
			building,
			ownerId,
			erp: true,
			measured: stepFree ? 'accessible' : random.chance(0.8) ? 'ordinary' : 'no'
		});
		if (stepFree) accessible.add(dwelling.id);
		return { dwelling, building };
	});
	return { homes, accessible };
}
