import type { Transaction } from 'kysely';
import { contestLine } from '$lib/server/allocation/corrections/contest-service';
import { decideContest } from '$lib/server/allocation/corrections/decide-service';
import { newId } from '$lib/server/ids';
import { storedHousehold } from '$lib/server/requests/applications/stored-household';
import { correctFact } from '$lib/server/requests/verification/check-service';
import { findRequest } from '$lib/server/requests/rejections/repository';
import type { Database } from '$lib/server/schema';
import type { DemoAccountKey } from './accounts';
import { openRequest, ownRequests } from './own-requests';
import { allowed } from './play-rounds';
import type { World } from './world';

/** Days from today, within the days for corrections of the running notice. */
const CONTESTED = -56;
const DECIDED = -53;

/** The applicant of the demo contests a line of the provisional ranking; the office keeps the line and says why. */
export async function playContest(
	trx: Transaction<Database>,
	{ running, cast, load }: Pick<World, 'running' | 'cast' | 'load'>
): Promise<void> {
	const { richiedente: applicant, funzionario: officer } = cast;
	const found = (await findRequest(trx, running.noticeId, running.applicantPseudonym))!;
	const text = 'Dimostrazione: mia madre di 70 anni viene spesso a stare da noi.';
	const contest = { id: newId(), requestId: found.id, criterion: 'elderly', text, documents: [] } as const;
	allowed(await contestLine(trx, contest, applicant, load.at(CONTESTED)));
	await openRequest(trx, found.id, officer, load.at(DECIDED));
	const reasons = 'Dimostrazione: conta chi ha la residenza con te. Tua madre ha la residenza in un’altra casa.';
	const decision = { requestId: found.id, id: contest.id, outcome: 'kept', text: reasons } as const;
	allowed(await decideContest(trx, decision, officer, load.at(DECIDED)));
}

type Story = Pick<World, 'running' | 'cast' | 'load' | 'rows'>;

/**
 * A household to which the provisional ranking gives no home contests the line of the eviction, the officer corrects the fact, and the
 * corrected ranking takes it in. Answers the account of the household.
 */
export async function playCorrectedLine(
	trx: Transaction<Database>,
	{ cast, load, rows }: Story,
	housed: readonly string[]
): Promise<DemoAccountKey> {
	const officer = cast.funzionario;
	const request = ownRequests({ rows, cast }).find(({ pseudonym, facts }) => {
		const { kind, eviction } = storedHousehold(facts).home;
		return kind === 'rented' && eviction === 'none' && !housed.includes(pseudonym);
	});
	if (!request) throw new Error('The demo world must hold a tenant without an eviction: change the story.');
	const { id: requestId, key } = request;
	const text = 'Dimostrazione: lo sfratto mi è stato notificato prima della domanda. Ho portato la copia.';
	const contest = { id: newId(), requestId, criterion: 'eviction', text, documents: [] } as const;
	allowed(await contestLine(trx, contest, cast[key], load.at(CONTESTED, '16:00')));
	await openRequest(trx, requestId, officer, load.at(DECIDED, '15:00'));
	const evidence = { how: 'document', source: 'Dimostrazione: copia dello sfratto', on: load.day(DECIDED) } as const;
	const fact = { id: requestId, fact: 'eviction', seen: 0, value: 'notified', evidence, reason: text } as const;
	allowed(await correctFact(trx, fact, officer, load.at(DECIDED, '15:10')));
	const reasons = 'Dimostrazione: la copia mostra lo sfratto. La riga è corretta nella prossima graduatoria.';
	const decision = { requestId, id: contest.id, outcome: 'corrected', text: reasons } as const;
	allowed(await decideContest(trx, decision, officer, load.at(DECIDED, '15:20')));
	return key;
}
