import type { Transaction } from 'kysely';
import { setAsideFor } from '$lib/domain/accessibility/set-aside';
import type { Database } from '$lib/server/schema';
import { listDraftDwellings, replaceDwellings } from './dwelling-repository';
import { findNotice, updateDraft } from './repository';

/**
 * Reads the dwellings of these drafts again from the register. A draft promises nothing yet. A manager who read it
 * before learns that it changed, and cannot open a draft they did not read.
 */
export async function refreshDrafts(trx: Transaction<Database>, noticeIds: Iterable<string>): Promise<void> {
	for (const id of new Set(noticeIds)) {
		const notice = await findNotice(trx, id);
		if (!notice || notice.openedAt !== null) continue;
		const placed = (await listDraftDwellings(trx, id)).map(({ id: dwellingId, list, measures }) => {
			return { dwellingId, list, setAside: setAsideFor(measures) };
		});
		await replaceDwellings(trx, id, placed);
		await updateDraft(trx, id, notice.revision, {});
	}
}
