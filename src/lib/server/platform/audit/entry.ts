import type { Instant } from '$lib/domain/calendar/instant';
import type { AuditActor } from '$lib/server/platform/auth/actor';
import type { SealedText } from '$lib/server/platform/secrets/sealed-text';
import type { AuditEvent, AuditSubject } from './events';

/**
 * One act, as it is told to the log. Never holds a person's name or address, or anything about health; the
 * professional who signed a certificate is named.
 */
export type AuditEntry = {
	readonly event: AuditEvent;
	readonly by: AuditActor;
	readonly subject: { readonly type: AuditSubject; readonly id: string };
	readonly at: Instant;
	/** Why. The log keeps it for ever and many read it, so only the person's key opens it: erased with the key. */
	readonly reason?: SealedText;
	readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** An entry as the log keeps it. `reason` and `detail` are the stored texts, because the hash covers them as they stand. */
export type ChainedEntry = {
	readonly seq: number;
	readonly at: Instant;
	readonly actorId: string | null;
	readonly actorRole: string;
	readonly event: string;
	readonly subjectType: string;
	readonly subjectId: string;
	readonly reason: string | null;
	readonly detail: string | null;
	readonly previousHash: string;
	readonly hash: string;
};
