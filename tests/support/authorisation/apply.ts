import type { OthersRecord, RouteRow } from './row';

const applicant = ['applicant'] as const;
const staff = ['officer', 'manager'] as const;
/** The auditor may read only. */
const readers = [...staff, 'auditor'] as const;
const step = (name: string): RouteRow => ({
	route: `/(applicant)/my/apply/[notice]/${name}`,
	read: applicant,
	actions: { default: applicant },
	// The notice is public. The draft is found by the account.
	others: null
});
const othersRequest: OthersRecord = {
	role: 'applicant',
	insert: `update applications set account_id = :stranger where id = (
		select id from applications where account_id is null and ended_at is null and notice_id in (
			select notice_id from applications where account_id is not null) order by id limit 1) returning id`
};

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/check', read: 'everyone', actions: { answer: 'everyone', start: 'everyone' } },
	{
		route: '/(applicant)/my/answers/[notice]',
		read: applicant,
		actions: { use: applicant, discard: applicant },
		// The notice is public. The answers are in the visitor's own browser.
		others: null
	},
	{
		route: '/(applicant)/my/reuse/[notice]',
		read: applicant,
		actions: { default: applicant },
		// The notice is public. The earlier request is found by the account.
		others: null
	},
	{ route: '/(public)/notices', read: 'everyone' },
	{ route: '/(public)/notices/[id]', read: 'everyone' },
	{ route: '/(public)/notices/[id]/[file]', read: 'everyone' },
	{ route: '/(staff)/staff/notices', read: readers },
	{ route: '/(staff)/staff/notices/new', read: ['officer'], actions: { default: ['officer'] } },
	{
		route: '/(staff)/staff/notices/[id]',
		read: readers,
		actions: { save: ['officer'], open: ['manager'], discard: staff, draw: staff, drand: staff }
	},
	{
		route: '/(staff)/staff/notices/[id]/changes',
		read: staff,
		actions: { extend: staff, correct: staff, close: staff }
	},
	{ route: '/(staff)/staff/notices/[id]/accessible', read: staff, actions: { invite: staff } },
	{ route: '/(applicant)/my', read: applicant },
	{ route: '/(applicant)/my/apply/[notice]', read: applicant, others: null },
	{
		route: '/(applicant)/my/apply/[notice]/household',
		read: applicant,
		actions: { add: applicant, change: applicant, remove: applicant, next: applicant },
		others: null
	},
	step('names'),
	step('news'),
	step('residence'),
	step('home'),
	step('circumstances'),
	step('income'),
	step('needs'),
	step('dwellings'),
	step('check'),
	{ route: '/(applicant)/my/requests/[id]/proof', read: applicant, others: othersRequest },
	{
		route: '/(applicant)/my/requests/[id]',
		read: applicant,
		actions: { again: applicant, amend: applicant },
		others: othersRequest
	},
	{
		route: '/(applicant)/my/requests/[id]/withdraw',
		read: applicant,
		actions: { default: applicant },
		others: othersRequest
	},
	{
		route: '/(applicant)/my/requests/[id]/withdraw/sheet',
		read: applicant,
		actions: { default: applicant },
		others: othersRequest
	},
	{ route: '/(applicant)/my/sign/[notice]', read: applicant, actions: { default: applicant }, others: null },
	{ route: '/(applicant)/my/sign/[notice]/pdf', read: applicant, others: null },
	{ route: '/(applicant)/my/requests/[id]/withdraw/sheet/pdf', read: applicant, others: othersRequest },
	{ route: '/(applicant)/my/discard/[notice]', read: applicant, actions: { default: applicant }, others: null },
	{
		route: '/(applicant)/my/requests/[id]/contests',
		read: applicant,
		actions: { contest: applicant },
		others: {
			...othersRequest,
			forms: {
				contest: { id: '00000000-0000-4000-8000-000000000000', criterion: 'eviction', text: 'Manca lo sfratto.' }
			}
		}
	},
	{
		route: '/(applicant)/my/requests/[id]/changes',
		read: applicant,
		actions: { tell: applicant },
		others: {
			...othersRequest,
			forms: {
				tell: {
					...{ id: '00000000-0000-4000-8000-000000000000', act: 'birth', on: '2026-11-20', relation: 'child' },
					text: 'È nata Anna.'
				}
			}
		}
	},
	{
		route: '/(applicant)/my/requests/[id]/rejection',
		read: applicant,
		actions: { answer: applicant },
		others: { ...othersRequest, forms: { answer: { text: 'Ecco la risposta.' } } }
	},
	{
		route: '/(applicant)/my/requests/[id]/check',
		read: applicant,
		actions: { answer: applicant },
		others: {
			...othersRequest,
			forms: { answer: { question: '019aa000-0000-7000-8000-000000000000', text: 'Ecco la risposta.' } }
		}
	},
	{
		route: '/(applicant)/my/requests/[id]/rating',
		read: applicant,
		actions: { stars: applicant, reasons: applicant },
		others: { ...othersRequest, forms: { stars: { stars: '4' }, reasons: { reasons: 'clear' } } }
	},
	{ route: '/(applicant)/my/requests/[id]/receipt', read: applicant, others: othersRequest },
	{ route: '/(applicant)/my/requests/[id]/pdf', read: applicant, others: othersRequest },
	{ route: '/(applicant)/my/requests/[id]/receipt/pdf', read: applicant, others: othersRequest },
	{ route: '/(applicant)/my/requests/[id]/row', read: applicant, others: othersRequest }
];
