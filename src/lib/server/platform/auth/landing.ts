import { localizeHref } from '$lib/paraglide/runtime';
import type { Role } from './actor';

const pages = {
	applicant: '/my',
	caseworker: '/desk',
	landlord: '/landlord',
	officer: '/staff',
	manager: '/staff',
	programme: '/office',
	auditor: '/audit',
	administrator: '/admin'
} as const satisfies Record<Role, string>;

/** Address of the first page of `role`, in the reader's language. */
export function landingPage(role: Role): string {
	return localizeHref(pages[role]);
}
