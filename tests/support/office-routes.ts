import type { Role } from '../../src/lib/server/platform/auth/actor';
import { veil } from '../../src/lib/server/platform/secrets/veil';
import type { TestDatabase } from './database';
import { readRows } from './authorisation-rows';

type Params = Readonly<Record<string, string>>;
export type OfficeRoute = { readonly route: string; readonly roles: readonly Role[] };

/** Everybody but residents, who read their own records alone. */
const office: readonly Role[] = ['caseworker', 'officer', 'manager', 'programme', 'auditor', 'administrator'];
/** Every role reads its own account there. */
const OWN = /^\/\(account\)/;

/** The routes that some role of the office may read and not everybody, by the authorisation matrix. */
export async function officeRoutes(): Promise<OfficeRoute[]> {
	const rows = (await readRows()).filter(({ route, always }) => !always && !OWN.test(route));
	return rows.flatMap(({ route, read }) => {
		const roles = read === undefined || read === 'everyone' ? [] : office.filter((role) => read.includes(role));
		return roles.length > 0 ? [{ route, roles }] : [];
	});
}

/** The records that a route's address may name in `database`; one without parameters has one. */
export async function paramsOf({ db }: TestDatabase, route: string): Promise<Params[]> {
	if (!route.includes('[')) return [{}];
	const place = Object.keys(places).find((part) => route.includes(part));
	if (!place) throw new Error(`Say in places which records ${route} names.`);
	return places[place as keyof typeof places](db);
}

type Db = TestDatabase['db'];
const ids = async (db: Db, table: 'notices' | 'dwellings' | 'buildings' | 'rule_sets' | 'photographs' | 'imports') =>
	db.selectFrom(table).select('id').orderBy('id').limit(2).execute();

/** By a part of the route, the more special first. */
const places = {
	'/desk/mandates/[id]': (db: Db) => db.selectFrom('mandates').select('id').execute(),
	'/staff/desk/[id]/signature/[notice]': (db: Db) =>
		db
			.selectFrom('desk_records')
			.innerJoin('application_drafts', 'application_drafts.account_id', 'desk_records.account_id')
			.select(['desk_records.id', 'application_drafts.notice_id as notice'])
			.execute(),
	'/staff/desk/[id]': (db: Db) => db.selectFrom('desk_records').select('id').execute(),
	'/offers/[id]/documents/[document]': (db: Db) =>
		db
			.selectFrom('documents')
			.innerJoin('applications', 'applications.account_id', 'documents.account_id')
			.innerJoin('offers', 'offers.application_id', 'applications.id')
			.select(['offers.id', 'documents.id as document'])
			.execute(),
	'/offers/[id]': (db: Db) =>
		db
			.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'offers.application_id')
			.select('offers.id')
			.where('account_id', 'is not', null)
			.execute(),
	'/duplicates/[id]': (db: Db) => db.selectFrom('duplicate_clusters').select('id').orderBy('id').limit(3).execute(),
	'/requests/[id]/check/[fact]': async (db: Db) =>
		(await requests(db)).map(({ id }) => ({ id, fact: veil(id, 'iseeCents') })),
	'/requests/[id]': (db: Db) => requests(db),
	'/tenancies/[id]': (db: Db) => db.selectFrom('tenancies').select('id').execute(),
	'/listings/[id]': (db: Db) => db.selectFrom('listings').select('id').execute(),
	'/accounts/[id]': (db: Db) =>
		db.selectFrom('accounts').select('id').where('role', 'in', ['applicant', 'landlord']).execute(),
	'/messages/[template]/[language]': async () => [{ template: 'offer_made', language: 'it' }],
	'/print/[run]/[part]': async (db: Db) => {
		const runs = await db.selectFrom('messages').select('run_id').distinct().where('run_id', 'is not', null).execute();
		return runs.map(({ run_id }) => ({ run: run_id!, part: '1' }));
	},
	'/what-if/[id]': (db: Db) => db.selectFrom('what_ifs').select(['id', 'notice_id as notice']).execute(),
	'/rounds/[notice]': (db: Db) => db.selectFrom('notices').select('id as notice').execute(),
	'/audit/rounds/[id]/[file]': async (db: Db) =>
		(await rounds(db)).flatMap(({ id }) => ['input.json', 'result.json'].map((file) => ({ id, file }))),
	'/audit/rounds/[id]': (db: Db) => rounds(db),
	'/notices/[id]': (db: Db) => ids(db, 'notices'),
	'/dwellings/[id]': (db: Db) => ids(db, 'dwellings'),
	'/buildings/[id]': (db: Db) => ids(db, 'buildings'),
	'/rules/[id]': (db: Db) => ids(db, 'rule_sets'),
	'/photographs/[id]': (db: Db) => ids(db, 'photographs'),
	'/import/[id]': (db: Db) => ids(db, 'imports')
} satisfies Record<string, (db: Db) => Promise<Params[]>>;

const requests = (db: Db) => db.selectFrom('applications').select('id').where('account_id', 'is not', null).execute();
const rounds = (db: Db) => db.selectFrom('rounds').select('id').limit(2).execute();
