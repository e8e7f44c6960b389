import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { listOffersOf } from '$lib/server/desk/file/repository';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import type { Database } from '$lib/server/schema';
import { exportEverything, type Export } from './export-service';

export type Receipt = NonNullable<Awaited<ReturnType<typeof readReceipt>>>;
type Offered = Awaited<ReturnType<typeof listOffersOf>>[number];
/** The rules by which a draft was filled in, and the homes that it chose, most wanted first. */
type Asked = { readonly rules: RuleSet; readonly homes: readonly { readonly id: string; readonly address: string }[] };

/** The file of everything with what names and counts in it: rules, points, and homes by their address; each by its id. */
export type Readable = {
	readonly file: Export;
	readonly receipts: ReadonlyMap<string, Receipt>;
	readonly drafts: ReadonlyMap<string, Asked>;
	readonly offers: ReadonlyMap<string, Offered>;
};

/** Everything that the portal holds about the person who asks, to be read by people. Null where the account was erased. */
export async function readReadable(db: Kysely<Database>, by: Actor, now: Instant): Promise<Readable | null> {
	const file = await exportEverything(db, by, now);
	if (!file) return null;
	const receipts = new Map<string, Receipt>();
	const offers = new Map<string, Offered>();
	for (const { id } of file.requests) {
		receipts.set(id, (await readReceipt(db, id, by, now))!);
		for (const offer of await listOffersOf(db, id)) offers.set(offer.id, offer);
	}
	const drafts = new Map<string, Asked>();
	for (const draft of file.drafts) drafts.set(draft.id, await askedOf(db, draft));
	return { file, receipts, drafts, offers };
}

async function askedOf(db: Kysely<Database>, { noticeId, answers }: Export['drafts'][number]): Promise<Asked> {
	const { rules } = (await findNotice(db, noticeId))!;
	const homes = new Map((await listEveryDwelling(db, noticeId)).map((home) => [home.id, home]));
	const chosen = (answers?.choices ?? []).flatMap((id) => homes.get(id) ?? []);
	return { rules, homes: chosen.map(({ id, address, code }) => ({ id, address: `${address} (${code})` })) };
}
