import { storeHealth, type HealthFacts } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Household } from '$lib/domain/household/household';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { declaredRow } from '$lib/server/requests/applications/declared-row';
import { needsPlace } from '$lib/server/platform/secrets/places';
import type { Insertable } from 'kysely';
import type { ApplicationEventsTable, ApplicationsTable } from '$lib/server/requests/applications/table';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Random } from './random';

export type NewApplication = {
	readonly noticeId: string;
	/** Null where a request is invented or imported: it has no account. */
	readonly accountId: string | null;
	readonly protocol: string;
	readonly household: Household;
	readonly health: HealthFacts;
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
};

/** A request as the portal would have stored it. */
export function applicationRow(random: Random, key: DataKey, application: NewApplication): ApplicationsTable {
	const { household, choices, submittedAt } = application;
	const id = random.id(submittedAt);
	const salt = random.bytes(16).toString('hex');
	const name = pseudonym(random);
	const health = storeHealth(application.health);
	const declared = { notice: application.noticeId, pseudonym: name, household, health, choices };
	return {
		id,
		notice_id: application.noticeId,
		account_id: application.accountId,
		pseudonym: name,
		protocol: application.protocol,
		facts: JSON.stringify(household),
		needs_sealed: seal(key.key, needsPlace(id), health),
		data_key_id: key.id,
		choices: JSON.stringify(choices),
		receipt_leaf: receiptLeaf(salt, declaredRow(declared)),
		receipt_salt: salt,
		submitted_at: submittedAt,
		ended_at: null,
		replaces: null,
		synthetic: 1
	};
}

export function submittedEvent(random: Random, row: ApplicationsTable): Insertable<ApplicationEventsTable> {
	return {
		id: random.id(row.submitted_at),
		application_id: row.id,
		event: 'submitted',
		at: row.submitted_at,
		account_id: row.account_id,
		reason: null
	};
}

/** Letters and digits that are not mistaken for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function pseudonym(random: Random): string {
	const sign = () => SIGNS[random.integer(0, SIGNS.length - 1)]!;
	return `${Array.from({ length: 4 }, sign).join('')}-${Array.from({ length: 4 }, sign).join('')}`;
}
