import { randomBytes } from 'node:crypto';
import { Lucia, TimeSpan } from 'lucia';
import { onceADatabase } from '$lib/server/platform/db/app';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Role } from './actor';
import { lifetimes, sessionKind, type SessionKind } from './lifetimes';
import type { SessionRow } from './repository';
import { sessionAdapter } from './session-adapter';
import type { SessionWay } from '$lib/domain/sign-in-way';

/** `actingUnder`: the mandate under which a helper works for a person now. */
type SessionFacts = { secondFactor: boolean; actingUnder?: string | null };

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaFor>;
		DatabaseSessionAttributes: SessionFacts & { browser?: string; way?: SessionWay };
		DatabaseUserAttributes: SessionRow;
	}
}

/** The facts of an account that a session carries. */
export type SignedIn = {
	readonly account: {
		readonly id: string;
		readonly role: Role;
		readonly name: string;
		readonly organisationId: string | null;
		readonly demo: boolean;
		readonly hasSecondFactor: boolean;
	};
	/** Whether the second factor was given in this session. */
	readonly secondFactor: boolean;
	/** The mandate under which its helper works for a person now (adr 45). */
	readonly actingUnder: string | null;
};

/** Who a session is for. `browser`: its kind (browser-kind.ts), where it is known. `way`: the password without it. */
export type SessionHolder = {
	readonly id: string;
	readonly role: Role;
	readonly browser?: string;
	readonly way?: SessionWay;
};

function luciaFor(database: AppDatabase, kind: SessionKind) {
	return new Lucia(sessionAdapter(database, lifetimes[kind].absolute), {
		sessionExpiresIn: new TimeSpan(lifetimes[kind].idle, 's'),
		getSessionAttributes: ({ secondFactor, actingUnder = null }) => ({ secondFactor, actingUnder }),
		getUserAttributes: ({ role, name, organisationId, demo, hasSecondFactor }) => {
			return { role, name, organisationId, demo, hasSecondFactor };
		}
	});
}

/** Sessions in `database`; the kind of a session is the first word of its id, which the server alone makes. */
export function openSessions(database: AppDatabase) {
	// A map, because the cookie may name anything: `constructor` is a member of every object.
	const byKind = new Map<string, Lucia<Required<SessionFacts>, Omit<SignedIn['account'], 'id'>>>(
		(['pending', 'desk', 'home'] as const).map((kind) => [kind, luciaFor(database, kind)])
	);
	const luciaOf = (id: string) => byKind.get(id.split('.', 1)[0] ?? '');

	return {
		/** A new session of `account`; the answer is the secret for the cookie. */
		async start(account: SessionHolder, factor: 'complete' | 'pending' | 'password-only'): Promise<string> {
			const kind = factor === 'pending' ? 'pending' : sessionKind(account.role);
			const sessionId = `${kind}.${randomBytes(32).toString('base64url')}`;
			const { browser, way } = account;
			const attributes = { secondFactor: factor === 'complete', ...(browser && { browser }), ...(way && { way }) };
			await luciaFor(database, kind).createSession(account.id, attributes, { sessionId });
			return sessionId;
		},
		/**
		 * The account of the session; null when the session ended, never was, or the account is disabled. Using a session
		 * keeps it alive.
		 */
		async read(id: string): Promise<SignedIn | null> {
			const { session, user } = (await luciaOf(id)?.validateSession(id)) ?? { session: null, user: null };
			return session && { account: user, secondFactor: session.secondFactor, actingUnder: session.actingUnder };
		},
		end: async (id: string): Promise<void> => luciaOf(id)?.invalidateSession(id),
		endAll: (accountId: string): Promise<void> => luciaFor(database, 'home').invalidateUserSessions(accountId),
		sweep: (): Promise<void> => luciaFor(database, 'home').deleteExpiredSessions()
	};
}

export type Sessions = ReturnType<typeof openSessions>;

/** The sessions of this process's database. */
export const sessions = onceADatabase(openSessions);
