import type { Kysely } from 'kysely';
import type { Role } from '../../../src/lib/server/auth/actor';
import type { Database } from '../../../src/lib/server/db/schema';

/**
 * What is expected of one route, written by hand beside the guard and not derived from it: two persons' opinions that
 * must agree. Every route folder of src/routes needs a row, with every named action and endpoint method it has.
 */
export type RouteRow = {
	/** As the framework names it: `/(staff)/staff/dwellings/[id]`. */
	readonly route: string;
	/** Who may read the page (`GET`); for an endpoint, who may call its GET, if it has one. */
	readonly read?: Who;
	/** Who may use each form action, by name (`default` for the unnamed one). */
	readonly actions?: Readonly<Record<string, Who>>;
	/** Who may call the other methods of an endpoint, by method. */
	readonly methods?: Readonly<Record<string, Who>>;
	/**
	 * Rows to make for the parameters of the route, when somebody else's record is the point: `own` is tried by
	 * `owner` and must be found, `own` tried by `stranger` (same role) must answer 404. Without it, parameters are ids
	 * that exist nowhere.
	 */
	readonly records?: (db: Kysely<Database>) => Promise<{
		readonly own: Readonly<Record<string, string>>;
		readonly owner: string;
		readonly stranger: string;
	}>;
};

/** `everyone` includes who is not signed in. */
export type Who = 'everyone' | readonly Role[];
