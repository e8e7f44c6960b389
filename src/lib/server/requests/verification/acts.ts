import type { Kysely } from 'kysely';
import type { FactName } from '$lib/domain/household/facts';
import type { CheckAct, Finding } from '$lib/domain/verification/finding';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { openContent, type CheckContent } from './content';
import { listChecks } from './repository';

/** An act about a fact, opened. `version`: its place among the acts of the request. */
export type FactAct = CheckContent & {
	readonly id: string;
	readonly version: number;
	readonly act: CheckAct;
	readonly deadline: string | null;
	readonly at: string;
	readonly by: { readonly id: string; readonly name: string; readonly isHousehold: boolean };
};

/** Every act of a request, in order; none once its key was shredded. */
export async function readActs(
	db: Kysely<Database>,
	request: { readonly id: string; readonly dataKeyId: string }
): Promise<FactAct[]> {
	const key = (await openDataKeys(db, [request.dataKeyId])).get(request.dataKeyId);
	if (!key) return [];
	return (await listChecks(db, request.id)).map(({ contentSealed, byId, byName, byRole, ...row }) => ({
		...row,
		...openContent(key, row.id, contentSealed),
		by: { id: byId, name: byName, isHousehold: byRole === 'applicant' }
	}));
}

/** The last act about each fact, which decides where its check stands. */
export const lastActs = (acts: readonly FactAct[]): ReadonlyMap<FactName, FactAct> =>
	new Map(acts.map((act) => [act.fact, act]));

export const findingsOf = (acts: readonly FactAct[]): Finding[] =>
	[...lastActs(acts).values()].map(({ fact, act, value }) => ({ fact, act, value }));
