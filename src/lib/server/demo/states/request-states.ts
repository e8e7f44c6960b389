import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import { firstMissing, type Answers } from '$lib/domain/application/answers';
import { beginAmendment } from '$lib/server/requests/applications/amend';
import { dwellingsToChoose, readForm, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { findOpenNotice, pseudonymOf } from '../repository';
import { loadDay } from '../day';
import { allowed } from '../play-rounds';
import { wheelchairAnswers } from '../wheelchair-draft';
import { afterDeadline, type Reached, type Stage } from './state';

const REASON = 'Dimostrazione: manca un requisito.';

type Request = Stage & { readonly noticeId: string };

/** Each state of a request under the open notice, and how the second demo applicant's gets there from where it stands. */
const reach = {
	async draft(on: Request): Promise<string> {
		const { trx, cast, now, noticeId } = on;
		const form = (await readForm(trx, noticeId, cast.richiedente2, now))!;
		if (form.live) allowed(await withdrawApplication(trx, form.live.id, cast.richiedente2, now));
		if (firstMissing(form.answers, form.notice.rules) !== null) {
			const suitable = (await dwellingsToChoose(trx, noticeId)).filter(
				({ netAreaDm2 }) => adequacyOf(form.notice.rules, netAreaDm2, 2) === 'adequate'
			);
			const answers = wheelchairAnswers(
				loadDay(now),
				suitable.map(({ id }) => id)
			);
			allowed(await saveAnswers(trx, noticeId, () => answers, cast.richiedente2, now));
		}
		return `/my/apply/${noticeId}/check`;
	},

	async sent(on: Request): Promise<string> {
		return `/my/requests/${await send(on)}`;
	},

	/** Sent, and corrected since: the order of its homes is another. */
	async amended(on: Request): Promise<string> {
		const { trx, cast, now, noticeId } = on;
		const id = await send(on);
		allowed(await beginAmendment(trx, id, cast.richiedente2, now));
		const turned = (answers: Answers): Answers => ({ ...answers, choices: answers.choices?.toReversed() ?? [] });
		allowed(await saveAnswers(trx, noticeId, turned, cast.richiedente2, now));
		const { draft } = (await readForm(trx, noticeId, cast.richiedente2, now))!;
		return `/my/requests/${allowed(await submitApplication(trx, { noticeId, draftId: draft!.id }, cast.richiedente2, now)).id}`;
	},

	async withdrawn(on: Request): Promise<string> {
		const id = await send(on);
		allowed(await withdrawApplication(on.trx, id, on.cast.richiedente2, on.now));
		return `/my/requests/${id}`;
	},

	async 'rejection-notified'(on: Request): Promise<string> {
		const id = await send(on);
		await notify(on, id);
		return `/my/requests/${id}`;
	},

	async excluded(on: Request): Promise<string> {
		const id = await send(on);
		const rejection = await notify(on, id);
		const decision = { id: rejection, outcome: 'excluded' } as const;
		const early = await decideRejection(on.trx, decision, on.cast.funzionario, on.now);
		if (early.ok || early.problem !== 'too-early') throw new Error('A rejection was decided before its time.');
		const later = await afterDeadline(on, early.deadline);
		allowed(await decideRejection(on.trx, decision, on.cast.funzionario, later.now));
		return `/my/requests/${id}`;
	}
};

export type RequestState = keyof typeof reach;
export const requestStates = Object.keys(reach) as RequestState[];

/** Brings the request of the second demo applicant into a state; a sent one is withdrawn where it has to start anew. */
export async function reachRequest(stage: Stage, state: RequestState): Promise<Reached> {
	const noticeId = await findOpenNotice(stage.trx, stage.now);
	if (!noticeId) return { ok: false, problem: 'no notice is open any more: "demo clock reset" brings the time back' };
	const path = await reach[state]({ ...stage, noticeId });
	return { ok: true, account: 'richiedente2', path };
}

/** The live request, sent now if there is none. */
async function send(on: Request): Promise<string> {
	const { trx, cast, now, noticeId } = on;
	const before = await readForm(trx, noticeId, cast.richiedente2, now);
	if (before?.live) return before.live.id;
	await reach.draft(on);
	const { draft } = (await readForm(trx, noticeId, cast.richiedente2, now))!;
	return allowed(await submitApplication(trx, { noticeId, draftId: draft!.id }, cast.richiedente2, now)).id;
}

async function notify({ trx, cast, now, noticeId }: Request, id: string): Promise<string> {
	const pseudonym = await pseudonymOf(trx, id);
	return allowed(await notifyRejection(trx, { noticeId, pseudonym, reason: REASON }, cast.funzionario, now)).id;
}
