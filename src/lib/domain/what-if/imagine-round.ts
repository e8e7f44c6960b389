import { buildMarket } from '../allocation/build-market';
import { computeMarket } from '../allocation/compute-round';
import type { Round } from '../allocation/round';
import { breakDown, type BrokenDown } from './break-down';
import { chanceBands, simulateChances, type Chances, type Simulation } from './chances';
import { changeRound, type Change } from './change';
import { countDecisions, type Decision } from './decisions';
import { countFigures, type WhatIfFigures } from './figures';
import type { DwellingFacts } from './label-share';
import { compareOutcomes } from './moves';

/** Everything that a simulated round is computed from, as plain data that can be sent to a thread. */
export interface WhatIf {
	readonly round: Round;
	readonly change: Change;
	readonly dwellings: readonly DwellingFacts[];
	/** Application id -> persons. */
	readonly sizes: ReadonlyMap<string, number>;
	/** Application id -> keys under the changed rules. Empty unless the change is one of points. */
	readonly rescored: ReadonlyMap<string, readonly number[]>;
	readonly simulation: Simulation;
}

/** The differences, as staff may read them. */
export interface WhatIfReport {
	readonly before: WhatIfFigures;
	readonly after: WhatIfFigures;
	readonly moves: BrokenDown;
	/** How many dwellings each rule decided. The most frequent after the change comes first. */
	readonly decisions: readonly { readonly because: Decision; readonly before: number; readonly after: number }[];
	/** How many households are in each band of chances, from hardly ever to nearly always. */
	readonly bands: readonly number[];
	/** Application id -> its bands under the change. */
	readonly chances: Readonly<Record<string, Chances[number]>>;
}

/** Computes a simulated round and compares it with the real one. Progress is counted in simulated rounds. */
export async function imagineRound(
	{ round, change, dwellings, sizes, rescored, simulation }: WhatIf,
	report: (done: number, of: number) => Promise<void>
): Promise<WhatIfReport> {
	const market = buildMarket(round);
	const changed =
		change.kind === 'none'
			? market
			: buildMarket(changeRound(round, change, { dwellings, rescored }), ticketsOf(market));
	const before = computeMarket(market);
	const after = computeMarket(changed);
	await report(0, simulation.rounds);
	const zones = new Map(dwellings.map(({ id, zone }) => [id, zone]));
	const chances = await simulateChances(changed, simulation, (done) => report(done, simulation.rounds));
	return {
		before: countFigures(before),
		after: countFigures(after),
		moves: breakDown(compareOutcomes(before, after), before, after, { sizes, zones }),
		decisions: decisionsOf(countDecisions(before), countDecisions(after)),
		bands: chanceBands.map((band) => chances.filter((one) => one?.[0] === band).length),
		chances: Object.fromEntries(market.applications.map((id, household) => [id, chances[household]!]))
	};
}

/** A change does not affect the public draw, so tickets are drawn once. */
function ticketsOf({ ticketHigh, ticketLow, applications }: ReturnType<typeof buildMarket>) {
	return ticketHigh.length === applications.length ? { high: ticketHigh, low: ticketLow } : undefined;
}

function decisionsOf(before: ReadonlyMap<Decision, number>, after: ReadonlyMap<Decision, number>) {
	return [...new Set([...after.keys(), ...before.keys()])]
		.map((because) => ({ because, before: before.get(because) ?? 0, after: after.get(because) ?? 0 }))
		.sort((a, b) => b.after - a.after || b.before - a.before);
}
