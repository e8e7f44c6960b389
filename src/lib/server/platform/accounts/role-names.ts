import { m } from '$lib/paraglide/messages';
import type { Role } from '$lib/server/platform/auth/actor';

/** The name of each role. */
export const roleNames: Record<Role, () => string> = {
	applicant: () => m.auth_role_name_applicant(),
	caseworker: () => m.auth_role_name_caseworker(),
	landlord: () => m.auth_role_name_landlord(),
	officer: () => m.auth_role_name_officer(),
	manager: () => m.auth_role_name_manager(),
	programme: () => m.auth_role_name_programme(),
	auditor: () => m.auth_role_name_auditor(),
	administrator: () => m.auth_role_name_administrator()
};

export const roleOptions = (roles: readonly Role[]) => roles.map((role) => ({ value: role, label: roleNames[role]() }));
