import type { Kysely } from 'kysely';
import type { Through } from '$lib/domain/allocation/round-result';
import type { Instant } from '$lib/domain/calendar/instant';
import { countObstacles } from '$lib/domain/offers/gate';
import { labelLedger } from '$lib/domain/rounds/label-ledger';
import { roundPreconditions } from '$lib/domain/rounds/preconditions';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { nextKind, publishedOnly, roundDates } from '$lib/domain/rounds/round-kind';
import { differences } from '$lib/domain/rounds/round-summary';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling, listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { listOrganisations } from '$lib/server/platform/organisations/repository';
import { countLiveApplications } from '$lib/server/requests/applications/repository';
import { heldBackIn } from './held-back';
import { openedRound } from './opened-round';
import { listClosedNotices, listRounds } from './repository';
import { storedSummary } from './stored-summary';

/** Rows of a preview a page. */
const PAGE = 100;
/** Differences shown one by one; the rest is in the files. */
const DIFFERENCES = 200;

/** Closed notices and how far their round is. */
export function listRoundNotices(db: Kysely<Database>, now: Instant) {
	return listClosedNotices(db, now);
}

type Row = Awaited<ReturnType<typeof listRounds>>[number];

const versionOf = (row: Row) => ({ ...row, summary: storedSummary(row.summary) });

/**
 * The page of a notice's round: the conditions, every version, which household gets which dwelling in the newest, and which of
 * them may not have it now.
 */
export async function readRoundPage(db: Kysely<Database>, noticeId: string, page: number, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const dwellings = await listNoticeDwellings(db, noticeId);
	const applications = await countLiveApplications(db, noticeId);
	const facts = { ...notice, rulesFrozen: notice.rulesHash !== null, dwellings: dwellings.length, applications };
	const versions = (await listRounds(db, noticeId)).map(versionOf);
	const preview = versions[0] ? await previewOf(db, versions[0].id, noticeId, page) : null;
	const changes = versions[1] ? await changesBetween(db, versions[1].id, versions[0]!.id) : null;
	const procedure = procedureOf(notice.rules);
	const published = publishedOnly(versions);
	return {
		notice: { id: notice.id, title: notice.title, synthetic: notice.synthetic },
		applications,
		preconditions: roundPreconditions(facts, now),
		versions,
		preview,
		changes,
		ledger: versions[0] ? await ledgerOf(db, versions[0].id) : [],
		next: nextKind(published, procedure.value, now),
		dates: { ...roundDates(notice.closesAt, published, procedure.value), certainty: procedure.certainty }
	};
}

/** Labels used, fallen back and vacant, by list with its owner's name. */
async function ledgerOf(db: Kysely<Database>, roundId: string) {
	const opened = await openedRound(db, roundId);
	if (!opened) return [];
	const names = new Map((await listOrganisations(db)).map(({ id, name }) => [id, name]));
	return labelLedger(opened.round, opened.result).map((line) => ({ ...line, list: names.get(line.list) ?? line.list }));
}

/** Each dwelling with the pseudonym of the household that gets it, and the road by which it does. */
async function previewOf(db: Kysely<Database>, roundId: string, noticeId: string, page: number) {
	const opened = await openedRound(db, roundId);
	if (!opened) return null;
	const known = await listEveryDwelling(db, noticeId);
	const dwellings = known.filter(({ id }) => opened.dwellingNumber.has(id));
	const holders = new Map(opened.result.assignments.map((one) => [one.dwelling, one]));
	const pages = Math.max(1, Math.ceil(dwellings.length / PAGE));
	const at = Math.min(Math.max(1, page), pages);
	const held = await heldBackIn(db, noticeId, opened.result);
	const rows = dwellings.slice((at - 1) * PAGE, at * PAGE).map((dwelling) => {
		const holder = holders.get(dwelling.id);
		return {
			id: dwelling.id,
			dwellingCode: dwelling.code,
			street: dwelling.street,
			streetNumber: dwelling.streetNumber,
			floor: dwelling.measures.floor,
			netAreaDm2: dwelling.netAreaDm2,
			list: dwelling.list,
			setAside: dwelling.setAside,
			pseudonym: holder?.application ?? null,
			place: holder?.place ?? null,
			of: orderLength(opened, dwelling.id),
			through: (holder?.through ?? null) as Through | null,
			obstacles: (holder && held.get(holder.application)) ?? []
		};
	});
	const homes: Record<string, string> = Object.fromEntries(known.map(({ id, code }) => [id, code]));
	return { rows, page: at, pages, homes, held: held.size, heldReasons: countObstacles([...held.values()]) };
}

function orderLength({ computed, dwellingNumber }: NonNullable<Awaited<ReturnType<typeof openedRound>>>, id: string) {
	const number = dwellingNumber.get(id);
	return number === undefined ? 0 : computed.orders.start[number + 1]! - computed.orders.start[number]!;
}

/** The households that hold another dwelling than in the version before, with codes in place of ids. */
async function changesBetween(db: Kysely<Database>, before: string, after: string) {
	const [old, fresh] = [await openedRound(db, before), await openedRound(db, after)];
	if (!old || !fresh) return null;
	const all = differences(old.result, fresh.result);
	return { rows: all.slice(0, DIFFERENCES), count: all.length };
}
