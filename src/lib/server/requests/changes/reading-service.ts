import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AcceptedChange, ChangeOutcome } from '$lib/domain/changes/change';
import { countsFor } from '$lib/domain/changes/when-it-counts';
import type { DeskChannel } from '$lib/domain/desk/heard';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { openChange, openDecision, type ChangeContent, type DecisionContent } from './content';
import { listChanges, listLiveChanges, listWaitingChanges } from './repository';

/** A change of a household, opened. */
export type ToldChange = ChangeContent & {
	readonly id: string;
	readonly accountId: string;
	readonly at: Instant;
	readonly channel: DeskChannel | null;
	readonly toldOn: string;
	readonly decided: null | (DecisionContent & Decided);
};
type Decided = { readonly outcome: ChangeOutcome; readonly at: Instant; readonly by: string; readonly byId: string };

/** The changes of a request in the order in which they were told; none once its key was shredded. The caller has checked who reads. */
export async function readChanges(
	db: Kysely<Database>,
	request: { readonly id: string; readonly dataKeyId: string }
): Promise<ToldChange[]> {
	const rows = await listChanges(db, request.id);
	if (rows.length === 0) return [];
	const key = (await openDataKeys(db, [request.dataKeyId])).get(request.dataKeyId);
	if (!key) return [];
	return rows.map((row) => ({
		...openChange(key, row.id, row.contentSealed),
		...{ id: row.id, accountId: row.accountId, at: row.at, channel: row.channel, toldOn: row.toldOn },
		decided: row.outcome && {
			...openDecision(key, row.id, row.decisionSealed!),
			...{ outcome: row.outcome, at: row.decidedAt!, by: row.deciderName ?? '', byId: row.deciderId! }
		}
	}));
}

/** Those that the office accepted. */
export const acceptedAmong = (changes: readonly ToldChange[]): AcceptedChange[] =>
	changes.flatMap(({ change, decided }) =>
		decided?.outcome === 'accepted' ? [{ ...change, successor: decided.successor }] : []
	);

/** By request: the changes that the office accepted, and whether one waits. `keys`: of the requests, by their ids. */
export async function changesOfMany(db: Kysely<Database>, keys: ReadonlyMap<string, Buffer>) {
	const found = new Map<string, { readonly accepted: AcceptedChange[]; waits: boolean }>();
	for (const { id, requestId, outcome, ...row } of await listLiveChanges(db, [...keys.keys()])) {
		const [key, of] = [keys.get(requestId)!, found.get(requestId) ?? { accepted: [], waits: false }];
		found.set(requestId, of);
		if (outcome === null) of.waits = true;
		else {
			const { successor } = openDecision(key, id, row.decisionSealed!);
			of.accepted.push({ ...openChange(key, id, row.contentSealed).change, successor });
		}
	}
	return found;
}

/** Whether a change that would count for points waits under a notice: its final ranking waits for the decision. */
export async function pointsWait(db: Kysely<Database>, noticeId: string): Promise<boolean> {
	const rows = await listWaitingChanges(db, noticeId);
	const keys = await openDataKeys(
		db,
		rows.map(({ dataKeyId }) => dataKeyId)
	);
	return rows.some(({ id, contentSealed, dataKeyId }) => {
		const key = keys.get(dataKeyId);
		if (!key) return false;
		const { kind, on } = openChange(key, id, contentSealed).change;
		return countsFor(kind, 'points', on);
	});
}
