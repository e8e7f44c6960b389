import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ChangeOutcome } from '$lib/domain/changes/change';
import { mayFollow } from '$lib/domain/changes/succession';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { declaredRequest, type DeclaredRequest } from '$lib/server/requests/verification/declared-request';
import { refreshStanding } from '$lib/server/requests/verification/refresh-standing';
import { toDecide, type NotToDecide } from '$lib/server/requests/verification/to-decide';
import type { Database } from '$lib/server/schema';
import { tellChange } from './change-messages';
import { decisionPlace } from './content';
import { readChanges, type ToldChange } from './reading-service';
import { setDecided } from './repository';
import { membersNow } from './tell-service';

/** `successor`: it is not an adult member of the household, or nobody is to be followed. */
export type Decided = { readonly ok: true } | NotToDecide | { readonly ok: false; readonly problem: 'successor' };

type Decision = {
	readonly requestId: string;
	readonly id: string;
	readonly outcome: ChangeOutcome;
	readonly text: string;
	/** The member who takes the place of an applicant who died; null for nobody. */
	readonly successor: string | null;
};

/**
 * An officer decides about a change, with reasons that the household reads. An accepted change counts for points, requirements and
 * size as `countingRules` says, by the code that judges declared and verified facts.
 */
export async function decideChange(
	trx: Transaction<Database>,
	input: Decision,
	by: Actor,
	now: Instant
): Promise<Decided> {
	const found = await toDecide(trx, input, (request) => readChanges(trx, request), by, now);
	if (found.stop) return found.stop;
	const { declared, told } = found;
	if (input.successor !== null && !(await isFollowed(trx, declared, told, input)))
		return { ok: false, problem: 'successor' };
	return write(trx, declared, input, by, now);
}

async function isFollowed(
	trx: Transaction<Database>,
	declared: DeclaredRequest,
	{ change }: ToldChange,
	{ outcome, successor }: Decision
): Promise<boolean> {
	if (outcome !== 'accepted' || change.kind !== 'death') return false;
	return mayFollow(await membersNow(trx, declared), change, change.on).some(({ id }) => id === successor);
}

async function write(
	trx: Transaction<Database>,
	{ request }: DeclaredRequest,
	{ id, outcome, text, successor }: Decision,
	by: Actor,
	now: Instant
): Promise<Decided> {
	const key = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId)!;
	const sealed = seal(key, decisionPlace(id), { text, successor });
	await setDecided(trx, id, { outcome, sealed, by: by.id, at: now });
	if (outcome === 'accepted') await refreshStanding(trx, request.id, now);
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: 'change_decided', by, subject, detail: { change: id, outcome }, at: now });
	await tellChange(trx, outcome, request, now);
	return { ok: true };
}

/**
 * The changes of a request for an officer who opened its file today, with the people of the household now. `closed`: the file
 * must be opened first. Null for an unknown request.
 */
export async function readChangesOf(db: Kysely<Database>, requestId: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return null;
	const declared = await declaredRequest(db, requestId);
	if (!declared) return null;
	if (!(await hasOpenedRequest(db, declared.request, by, now))) return 'closed';
	return shownOf(db, declared);
}

/** The changes of a request for its household; null for a request of somebody else. */
export async function readOwnChanges(db: Kysely<Database>, requestId: string, by: Actor) {
	const declared = await declaredRequest(db, requestId);
	return declared?.request.accountId === by.id ? shownOf(db, declared) : null;
}

async function shownOf(db: Kysely<Database>, declared: DeclaredRequest) {
	const { request, notice, erased } = declared;
	return {
		...{ request, notice, erased },
		changes: await readChanges(db, request),
		members: await membersNow(db, declared),
		declared: request.household.members
	};
}
