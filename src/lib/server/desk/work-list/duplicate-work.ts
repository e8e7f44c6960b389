import type { Kysely } from 'kysely';
import { countOpen } from '$lib/server/requests/duplicates/repository';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import { inBoth, type Waiting } from './waiting';

/** Clusters of people who may be one. A shared phone alone waits for nobody: its list is there for whoever looks for it. */
export async function duplicateWork(db: Kysely<Database>): Promise<Waiting[]> {
	const people = (await countOpen(db)).find(({ kind }) => kind === 'people');
	if (!people?.since) return [];
	const count = Number(people.count);
	return [
		{
			...{ kind: 'decide-duplicate', due: officeTerm('decide-duplicate', people.since), about: inBoth(String(count)) },
			...{ params: {}, count }
		}
	];
}
