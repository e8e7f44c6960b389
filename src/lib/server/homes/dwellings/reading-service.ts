import type { Kysely } from 'kysely';
import type { Verdict } from '$lib/domain/accessibility/checks';
import { dwellingClass, verdictFor } from '$lib/domain/accessibility/fit-classes';
import { needMask, type Needs } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import { measuresOf } from '$lib/domain/dwelling/measures-of';
import { nextMilestones } from '$lib/domain/programme/next-milestones';
import { stateOf } from '$lib/domain/programme/state-of';
import type { Database } from '$lib/server/schema';
import type { Dwelling } from '$lib/domain/dwelling/dwelling';
import type { DwellingFilter, DwellingWithHistory } from './dwelling';
import { listPhotographs } from '$lib/server/homes/photographs/repository';
import { historiesOf } from './history-repository';
import { openNoticesOf } from './open-notice-repository';
import { provenanceOf } from './provenance';
import * as dwellings from './repository';

export type DwellingPage = {
	readonly rows: readonly DwellingWithHistory[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
};

/** One page of the dwellings that match, in order of code; a page beyond the last is the last. */
export async function listDwellings(
	db: Kysely<Database>,
	filter: DwellingFilter,
	wanted: { page: number; size: number },
	now: Instant
): Promise<DwellingPage> {
	const total = await dwellings.countMatching(db, filter, now);
	const pages = Math.max(1, Math.ceil(total / wanted.size));
	const page = Math.min(Math.max(1, wanted.page), pages);
	const range = { limit: wanted.size, offset: (page - 1) * wanted.size };
	const rows = await withHistory(db, await dwellings.search(db, filter, now, range), now);
	return { rows, total, page, pages };
}

/** Every dwelling that matches, for an export. */
export async function allDwellings(
	db: Kysely<Database>,
	filter: DwellingFilter,
	now: Instant
): Promise<readonly DwellingWithHistory[]> {
	return withHistory(db, await dwellings.search(db, filter, now), now);
}

/** A dwelling for the staff, with its photographs and what may be recorded next; undefined when there is none. */
export async function dwellingFile(db: Kysely<Database>, id: string, now: Instant) {
	const found = await dwellings.findBy(db, { id });
	if (!found) return undefined;
	const [dwelling] = await withHistory(db, [found], now);
	const provenance = await provenanceOf(db, found, true);
	const photographs = await listPhotographs(db, { dwellingId: id });
	return { dwelling: dwelling!, next: nextMilestones(dwelling!.history), provenance, photographs };
}

/** A dwelling as anybody may see it: without the flat's number, because a family may live there. */
export async function publishedDwelling(db: Kysely<Database>, code: string, now: Instant) {
	const found = await dwellings.findBy(db, { code });
	if (!found || !(await dwellings.isPublished(db, found.id, now))) return undefined;
	const [dwelling] = await withHistory(db, [{ ...found, unit: null }], now);
	const notice = (await openNoticesOf(db, [found.id], now)).get(found.id) ?? null;
	return { dwelling: dwelling!, provenance: await provenanceOf(db, found, false), notice };
}

async function withHistory(db: Kysely<Database>, found: readonly Dwelling[], now: Instant) {
	const ids = found.map(({ id }) => id);
	const histories = await historiesOf(db, ids, now);
	return found.map((dwelling): DwellingWithHistory => {
		const history = histories.get(dwelling.id)!;
		return { ...dwelling, history, state: stateOf(history) };
	});
}

/** One page of what anybody may see, those to be asked for now first and with their notice, and the rent zones. */
export async function listPublished(
	db: Kysely<Database>,
	filter: DwellingFilter,
	wanted: { page: number; size: number },
	now: Instant
) {
	const { zones } = await dwellings.choices(db);
	const found = await listDwellings(db, { ...filter, published: true }, wanted, now);
	const notices = await openNoticesOf(
		db,
		found.rows.map(({ id }) => id),
		now
	);
	return { ...found, zones, rows: found.rows.map((row) => ({ ...row, notice: notices.get(row.id) ?? null })) };
}

/**
 * Public homes without a tenant, by how they answer these needs: the homes that suit and those that would with works,
 * in order of code, and how many are unknown and how many do not suit.
 */
export async function publishedByFit(db: Kysely<Database>, filter: DwellingFilter, needs: Needs, now: Instant) {
	const all = await allDwellings(db, { ...filter, published: true }, now);
	const free = all.filter(({ history }) => !history.keysDelivered);
	const mask = needMask(needs);
	const verdicts = free.map((dwelling) => verdictFor(mask, dwellingClass(measuresOf(dwelling))));
	const of = (wanted: Verdict) => free.filter((_, index) => verdicts[index] === wanted);
	return {
		suits: of('suits'),
		works: of('suits-with-works'),
		unknown: of('unknown').length,
		not: of('does-not-suit').length
	};
}

/** One page of the programme's dwellings, with the operations there are to choose from. */
export async function listProgramme(
	db: Kysely<Database>,
	filter: DwellingFilter,
	wanted: { page: number; size: number },
	now: Instant
): Promise<DwellingPage & { readonly operations: readonly { id: string; name: string }[] }> {
	const { operations } = await dwellings.choices(db);
	return { ...(await listDwellings(db, { ...filter, programme: true }, wanted, now)), operations };
}

/** One page of the whole register, with what its filters choose from. */
export async function listRegister(
	db: Kysely<Database>,
	filter: DwellingFilter,
	wanted: { page: number; size: number },
	now: Instant
) {
	const { zones, operations } = await dwellings.choices(db);
	return { ...(await listDwellings(db, filter, wanted, now)), zones, operations };
}
