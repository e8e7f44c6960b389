import { actionName, type ActName as Act } from './act-name';
import { roles, type Role } from './actor';

type Who = 'everyone' | readonly Role[];

/** The roles that may enter each group of routes. A route outside the groups is closed to all. */
const groups: Readonly<Record<string, Who>> = {
	'(public)': 'everyone',
	'(account)': roles,
	'(applicant)': ['applicant'],
	'(caseworker)': ['caseworker'],
	'(staff)': ['officer', 'manager'],
	'(landlord)': ['landlord'],
	'(office)': ['programme'],
	'(audit)': ['auditor'],
	'(admin)': ['administrator']
};

/** Endpoints for machines, one by one. The folder itself opens none. */
const endpoints: Readonly<Record<string, Who>> = {
	'/api/programme': 'everyone',
	'/api/programme/dwellings': 'everyone',
	'/api/health': 'everyone',
	'/api/health/files': 'everyone',
	'/api/health/live': 'everyone',
	'/api/health/ready': 'everyone'
};

/**
 * Pages of a group that another role may also read, but not change: the auditor's. Their loads leave out everything
 * about health.
 */
const readers: Readonly<Record<string, readonly Role[]>> = Object.fromEntries(
	[
		'',
		'/dwellings',
		'/dwellings/[id]',
		'/dwellings/[id]/certificate',
		'/certificates',
		'/retention',
		'/dwellings/export',
		'/notices',
		'/notices/[id]',
		'/rounds',
		'/rounds/[notice]',
		'/rounds/[notice]/chain',
		'/offers',
		'/offers/[id]',
		'/tenancies/[id]'
	].map((page) => [`/(staff)/staff${page}`, ['auditor'] as const])
);

/** Acts that ask for more than their group does, by route. A row can only narrow. */
const narrower: Readonly<Record<string, Partial<Record<Act, readonly Role[]>>>> = {
	// The people whom the agency has to reach. The details of staff are their organisation's.
	'/(account)/account/readings': { GET: ['applicant', 'landlord'] },
	'/(account)/account/contact': { GET: ['applicant', 'landlord'], '?/default': ['applicant', 'landlord'] },
	// The accounts of staff are their organisation's.
	'/(account)/account/email': { GET: ['applicant', 'landlord'], '?/default': ['applicant', 'landlord'] },
	'/(account)/account/delete': { GET: ['applicant', 'landlord'], '?/default': ['applicant', 'landlord'] },
	// The person who prepares a round does not approve it, and only a manager approves. The service checks both again.
	'/(staff)/staff/rounds/[notice]': { '?/approve': ['manager'] },
	// What is kept no longer goes when two managers agree.
	'/(staff)/staff/retention': { '?/propose': ['manager'], '?/decide': ['manager'] },
	'/(staff)/staff/rounds/[notice]/verification': { '?/demand': ['manager'] },
	// The person who drafts a notice does not open it.
	'/(staff)/staff/notices/new': { GET: ['officer'] },
	'/(staff)/staff/notices/[id]': { '?/save': ['officer'], '?/open': ['manager'] },
	// The person who writes rules does not approve them.
	'/(staff)/staff/rules': { '?/fork': ['officer'], '?/import': ['officer'] },
	// A second person approves words; the author may take them back, which the service checks.
	'/(staff)/staff/messages/[template]/[language]': { '?/approve': ['manager'] },
	'/(staff)/staff/rules/[id]': {
		'?/save': ['officer'],
		'?/propose': ['officer'],
		'?/discard': ['officer'],
		'?/approve': ['manager'],
		'?/return': ['manager']
	}
};

export type Decision = 'allowed' | 'sign-in' | 'refused' | 'unknown-route';

/**
 * Whether `role` (null: nobody signed in) may do this. Denied by default: no group, no row, no entry. The service
 * checks whose record it is.
 */
export function decide(routeId: string, method: string, search: URLSearchParams, role: Role | null): Decision {
	const group = /^\/(\([a-z]+\))(\/|$)/.exec(routeId)?.[1];
	const who = group ? groups[group] : endpoints[routeId];
	if (!who) return 'unknown-route';
	const acts = actsOf(method, search);
	if (role && acts.every((act) => act === 'GET') && readers[routeId]?.includes(role)) return 'allowed';
	const rows = acts.map((act) => narrower[routeId]?.[act]);
	const wanted = [who, ...rows].filter((row) => row !== undefined);
	if (wanted.every((row) => row === 'everyone')) return 'allowed';
	if (!role) return 'sign-in';
	return wanted.every((row) => row === 'everyone' || row.includes(role)) ? 'allowed' : 'refused';
}

/** A refused action shows the page again, so it needs GET too. */
function actsOf(method: string, search: URLSearchParams): Act[] {
	if (method === 'GET' || method === 'HEAD') return ['GET'];
	return ['GET', method as Act, actionName(search)];
}
