import { roles } from '../../../src/lib/server/platform/auth/actor';
import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/login', read: 'everyone', actions: { default: 'everyone' } },
	// Its session is pending and belongs to no account yet. The page sends all other visitors to sign in.
	{ route: '/(public)/login/second-factor', read: 'everyone', actions: { default: 'everyone' } },
	// Without a gateway in the settings these are not there, for anybody.
	{
		route: '/(public)/login/identity',
		always: 404,
		read: 'everyone',
		actions: { make: 'everyone', forget: 'everyone' }
	},
	{ route: '/(public)/login/identity/start', always: 404, read: 'everyone' },
	{ route: '/(public)/login/identity/back', always: 404, read: 'everyone' },
	{ route: '/(public)/login/identity/out', always: 404, read: 'everyone' },
	{
		route: '/(account)/account/identity',
		always: 404,
		read: roles,
		actions: { link: roles, unlink: roles, forget: roles }
	},
	{ route: '/(public)/signup', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/signup/sent', read: 'everyone' },
	{ route: '/(public)/confirm/[token]', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/password/forgot', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/password/sent', read: 'everyone' },
	{ route: '/(public)/password/reset/[token]', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/demo/mail', read: 'everyone' },
	{ route: '/(public)/demo/mail/examples', read: 'everyone' },
	// The page of a refusal answers 403 to everybody.
	{ route: '/(public)/refused', read: 'everyone', always: 403 },
	// Shown in place of a page that cannot be served; asked for by itself, it is not there.
	{ route: '/(public)/unavailable', read: 'everyone', always: 404 },
	{ route: '/(public)/not-taken', read: 'everyone', always: 404 },
	{ route: '/(admin)/admin', read: ['administrator'] },
	{ route: '/(admin)/admin/accounts/new', read: ['administrator'], actions: { default: ['administrator'] } },
	{
		route: '/(admin)/admin/accounts/[id]',
		read: ['administrator'],
		actions: {
			role: ['administrator'],
			disable: ['administrator'],
			enable: ['administrator'],
			invite: ['administrator'],
			secondFactor: ['administrator'],
			lead: ['administrator'],
			unlead: ['administrator']
		}
	},
	{ route: '/(audit)/audit', read: ['auditor'] },
	{ route: '/(audit)/audit/rounds', read: ['auditor'] },
	{ route: '/(audit)/audit/rounds/[id]', read: ['auditor'], actions: { open: ['auditor'] } },
	{ route: '/(audit)/audit/rounds/[id]/[file]', read: ['auditor'] },
	{ route: '/(account)/logout', read: roles, actions: { default: roles } },
	{ route: '/(account)/account', read: roles, actions: { password: roles, language: roles } },
	{
		route: '/(account)/account/contact',
		read: ['applicant', 'landlord'],
		actions: { save: ['applicant', 'landlord'], confirm: ['applicant', 'landlord'] }
	},
	{
		route: '/(account)/account/email',
		read: ['applicant', 'landlord'],
		actions: { default: ['applicant', 'landlord'] }
	},
	{ route: '/(public)/invited/[token]', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/email/[token]', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(account)/account/readings', read: ['applicant', 'landlord'] },
	{ route: '/(account)/account/data', read: roles },
	{
		route: '/(account)/account/delete',
		read: ['applicant', 'landlord'],
		actions: { default: ['applicant', 'landlord'] }
	},
	// A file with everything about the person who asks: its address names nobody.
	{ route: '/(account)/account/export', read: roles },
	{ route: '/(account)/account/export/[part]/pdf', read: roles },
	{ route: '/(account)/account/kept', read: roles, actions: { discard: roles } },
	{ route: '/(account)/account/sessions', read: roles, actions: { end: roles, others: roles } },
	{ route: '/(account)/account/second-factor', read: roles, actions: { enrol: roles, codes: roles, remove: roles } }
];
