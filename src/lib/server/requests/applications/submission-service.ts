import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { storeHealth } from '$lib/domain/accessibility/needs';
import { declaresViolence, firstMissing, healthOf, householdOf, type Answers } from '$lib/domain/application/answers';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { judgeChoices, type ChoiceProblem } from '$lib/domain/application/judge-choices';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { contactGap, type ContactGap } from '$lib/domain/person/person';
import { householdDoubts } from '$lib/domain/plausibility/household-doubts';
import { noticePhase } from '$lib/domain/notice/phase';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { isAtDesk } from '$lib/server/people/desk-records/acting';
import { mayDo, type OwnAct } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import { findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { nextNumber } from '$lib/server/platform/numbers/repository';
import { seal } from '$lib/server/platform/secrets/seal';
import { declaredRow } from './declared-row';
import { tellReceived } from './confirmation';
import { deleteDraft } from './draft-repository';
import { followNotes } from '../notes/repository';
import { followRequest } from '../rejections/repository';
import { keepNamesOf } from './household-names';
import { openDraft } from './open-draft';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { newPseudonym } from './pseudonym';
import { judgeSignature, signedColumns } from './signature';
import { findSealed } from './receipts-repository';
import { endApplication, findApplication, findLive, insertApplication, insertEvent } from './repository';
import { needsPlace } from '$lib/server/platform/secrets/places';

export type SubmitProblem =
	| 'not-allowed'
	| 'not-found'
	| 'notice-not-open'
	| 'notice-closed'
	| 'amending-closed'
	| 'already-applied'
	| 'request-changed'
	| 'answers-missing'
	| 'answers-changed'
	| 'impossible-answers'
	| 'contact-changed'
	| 'signature-missing'
	| ContactGap
	| ChoiceProblem;

type SubmitResult = { ok: true; id: string } | { ok: false; problem: SubmitProblem };

type Sending = {
	readonly noticeId: string;
	readonly draftId: string;
	/** The revision of the answers that the page showed; left out where no page showed them. */
	readonly revision?: number;
	/** The same of the applicant's contact details. */
	readonly contact?: number;
	/** The id of the request whose place the answers take, as the page said; null where it said that they take none. */
	readonly replaces?: string | null;
	/** The document with the signed declarations, where an officer sends for a household. */
	readonly signature?: string | undefined;
};

/** Sending as an act that needs the person's own yes: to the version of the answers that the page showed. */
export const sendingOf = ({ draftId, revision = 0 }: Pick<Sending, 'draftId' | 'revision'>): OwnAct => ({
	...{ procedure: 'request', act: 'send', subjectId: `${draftId}/${revision}` }
});

/**
 * Sends what an applicant answered, if it is what the page showed. `draftId` becomes the id of the request, so that sending the same answers twice gives
 * the same receipt. The unique index lets an account have one live request: beside one, the answers are a later version
 * and take its place (adr 38).
 */
export async function submitApplication(
	trx: Transaction<Database>,
	input: Sending,
	by: Actor,
	now: Instant
): Promise<SubmitResult> {
	if (!(await mayDo(trx, by, sendingOf(input), now)) && !(await isAtDesk(trx, by, now)))
		return { ok: false, problem: 'not-allowed' };
	const sent = await findApplication(trx, input.draftId);
	if (sent) return sent.accountId === by.id ? { ok: true, id: sent.id } : { ok: false, problem: 'not-found' };
	await lockNotice(trx, input.noticeId);
	const notice = await findNotice(trx, input.noticeId);
	if (!notice || notice.source !== 'own') return { ok: false, problem: 'not-found' };
	const live = (await findLive(trx, notice.id, by.id)) ?? null;
	const phase = noticePhase(notice, now);
	// Receipts sealed while this transaction waited for the lock: the request would be in no published root.
	if (phase === 'closed' || (await findSealed(trx, notice.id)))
		return { ok: false, problem: live ? 'amending-closed' : 'notice-closed' };
	if (phase !== 'open') return { ok: false, problem: 'notice-not-open' };
	const draft = await openDraft(trx, input.noticeId, by);
	if (!draft || draft.id !== input.draftId) return withoutDraft(input, live);
	const problem =
		judgeShown(input, live, draft) ??
		(await judge(trx, notice, draft.answers, now)) ??
		(await judgeContact(trx, input, draft.answers, by)) ??
		(await judgeSignature(trx, input.signature, by));
	return problem ? { ok: false, problem } : keep(trx, { notice, live, draft, signature: input.signature }, by, now);
}

type Live = { readonly id: string; readonly protocol: string };
type Draft = { readonly id: string; readonly revision: number; readonly answers: Answers };

type Kept = {
	readonly notice: Notice;
	readonly live: Live | null;
	readonly draft: Draft;
	readonly signature: string | undefined;
};

/** Writes the request, in the place of the one that was live, and tells its household. */
async function keep(
	trx: Transaction<Database>,
	{ notice, live, draft, signature }: Kept,
	by: Actor,
	now: Instant
): Promise<SubmitResult> {
	if (live && !(await endReplaced(trx, live.id, by, now))) return { ok: false, problem: 'request-changed' };
	const receipt = await write(trx, notice, { ...draft, replaces: live?.id ?? null, signature }, by, now);
	if (live) {
		await followRequest(trx, live.id, draft.id);
		await followNotes(trx, live.id, draft.id);
	}
	await tellReceived(trx, notice, { ...receipt, id: draft.id, earlier: live?.protocol ?? null }, by, now);
	await keepNamesOf(trx, draft.id, draft.answers.members ?? []);
	await deleteDraft(trx, draft.id);
	return { ok: true, id: draft.id };
}

/** There is no draft: another click of the same person has just sent it, or there never was one. */
function withoutDraft({ draftId }: Sending, live: { readonly id: string } | null): SubmitResult {
	if (!live) return { ok: false, problem: 'not-found' };
	return live.id === draftId ? { ok: true, id: live.id } : { ok: false, problem: 'already-applied' };
}

/** Ends the version whose place another takes; false where it ended meanwhile. */
async function endReplaced(trx: Transaction<Database>, id: string, by: Actor, now: Instant): Promise<boolean> {
	if (!(await endApplication(trx, id, now))) return false;
	await insertEvent(trx, { application_id: id, event: 'replaced', at: now, account_id: by.id });
	record(trx, { event: 'application_replaced', by, subject: { type: 'application', id }, at: now });
	return true;
}

async function judge(
	trx: Transaction<Database>,
	notice: Notice,
	answers: Answers,
	now: Instant
): Promise<SubmitProblem | null> {
	const { members, needs, choices } = answers;
	const missing = firstMissing(answers, notice.rules);
	if (!members || !needs || (missing && missing !== 'choices')) return 'answers-missing';
	if (householdDoubts(toldOf(answers), dayOf(now)).some(({ level }) => level === 'refuse')) return 'impossible-answers';
	return judgeChoices(choices ?? [], await listNoticeDwellings(trx, notice.id), {
		rules: notice.rules,
		maxChoices: notice.maxChoices,
		persons: members.length,
		carersRoom: needs.needs.carersRoom
	});
}

/** Whether the page showed the request whose place the answers take, and the answers as they are. */
function judgeShown({ replaces, revision }: Sending, live: Live | null, draft: Draft): SubmitProblem | null {
	if (replaces !== undefined && replaces !== (live?.id ?? null)) return 'request-changed';
	return revision !== undefined && revision !== draft.revision ? 'answers-changed' : null;
}

/** The office must know who asks and how to reach them, as the page showed it. */
async function judgeContact(
	trx: Transaction<Database>,
	{ contact }: Sending,
	answers: Answers,
	by: Actor
): Promise<SubmitProblem | null> {
	const person = await readOwnPerson(trx, by.id);
	const gap = contactGap(person?.facts ?? null, declaresViolence(answers));
	if (gap) return gap;
	return contact !== undefined && contact !== person?.revision ? 'contact-changed' : null;
}

async function write(
	trx: Transaction<Database>,
	notice: Notice,
	draft: Pick<Draft, 'id' | 'answers'> & { readonly replaces: string | null; readonly signature: string | undefined },
	by: Actor,
	now: Instant
): Promise<{ protocol: string; pseudonym: string; leaf: string }> {
	const household = householdOf(draft.answers)!;
	const health = storeHealth(healthOf(draft.answers)!);
	const { choices } = draft.answers as Required<Answers>;
	const person = await personKey(trx, by.id, now);
	const protocol = await nextProtocol(trx, now);
	const pseudonym = newPseudonym();
	const salt = randomBytes(16).toString('hex');
	const leaf = receiptLeaf(salt, declaredRow({ notice: notice.id, pseudonym, household, health, choices }));
	const told = {
		facts: JSON.stringify(household),
		needs_sealed: seal(person.key, needsPlace(draft.id), health),
		data_key_id: person.id,
		choices: JSON.stringify(choices)
	};
	const { replaces } = draft;
	const sent = { account_id: by.id, submitted_at: now, ended_at: null, replaces, synthetic: by.demo ? 1 : 0 };
	const receipt = { pseudonym, protocol, receipt_leaf: leaf, receipt_salt: salt };
	await insertApplication(trx, { id: draft.id, notice_id: notice.id, ...told, ...receipt, ...sent });
	const event = { application_id: draft.id, event: 'submitted', at: now, account_id: by.id } as const;
	await insertEvent(trx, { ...event, ...signedColumns(draft.signature, by) });
	record(trx, { event: 'application_submitted', by, subject: { type: 'application', id: draft.id }, at: now });
	return { protocol, pseudonym, leaf };
}

/** `2026-000123`: numbers begin anew each year. */
async function nextProtocol(trx: Transaction<Database>, now: Instant): Promise<string> {
	const year = dayOf(now).slice(0, 4);
	const number = await nextNumber(trx, `protocol-${year}`);
	return `${year}-${String(number).padStart(6, '0')}`;
}
