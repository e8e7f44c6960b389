/** The roles. docs/security.md lists what each may do; an anonymous visitor has no actor. */
export const roles = [
	'applicant',
	'caseworker',
	'landlord',
	'officer',
	'manager',
	'programme',
	'auditor',
	'administrator'
] as const;

export type Role = (typeof roles)[number];

/**
 * Roles that see other people's data: they must have a second factor, and their sessions are short. A landlord and a
 * household see each other by pseudonym, size and what fits, never by name, so both may choose.
 */
export const guardedRoles: readonly Role[] = [
	'caseworker',
	'officer',
	'manager',
	'programme',
	'auditor',
	'administrator'
];

/** The account on whose behalf a use case runs. */
export type Actor = {
	readonly id: string;
	readonly role: Role;
	readonly name: string;
	readonly organisationId: string | null;
	/** An account of the demo world: its password is public. */
	readonly demo: boolean;
	/** Who acts in the place of this account, and under which mandate (adr 45). The log names the helper. */
	readonly helper?: { readonly id: string; readonly mandateId: string };
	/** The officer who records what this household said, and under which record (adr 48). The log names the officer. */
	readonly desk?: AtDesk;
};

/** An officer at the desk. `channel` and `on`: how and on which day (`2026-11-30`) the office heard it. */
export type AtDesk = {
	readonly officer: Pick<Actor, 'id' | 'role' | 'name'>;
	readonly recordId: string;
	readonly channel: string;
	readonly on: string;
};

/** The portal itself, when a deadline passes or a job runs. */
export const system = { id: null, role: 'system' } as const;

/** The actor as an audit entry names it. */
export type AuditActor = Pick<Actor, 'id' | 'role' | 'helper' | 'desk'> | typeof system;

/**
 * Whether `actor` has one of `wanted`. A helper or an officer in a person's place has none: what they do there asks the mandate
 * or the record (server/people/mandates/may-do.ts), and every other act is refused to them.
 */
export function allows(actor: Actor, ...wanted: readonly Role[]): boolean {
	return actor.helper === undefined && actor.desk === undefined && wanted.includes(actor.role);
}
