import type { Tried, World } from '../world';
import type { Rows } from './rows';

/** What each act answered is what is written. Each has an instant of its own, by which its writing is known. */
export function acts({ tried }: World, rows: Rows): string[] {
	return tried.flatMap((one) => {
		const problem = problemOf(one, rows);
		return problem ? [`"${one.name}" (step ${one.step}) was ${one.outcome} and ${problem}`] : [];
	});
}

const problemOf = (one: Tried, rows: Rows): string | null =>
	one.outcome === 'done' ? isTold(one, rows) : leftNothing(one, rows);

const entriesOf = ({ at }: Tried, { audit_entries }: Rows) => audit_entries.filter((entry) => entry.at === at);
const isSystem = (entry: { readonly actor_role: string }) => entry.actor_role === 'system';

/** Its entries are there, once; or those of the first time, when it was a second click. */
function isTold(one: Tried, rows: Rows): string | null {
	const { told, subject } = one;
	if (told.length === 0) return null;
	const found = entriesOf(one, rows).filter((entry) => !isSystem(entry));
	if (found.length === 0) {
		const before = rows.audit_entries.filter(({ event }) => event === told[0]);
		const isThere = before.some((entry) => subject === null || entry.subject_id === subject);
		return isThere ? null : `is not in the log: ${told.join(', ')}`;
	}
	const events = found.map(({ event }) => event).toSorted();
	return events.join() === told.toSorted().join()
		? null
		: `the log tells ${events.join(', ')} instead of ${told.join(', ')}`;
}

/** Its instant is written nowhere. Of an act that was refused, only deadlines that the portal noted on its way. */
function leftNothing(one: Tried, rows: Rows): string | null {
	const entries = entriesOf(one, rows);
	const deadlines = one.outcome === 'refused' && entries.length > 0 && entries.every(isSystem);
	if (deadlines) return null;
	const text = `"${one.at}"`;
	const tables = Object.entries(rows).flatMap(([table, all]) =>
		all.some((row: object) => JSON.stringify(row).includes(text)) ? [table] : []
	);
	return tables.length > 0 ? `left something in ${tables.join(', ')}` : null;
}
