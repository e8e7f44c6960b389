import type { OthersRecord, RouteRow } from './row';

const applicant = ['applicant'] as const;
const caseworker = ['caseworker'] as const;

/** A mandate of another person. */
const othersMandate: OthersRecord = {
	role: 'applicant',
	insert: `update mandates set account_id = :stranger where id = (
		select id from mandates where consented_at is not null order by id limit 1) returning id`
};

/** A mandate of a second organisation, whose helper the stranger is: of the demo, so without a second factor. */
const othersHousehold: OthersRecord = {
	role: 'caseworker',
	insert: `update accounts set demo = 1, organisation_id = (
		select organisation_id from mandates where organisation_id <> (
			select organisation_id from accounts where email = 'operatore@chiavi.example') limit 1)
		where id = :stranger
		returning (select id from mandates where mandates.organisation_id = accounts.organisation_id limit 1) as id`,
	forms: {
		code: { code: '012345' },
		renew: { id: '019aa000-0000-7000-8000-000000000001', days: '31' }
	}
};

export const rows: readonly RouteRow[] = [
	{ route: '/(applicant)/my/mandates', read: applicant },
	{
		route: '/(applicant)/my/mandates/[id]',
		read: applicant,
		actions: { yes: applicant, revoke: applicant, part: applicant },
		others: { ...othersMandate, forms: { part: { procedure: 'request' } } }
	},
	{ route: '/(applicant)/my/mandates/[id]/attestation', read: applicant, others: othersMandate },
	{ route: '/(caseworker)/desk', read: caseworker, actions: { stop: caseworker } },
	{ route: '/(caseworker)/desk/drafts', read: caseworker, actions: { check: caseworker, start: caseworker } },
	{ route: '/(caseworker)/desk/drafts/template', read: caseworker },
	{ route: '/(caseworker)/desk/drafts/wrong', methods: { POST: caseworker } },
	{
		route: '/(caseworker)/desk/organisation',
		read: caseworker,
		actions: { invite: caseworker, withdraw: caseworker, remove: caseworker, letIn: caseworker }
	},
	{ route: '/(caseworker)/desk/mandates/new', read: caseworker, actions: { default: caseworker } },
	{
		route: '/(caseworker)/desk/mandates/[id]',
		read: caseworker,
		actions: {
			...{ code: caseworker, again: caseworker, paper: caseworker },
			...{ work: caseworker, end: caseworker, renew: caseworker }
		},
		others: othersHousehold
	},
	{ route: '/(caseworker)/desk/mandates/[id]/attestation', read: caseworker, others: othersHousehold }
];
