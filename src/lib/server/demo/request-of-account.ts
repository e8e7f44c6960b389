import type { ApplicationsTable } from '$lib/server/requests/applications/table';
import { needsPlace } from '$lib/server/requests/applications/stored-health';
import { storedHousehold } from '$lib/server/requests/applications/stored-household';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { seal, unseal } from '$lib/server/platform/secrets/seal';
import type { NoticeWorld } from './notice-rows';

type Sender = { readonly accountId: string; readonly key: DataKey };

/** A notice whose first request of several people was sent by an account, and is sealed with the key of that account. */
export function withRequestOf(notice: NoticeWorld, invented: DataKey, { accountId, key }: Sender): NoticeWorld {
	const sent = notice.applications.find(({ facts }) => storedHousehold(facts).members.length > 1)!;
	const place = needsPlace(sent.id);
	const needs_sealed = seal(key.key, place, unseal(invented.key, place, sent.needs_sealed!));
	const own: ApplicationsTable = { ...sent, account_id: accountId, data_key_id: key.id, needs_sealed };
	return {
		...notice,
		applications: notice.applications.map((row) => (row === sent ? own : row)),
		applicationEvents: notice.applicationEvents.map((row) =>
			row.application_id === sent.id ? { ...row, account_id: accountId } : row
		)
	};
}
