import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AuditEvent } from '$lib/server/platform/audit/events';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Clock } from './clock';
import type { Mailbox } from './mailbox';

/** The accounts, homes and notices of every history. They are built once and copied with their database. */
export type Cast = {
	readonly notice: string;
	/** Another notice, drafted and not opened. */
	readonly draft: string;
	readonly dwellings: readonly string[];
	readonly officers: readonly [Actor, Actor];
	readonly manager: Actor;
	readonly landlord: Actor;
	/** Addresses of people. The first three have an account from the beginning. */
	readonly people: readonly string[];
};

/** What an act answered: `ok` as the services say it. */
export type Answer = { readonly ok: boolean; readonly problem?: string };

/** A part of the answers that was saved, and the mark by which its content is known again. */
export type Saved = { readonly person: number; readonly parts: readonly (keyof Answers)[]; readonly mark: number };

/** An act as it was tried: what the log must tell of it, and how it ended. */
export type Tried = {
	readonly step: number;
	readonly name: string;
	readonly at: Instant;
	readonly told: readonly AuditEvent[];
	readonly subject: string | null;
	readonly saved: Saved | null;
	/** `failed`: nothing was committed. What was committed is done or refused, whether or not the answer was lost. */
	readonly outcome: 'done' | 'refused' | 'failed';
};

export type World = {
	readonly cast: Cast;
	readonly clock: Clock;
	readonly mailbox: Mailbox;
	readonly tried: Tried[];
	/** The jobs ran at these instants. */
	readonly turns: Instant[];
	database: AppDatabase;
	/** The number of the present step: marks what is saved in it. */
	step: number;
};

/** An act that somebody can do now. The world answers none where there is nothing to act on. */
export type Act = (world: World, who: number) => Promise<Attempt | null>;

export type Attempt = {
	run(database: AppDatabase, at: Instant): Promise<Answer>;
	/** The entries that the log has of it afterwards. */
	tells(answer: Answer): readonly AuditEvent[];
	/** On what it acts, where that is known: whoever repeats it finds the entry of the first time. */
	readonly subject?: string;
	readonly saved?: Saved;
};

/** The account of a person; null while they have none. */
export async function accountOf({ cast, database }: World, who: number): Promise<Actor | null> {
	const found = await findByEmail(database.db, cast.people[who % cast.people.length]!);
	if (!found) return null;
	const { id, role, name, organisationId } = found;
	return { id, role, name, organisationId, demo: false };
}
