import type { Role } from '../../../src/lib/server/platform/auth/actor';

/**
 * What is expected of one route. It is written by hand and not derived from the guard, so that two opinions must agree.
 * Every folder of src/routes with a page or an endpoint needs a row that names each of its form actions and methods.
 * tests/e2e/authorisation requests every route of the built portal as every role. One file for each feature, exporting
 * `rows`.
 */
export type RouteRow = {
	/** The route as the framework names it: `/(staff)/staff/dwellings/[id]`. */
	readonly route: string;
	/** The roles that may read the page and its `__data.json`; for an endpoint, that may call its GET. */
	readonly read?: Who;
	/** The roles that may use each form action, by name (`default` for the unnamed one). */
	readonly actions?: Readonly<Record<string, Who>>;
	/** The roles that may call the other methods of an endpoint, by method. */
	readonly methods?: Readonly<Record<string, Who>>;
	/**
	 * A record that a demo account of `role` must not see, although its role may open the route. It answers 404 to
	 * reading and to every action, and lets its owner in. Null where the parameters of an applicant's or a landlord's
	 * route name no record of a person.
	 */
	readonly others?: OthersRecord | null;
	/** For the rare page that answers one status to everybody. */
	readonly always?: number;
};

export type OthersRecord = {
	readonly role: Role;
	/**
	 * SQL that creates a record of `:stranger`, another account of the same role, and returns the parameters of the
	 * route.
	 */
	readonly insert: string;
	/** What a correct form sends, by action. `:name` stands for what `insert` returned under that name. */
	readonly forms?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** `everyone` includes visitors who have not signed in. */
export type Who = 'everyone' | readonly Role[];
