import type { Instant } from '$lib/domain/calendar/instant';
import type { AuditActor } from '$lib/server/platform/auth/actor';

/** One act, as it is told to the log. Never holds a person's name or address, or anything about health. */
export type AuditEntry = {
	/** Past tense, snake case: `offer_made`. */
	readonly event: string;
	readonly by: AuditActor;
	readonly subject: { readonly type: string; readonly id: string };
	readonly at: Instant;
	readonly reason?: string;
	readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};
