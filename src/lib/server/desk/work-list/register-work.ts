import type { Kysely } from 'kysely';
import { waitingAct } from '$lib/domain/programme/certificate';
import { listWaiting } from '$lib/server/homes/works/repository';
import { listVersions } from '$lib/server/notices/rules/repository';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import * as repository from './register-repository';
import { placeName, type Waiting } from './waiting';

/** Homes that cannot be given: a removal to confirm, a damage or works that go on. */
export async function removalWork(db: Kysely<Database>): Promise<Waiting[]> {
	return (await repository.listStandingRemovals(db)).map(
		({ dwellingId, proposedBy, proposedAt, closedAt, ...place }) => {
			const about = { about: placeName(place), params: { id: dwellingId } };
			return closedAt === null
				? {
						kind: 'confirm-removal',
						due: officeTerm('confirm-removal', proposedAt),
						begunBy: [proposedBy],
						...about
					}
				: { kind: 'give-home-again', due: officeTerm('give-home-again', closedAt), ...about };
		}
	);
}

/** Works that ended and that nobody certified. */
async function toCertify(db: Kysely<Database>): Promise<Waiting[]> {
	return (await repository.listWorksToCertify(db)).map(({ dwellingId, doneAt, ...place }) => ({
		kind: 'certify-works',
		due: officeTerm('certify-works', doneAt),
		about: placeName(place),
		params: { id: dwellingId }
	}));
}

/** Works to certify; certificates, and their ends, that wait for a second person. */
export async function worksWork(db: Kysely<Database>): Promise<Waiting[]> {
	const confirmations = (await listWaiting(db)).map(({ certificate, dwelling }): Waiting => {
		const { at, accountId } = waitingAct(certificate)!;
		return {
			kind: 'confirm-certificate',
			due: officeTerm('confirm-certificate', at),
			begunBy: accountId === null ? [] : [accountId],
			about: placeName({ ...dwelling.building, code: dwelling.code }),
			params: { id: certificate.dwellingId }
		};
	});
	return [...(await toCertify(db)), ...confirmations];
}

/** Rule sets that an officer handed to a manager, and those that a manager sent back. */
export async function ruleSetWork(db: Kysely<Database>): Promise<Waiting[]> {
	return (await listVersions(db)).flatMap(({ id, rules, state, createdBy, events }): Waiting[] => {
		const about = { about: rules.name, params: { id } };
		const last = events.at(-1);
		if (!last) return [];
		const authors = events.filter(({ event }) => event !== 'returned').map(({ by }) => by);
		const begunBy = [...new Set([createdBy, ...authors])];
		if (state === 'proposed')
			return [{ kind: 'approve-rule-set', due: officeTerm('approve-rule-set', last.at), begunBy, ...about }];
		return last.event === 'returned'
			? [{ kind: 'amend-rule-set', due: officeTerm('amend-rule-set', last.at), ...about }]
			: [];
	});
}
