import { workingDaysAfter } from '$lib/domain/calendar/working-days';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Role } from '$lib/server/platform/auth/actor';

/**
 * When a task is late. `fact`: a term that a law, a notice or a person set, read with the task. `workingDays`: the days
 * that the office gives itself, counted from the event before; example values that the agency sets.
 */
export type Deadline = { readonly fact: string } | { readonly workingDays: number };

type KindRow = {
	readonly actors: readonly Role[];
	/** The person who began it may not finish it: they read that a colleague is waited for. */
	readonly secondPerson?: true;
	readonly deadline: Deadline;
	/** The page where it is done. */
	readonly page: string;
};

const staff = ['officer', 'manager'] as const satisfies readonly Role[];
const manager = ['manager'] as const satisfies readonly Role[];
const ranking = { fact: 'the days of the notice’s procedure' };
const rounds = '/(staff)/staff/rounds/[notice]';
const listing = '/(staff)/staff/listings/[id]';
const tenants = `${listing}/tenants`;
const home = '/(staff)/staff/dwellings/[id]';

/** Every kind of task that waits for the staff: who does it, by when, and where. */
export const workKinds = {
	'approve-rule-set': {
		actors: manager,
		secondPerson: true,
		deadline: { workingDays: 5 },
		page: '/(staff)/staff/rules/[id]'
	},
	'approve-message-text': {
		actors: manager,
		secondPerson: true,
		deadline: { workingDays: 5 },
		page: '/(staff)/staff/messages/[template]/[language]'
	},
	'amend-rule-set': { actors: ['officer'], deadline: { workingDays: 10 }, page: '/(staff)/staff/rules/[id]' },
	'open-notice': {
		actors: manager,
		secondPerson: true,
		deadline: { fact: 'the day when the notice opens' },
		page: '/(staff)/staff/notices/[id]'
	},
	'confirm-notice-change': {
		actors: manager,
		secondPerson: true,
		deadline: { workingDays: 2 },
		page: '/(staff)/staff/notices/[id]/changes'
	},
	'record-beacon': { actors: staff, deadline: ranking, page: '/(staff)/staff/notices/[id]' },
	'confirm-draw': { actors: staff, secondPerson: true, deadline: ranking, page: '/(staff)/staff/notices/[id]' },
	'prepare-round': { actors: staff, deadline: ranking, page: rounds },
	'approve-round': { actors: manager, secondPerson: true, deadline: ranking, page: rounds },
	'publish-round': { actors: staff, deadline: ranking, page: rounds },
	'await-document': {
		actors: staff,
		deadline: { fact: 'the last day that the office gave to answer' },
		page: '/(staff)/staff/requests/[id]/check'
	},
	'read-answer': { actors: staff, deadline: { workingDays: 5 }, page: '/(staff)/staff/requests/[id]/check' },
	'confirm-sample': {
		actors: staff,
		secondPerson: true,
		deadline: { workingDays: 2 },
		page: '/(staff)/staff/notices/[id]/controls'
	},
	'draw-sample': { actors: staff, deadline: { workingDays: 1 }, page: '/(staff)/staff/notices/[id]/controls' },
	'check-drawn': {
		actors: staff,
		deadline: { fact: 'the days for the controls, from the day of the draw' },
		page: '/(staff)/staff/requests/[id]/check'
	},
	'decide-contest': {
		actors: staff,
		deadline: { workingDays: 5 },
		page: '/(staff)/staff/requests/[id]/contests'
	},
	'decide-change': { actors: staff, deadline: { workingDays: 5 }, page: '/(staff)/staff/requests/[id]/changes' },
	'decide-duplicate': { actors: staff, deadline: { workingDays: 20 }, page: '/(staff)/staff/duplicates' },
	'decide-rejection': {
		actors: staff,
		deadline: { fact: 'the last day that the household has to answer' },
		page: '/(staff)/staff/rounds/[notice]/rejections'
	},
	'confirm-exclusion': {
		actors: staff,
		secondPerson: true,
		deadline: { workingDays: 2 },
		page: '/(staff)/staff/requests/[id]/rejection'
	},
	'make-offers': { actors: staff, deadline: { workingDays: 5 }, page: '/(staff)/staff/offers' },
	'await-answers': { actors: staff, deadline: { fact: 'the last day of the offer' }, page: '/(staff)/staff/offers' },
	'next-version': { actors: staff, deadline: { workingDays: 5 }, page: '/(staff)/staff/rounds/[notice]/chain' },
	viewing: { actors: staff, deadline: { fact: 'the hour of the viewing' }, page: '/(staff)/staff/offers/[id]' },
	'register-contract': { actors: staff, deadline: { workingDays: 20 }, page: '/(staff)/staff/tenancies/[id]' },
	'deliver-keys': { actors: staff, deadline: { workingDays: 10 }, page: '/(staff)/staff/tenancies/[id]' },
	'confirm-removal': { actors: staff, secondPerson: true, deadline: { workingDays: 2 }, page: home },
	'give-home-again': { actors: staff, deadline: { workingDays: 40 }, page: home },
	'certify-works': { actors: staff, deadline: { workingDays: 10 }, page: `${home}/certificate` },
	'confirm-certificate': {
		actors: staff,
		secondPerson: true,
		deadline: { workingDays: 5 },
		page: `${home}/certificate`
	},
	'inspect-listing': { actors: staff, deadline: { workingDays: 10 }, page: listing },
	'publish-listing': { actors: staff, deadline: { workingDays: 5 }, page: listing },
	'propose-tenant': { actors: staff, deadline: { workingDays: 10 }, page: tenants },
	'await-proposal': { actors: staff, deadline: { workingDays: 5 }, page: tenants },
	'hold-over': { actors: staff, deadline: { fact: 'the end of the hold' }, page: tenants },
	'sign-held-home': { actors: staff, deadline: { fact: 'the end of the hold' }, page: tenants },
	'deliver-private-keys': { actors: staff, deadline: { workingDays: 10 }, page: tenants }
} as const satisfies Record<string, KindRow>;

export type WorkKind = keyof typeof workKinds;

export const kindRow = (kind: WorkKind): KindRow => workKinds[kind];

type OfficeKind = {
	[Kind in WorkKind]: (typeof workKinds)[Kind]['deadline'] extends { workingDays: number } ? Kind : never;
}[WorkKind];

/** When a task is late that came up at `since`, by the days that the office gives itself. */
export const officeTerm = (kind: OfficeKind, since: Instant): Instant =>
	workingDaysAfter(since, workKinds[kind].deadline.workingDays);
