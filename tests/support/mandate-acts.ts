import { stateOf } from '$lib/domain/mandates/mandate';
import { newId } from '$lib/server/ids';
import { proposeMandate, type Proposal } from '$lib/server/people/mandates/propose';
import { findMandate } from '$lib/server/people/mandates/repository';
import { beginByCode } from '$lib/server/people/mandates/say-yes';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { TestDatabase } from './database';

/** The morning of every act. */
export const NOW = '2026-11-30T10:00:00.000Z';
export const minutesLater = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** A proposal to an address; null for a person who has none. */
export const aProposal = (email: string | null): Proposal => ({
	...{ id: newId(), name: 'Nadia Haddad', email, days: 31, procedures: ['request', 'offer'] as const }
});

/** What tests do with mandates, and what they look up. */
export const mandateActs = (database: () => TestDatabase) => {
	const mailsTo = (address: string) =>
		database()
			.db.selectFrom('outbox')
			.select(['body', 'subject', 'reader_id'])
			.where('recipient', '=', address)
			.orderBy('id')
			.execute();
	return {
		mailsTo,
		propose: (one: Proposal, by: Actor, at = NOW) => database().transact((trx) => proposeMandate(trx, one, by, at)),
		type: (mandateId: string, code: string, by: Actor, at = NOW) =>
			database().transact((trx) => beginByCode(trx, { mandateId, code }, by, at)),
		stateNow: async (id: string, at = NOW) => stateOf((await findMandate(database().db, id))!, at),
		/** The code of the newest mail to an address that has one. */
		lastCode: async (address: string) => {
			const codes = (await mailsTo(address)).map(({ body }) => /^\d{6}$/m.exec(body ?? '')?.[0]);
			return codes.findLast((code) => code !== undefined)!;
		},
		eventsOf: async (id: string) => {
			const rows = await database()
				.db.selectFrom('audit_entries')
				.select('event')
				.where('subject_type', '=', 'mandate')
				.where('subject_id', '=', id)
				.orderBy('seq')
				.execute();
			return rows.map(({ event }) => event);
		}
	};
};
