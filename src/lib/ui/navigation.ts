import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';

type Role = 'applicant' | 'caseworker' | 'landlord' | 'officer' | 'manager' | 'programme' | 'auditor' | 'administrator';

type Place = { path: string; name: () => string };

/** The area in which each role works, with its name in the navigation. */
const areas: Record<Role, Place> = {
	applicant: { path: '/my', name: m.nav_my },
	caseworker: { path: '/desk', name: m.nav_desk },
	landlord: { path: '/landlord', name: m.nav_landlord_area },
	officer: { path: '/staff', name: m.nav_staff },
	manager: { path: '/staff', name: m.nav_staff },
	programme: { path: '/office', name: m.nav_office },
	auditor: { path: '/audit', name: m.nav_audit },
	administrator: { path: '/admin', name: m.nav_admin }
};

const forEverybody: readonly Place[] = [
	{ path: '/notices', name: m.nav_notices },
	{ path: '/dwellings', name: m.nav_dwellings },
	{ path: '/rent', name: m.nav_rent },
	{ path: '/programme', name: m.nav_programme }
];

const offerAHome: Place = { path: '/landlord', name: m.nav_offer_home };

/** The area of a role, as a link. */
export function areaOf(role: Role): { href: string; name: string } {
	const area = areas[role];
	return { href: localizeHref(area.path), name: area.name() };
}

/** Links of the main navigation for a visitor (`null`) or a role. `current` marks the area of the open page. */
export function mainNavigation(role: Role | null, path: string) {
	const own = role ? [areas[role]] : [];
	const invite = role === null || role === 'applicant' ? [offerAHome] : [];
	return [...own, ...forEverybody, ...invite].map(({ path: to, name }) => {
		const href = localizeHref(to);
		return { href, name: name(), current: path === href || path.startsWith(`${href}/`) };
	});
}
