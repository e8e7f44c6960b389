import { type Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AccountsTable } from '$lib/server/accounts/table';
import { accountRows } from './accounts';
import { loadDay } from './day';
import { erpDwellings } from './erp-dwellings';
import { together } from './homes';
import { operationDwellings } from './operation-dwellings';
import { organisations } from './organisations';
import { programme } from './programme';
import { createRandom } from './random';
import type { Rows } from './repository';

/** Changing it, or what is drawn from it, makes another world. */
export const SEED = 'chiavi-demo-1';

/** Every row of the demo world, dated from the day of `now`; the same for the same day, seed and hash. */
export function makeWorld(now: Instant, passwordHash: string): Rows {
	const load = loadDay(now);
	const draw = (part: string) => createRandom(`${SEED}/${part}`);
	const bodies = organisations(draw('organisations'), load);
	const accounts = accountRows(draw('accounts'), load, bodies, passwordHash);
	const { programme: about, operations, lines, indicators } = programme();
	const homes = together(
		erpDwellings(draw('erp'), load, bodies.comune.id),
		operationDwellings(draw('operations'), load, bodies, accounts.funzionario.id)
	);
	return {
		demo_world: [{ id: 1, seed: SEED, loaded_at: now }],
		organisations: Object.values(bodies),
		accounts: Object.values<Insertable<AccountsTable>>(accounts),
		programmes: [about],
		operations,
		operation_lines: lines,
		indicators,
		buildings: homes.buildings,
		dwellings: homes.dwellings,
		dwelling_events: homes.events
	};
}
