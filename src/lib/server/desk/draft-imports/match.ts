import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { mayAct } from '$lib/domain/mandates/may-act';
import { m } from '$lib/paraglide/messages';
import { compactText } from '$lib/server/homes/dwellings/search-text';
import type { Notice } from '$lib/server/notices/notices/notice';
import { openNotices } from '$lib/server/notices/notices/open-notices-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { listOfOrganisation, type StoredMandate } from '$lib/server/people/mandates/repository';
import { taxCodesOfAccounts } from '$lib/server/people/persons/repository';
import { plainTaxCode, taxCodeHash } from '$lib/server/people/persons/tax-code';
import type { Database } from '$lib/server/schema';
import { noticeColumn, mandateColumn, taxCodeColumn } from './columns';
import { cellOf, errorIn, type CellError, type Cells } from './read-cells';

/** A household for which the organisation may write. `taxCode`: its keyed hash; undefined where the person told none. */
export type Household = {
	readonly mandate: StoredMandate;
	readonly accountId: string;
	readonly taxCode: string | undefined;
};

/** The households and the notices for which a file can start drafts now. */
export type Choices = { readonly households: readonly Household[]; readonly notices: readonly Notice[] };

export async function choicesOf(trx: Transaction<Database>, organisationId: string, now: Instant): Promise<Choices> {
	const mandates = await listOfOrganisation(trx, organisationId);
	const live = mandates.flatMap((mandate) => {
		const { accountId } = mandate;
		return accountId && mayAct(mandate, 'request', 'write', now).may === 'alone' ? [{ mandate, accountId }] : [];
	});
	const codes = await taxCodesOfAccounts(
		trx,
		live.map(({ accountId }) => accountId)
	);
	const households = live.map((one) => ({ ...one, taxCode: codes.get(one.accountId) }));
	return { households, notices: await ownOpenNotices(trx, now) };
}

/** The agency's own notices that take requests now. */
export async function ownOpenNotices(trx: Transaction<Database>, now: Instant): Promise<Notice[]> {
	const notices = [];
	for (const { id } of await openNotices(trx, now)) notices.push((await findNotice(trx, id))!);
	return notices.filter(({ source }) => source === 'own');
}

export type Found<One> = { readonly ok: true; readonly one: One } | { readonly ok: false; readonly error: CellError };

/**
 * The household of a row, by the number of the mandate, the tax code, or both. A person without a live mandate of this organisation
 * is not told from one that the portal does not know.
 */
export function householdOf(cells: Cells, { households }: Choices): Found<Household> {
	const [number, code] = [cellOf(cells, mandateColumn), cellOf(cells, taxCodeColumn)];
	const fail = (column: typeof mandateColumn, sentence: string) => ({
		...{ ok: false as const, error: errorIn(cells, column, sentence) }
	});
	if (number === '' && code === '') return fail(taxCodeColumn, m.drafts_who_missing());
	const hash = taxCodeHash(plainTaxCode(code));
	const byNumber = households.filter(({ mandate }) => compactText(mandate.id) === compactText(number));
	if (number !== '' && byNumber.length === 0) return fail(mandateColumn, m.drafts_no_mandate());
	const those = (number === '' ? households : byNumber).filter(({ taxCode }) => code === '' || taxCode === hash);
	if (those.length > 1) return fail(taxCodeColumn, m.drafts_two_mandates());
	if (those[0]) return { ok: true, one: those[0] };
	return fail(taxCodeColumn, number === '' ? m.drafts_no_mandate_for_code() : m.drafts_code_of_another());
}

/** The open notice of a row, by its code. */
export function noticeOf(cells: Cells, { notices }: Choices): Found<Notice> {
	const code = cellOf(cells, noticeColumn);
	const one = notices.find((notice) => compactText(notice.code) === compactText(code));
	if (code !== '' && one) return { ok: true, one };
	return { ok: false, error: errorIn(cells, noticeColumn, m.drafts_no_notice()) };
}
