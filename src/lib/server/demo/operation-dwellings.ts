import type { DwellingsTable } from '$lib/server/homes/dwellings/table';
import { aBuilding } from './buildings';
import type { LoadDay } from './day';
import { aDwelling } from './dwellings';
import { together, type Homes } from './homes';
import type { Organisations } from './organisations';
import type { Random } from './random';
import { worksOf, type Signers, type Stage } from './works-events';

/** How far the works of an operation are: dwellings by the stage reached. All invented. */
type Plan = {
	readonly operation: string;
	readonly prefix: string;
	readonly owner: 'agency' | 'comune';
	/** How many dwellings of each building are without barriers. */
	readonly accessible: number;
	readonly reached: Readonly<Partial<Record<Stage, number>>>;
	readonly place?: { readonly street: string; readonly district: string; readonly zone: 4 };
};

const plans: readonly Plan[] = [
	{
		operation: 'borgo',
		prefix: 'BORGO',
		owner: 'comune',
		accessible: 0,
		reached: { certified: 9, proposed: 1, started: 1, suspended: 1, planned: 1, identified: 1 },
		place: { street: 'via De Lemene', district: 'Boldinasco', zone: 4 }
	},
	{
		// The programme publishes 20 flats for this operation: their number is a fact, the flats are invented.
		operation: 'emarginazione',
		prefix: 'AUTONOMIA',
		owner: 'comune',
		accessible: 0,
		reached: { certified: 6, voided: 1, started: 6, planned: 4, identified: 3 }
	},
	{
		operation: 'disabilita',
		prefix: 'ACCESSIBILE',
		owner: 'agency',
		accessible: 3,
		reached: { certified: 11, done: 1, started: 2, planned: 1, identified: 1 }
	},
	{
		operation: 'hub-ospitalita',
		prefix: 'OSPITALITA',
		owner: 'agency',
		accessible: 1,
		reached: { certified: 2, void_proposed: 1, started: 2, identified: 2 }
	}
];

/** Dwellings that share a building. */
const TO_A_BUILDING = 4;

/** Synthetic dwellings of the operations with works, outside the rules of public housing, in every state of works. */
export function operationDwellings(
	random: Random,
	load: LoadDay,
	organisations: Organisations,
	signers: Signers
): Homes {
	return together(...plans.map((plan) => dwellingsOf(random, load, plan, organisations[plan.owner].id, signers)));
}

function dwellingsOf(random: Random, load: LoadDay, plan: Plan, ownerId: string, signers: Signers): Homes {
	const buildings = [];
	const dwellings: DwellingsTable[] = [];
	const happened: Omit<Homes, 'buildings' | 'dwellings'>[] = [];
	for (const [index, stage] of stagesOf(plan).entries()) {
		const accessible = index % TO_A_BUILDING < plan.accessible;
		if (index % TO_A_BUILDING === 0) {
			const code = `${plan.prefix}-${index / TO_A_BUILDING + 1}`;
			buildings.push(aBuilding(random, load, { code, stepFree: accessible, ...(plan.place && { place: plan.place }) }));
		}
		const dwelling = aDwelling(random, load, {
			code: `${plan.prefix}-${String(index + 1).padStart(3, '0')}`,
			building: buildings.at(-1)!,
			ownerId,
			operationId: plan.operation,
			erp: false,
			measured: stage !== 'certified' && stage !== 'void_proposed' ? 'no' : accessible ? 'accessible' : 'ordinary'
		});
		dwellings.push(dwelling);
		happened.push(worksOf(random, load, dwelling, stage, signers));
	}
	const all = together(...happened.map((one) => ({ buildings: [], dwellings: [], ...one })));
	return { ...all, buildings, dwellings };
}

/** How far each dwelling of a plan is. */
function stagesOf({ reached }: Plan): Stage[] {
	const counts = Object.entries(reached) as [Stage, number][];
	return counts.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
}
