import type { Transaction } from 'kysely';
import type { Procedure } from '$lib/domain/mandates/acts';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { isHelper } from './propose';
import { endEarly, lockMandate, revokeProcedureAt } from './repository';
import { tellEnded } from './tell-mandate';

export type EndProblem = 'not-allowed' | 'not-found';
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: EndProblem };

/** The person ends a mandate at once, or says no to a proposal. A second click finds it ended. */
export async function revokeMandate(trx: Transaction<Database>, id: string, by: Actor, now: Instant): Promise<Done> {
	if (!allows(by, 'applicant')) return { ok: false, problem: 'not-allowed' };
	const mandate = await lockMandate(trx, id);
	if (!mandate || mandate.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (await endEarly(trx, id, 'revoked', now))
		record(trx, { event: 'mandate_revoked', by, subject: { type: 'mandate', id }, at: now });
	return { ok: true };
}

/** The person ends one procedure of a mandate; the others go on. */
export async function revokeProcedure(
	trx: Transaction<Database>,
	{ id, procedure }: { readonly id: string; readonly procedure: Procedure },
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!allows(by, 'applicant')) return { ok: false, problem: 'not-allowed' };
	const mandate = await lockMandate(trx, id);
	if (!mandate || mandate.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (!mandate.authorisations.some((one) => one.procedure === procedure)) return { ok: false, problem: 'not-found' };
	if (await revokeProcedureAt(trx, { id, procedure }, now))
		record(trx, {
			...({ event: 'procedure_revoked', by, at: now } as const),
			...{ subject: { type: 'mandate', id } as const, detail: { procedure } }
		});
	return { ok: true };
}

/** The organisation ends a mandate, or takes a proposal back. */
export async function endMandate(trx: Transaction<Database>, id: string, by: Actor, now: Instant): Promise<Done> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const mandate = await lockMandate(trx, id);
	if (mandate?.organisationId !== by.organisationId) return { ok: false, problem: 'not-found' };
	if (!(await endEarly(trx, id, 'ended', now))) return { ok: true };
	record(trx, { event: 'mandate_ended', by, subject: { type: 'mandate', id }, at: now });
	const { accountId, organisation, consentedAt } = mandate;
	if (accountId !== null && consentedAt !== null) await tellEnded(trx, { accountId, organisation }, now);
	return { ok: true };
}
