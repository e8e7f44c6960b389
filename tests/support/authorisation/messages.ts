import type { OthersRecord, RouteRow } from './row';

const othersMessage = (role: 'applicant' | 'landlord'): OthersRecord => ({
	role,
	insert: `update messages set account_id = :stranger where id = (
		select messages.id from messages join accounts on accounts.id = messages.account_id
		where accounts.role = '${role}' order by messages.id limit 1) returning id`
});

const staff = ['officer', 'manager'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(applicant)/my/messages', read: ['applicant'] },
	{ route: '/(applicant)/my/messages/[id]', read: ['applicant'], others: othersMessage('applicant') },
	{ route: '/(landlord)/landlord/messages', read: ['landlord'] },
	{ route: '/(landlord)/landlord/messages/[id]', read: ['landlord'], others: othersMessage('landlord') },
	{
		route: '/(staff)/staff/letters',
		read: staff,
		actions: {
			...{ posted: staff, paper: staff, open: staff },
			...{ prepare: staff, take: staff, release: staff, run: staff }
		}
	},
	{ route: '/(staff)/staff/letters/print', read: staff },
	{ route: '/(staff)/staff/letters/print/[run]/[part]/pdf', read: staff },
	{ route: '/(staff)/staff/messages', read: staff },
	{
		route: '/(staff)/staff/messages/[template]/[language]',
		read: staff,
		actions: { preview: staff, propose: staff, back: staff, approve: ['manager'], refuse: staff }
	}
];
