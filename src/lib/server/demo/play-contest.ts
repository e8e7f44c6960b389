import type { Transaction } from 'kysely';
import { contestLine } from '$lib/server/allocation/corrections/contest-service';
import { decideContest } from '$lib/server/allocation/corrections/decide-service';
import { newId } from '$lib/server/ids';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { findRequest } from '$lib/server/requests/rejections/repository';
import type { Database } from '$lib/server/schema';
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
	const request = (await findApplication(trx, found.id))!;
	await noteOpenedRequest(trx, request, '', officer, load.at(DECIDED));
	const reasons = 'Dimostrazione: conta chi ha la residenza con te. Tua madre ha la residenza in un’altra casa.';
	const decision = { requestId: found.id, id: contest.id, outcome: 'kept', text: reasons } as const;
	allowed(await decideContest(trx, decision, officer, load.at(DECIDED)));
}
