import type { OthersRecord, RouteRow } from './row';

const othersDocument = (also = ''): OthersRecord => ({
	role: 'applicant',
	insert: `update documents set account_id = :stranger where id = (select id from documents order by id limit 1)
		returning id${also}`
});

const staff = ['officer', 'manager'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(applicant)/my/documents', read: ['applicant'] },
	{ route: '/(applicant)/my/documents/send', read: ['applicant'], actions: { default: ['applicant'] } },
	{
		route: '/(applicant)/my/documents/[id]',
		read: ['applicant'],
		actions: { save: ['applicant'], remove: ['applicant'] },
		others: othersDocument()
	},
	{ route: '/(applicant)/my/documents/[id]/copy', read: ['applicant'], others: othersDocument() },
	{ route: '/(staff)/staff/offers/[id]/documents', read: staff, actions: { person: staff } },
	{ route: '/(staff)/staff/offers/[id]/documents/[document]', read: staff },
	{ route: '/(staff)/staff/requests/[id]/documents/[document]', read: staff },
	{ route: '/(applicant)/my/documents/[id]/[page]', read: ['applicant'], others: othersDocument(", '1' as page") }
];
