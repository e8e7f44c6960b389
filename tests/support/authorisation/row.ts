import type { Role } from '../../../src/lib/server/platform/auth/actor';

/**
 * What is expected of one route, written by hand beside the guard and not derived from it: two opinions that must
 * agree. Every folder of src/routes with a page or an endpoint needs a row that names each of its form actions and
 * methods: a unit test names what is missing, and tests/e2e/authorisation asks the built portal as every role. One file
 * a feature, exporting `rows`.
 */
export type RouteRow = {
	/** As the framework names it: `/(staff)/staff/dwellings/[id]`. */
	readonly route: string;
	/** Who may read the page and its `__data.json`; for an endpoint, who may call its GET. */
	readonly read?: Who;
	/** Who may use each form action, by name (`default` for the unnamed one). */
	readonly actions?: Readonly<Record<string, Who>>;
	/** Who may call the other methods of an endpoint, by method. */
	readonly methods?: Readonly<Record<string, Who>>;
	/**
	 * A record that a demo account of `role` must not see, though its role may open the route: it answers 404, to
	 * reading and to every action, and lets its owner in. Null where the parameters of an applicant's or a landlord's
	 * route name nobody's record.
	 */
	readonly others?: OthersRecord | null;
	/** For the rare page that answers one status to everybody. */
	readonly always?: number;
};

export type OthersRecord = {
	readonly role: Role;
	/** SQL that makes one of `:stranger`, another account of the same role, and returns the parameters of the route. */
	readonly insert: string;
	/** What a right form would send, by action: `:name` stands for what `insert` returned under that name. */
	readonly forms?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** `everyone` includes who is not signed in. */
export type Who = 'everyone' | readonly Role[];
