import SQLite from 'better-sqlite3';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/lib/server/platform/auth/actor';
import type { OthersRecord, RouteRow } from '../../support/authorisation/row';
import type { Portal } from '../../support/server';

export type Act = { readonly kind: 'page' | 'data' | 'action' | 'method'; readonly name: string };
export type Answer = 'allowed' | 'sign-in' | 'refused' | 'not-found' | `broken: ${string}`;

const nowhere = '019aa000-0000-7000-8000-000000000000';

/** Asks the portal as somebody: each request with a session of its own, because some acts end it. */
export function visitorOf(portal: Portal, role: Role | null) {
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { timeout: 5_000 });
	// A session of a test need not outlive a power cut; the portal's own writes still do.
	file.pragma('synchronous = off');
	const account =
		role && (file.prepare(`select id from accounts where demo = 1 and role = ?`).get(role) as { id: string });

	async function ask(row: RouteRow, act: Act, params: Record<string, string> = {}, asWhom?: string): Promise<Answer> {
		const path = pathOf(row.route, params);
		const posts = act.kind === 'action' || (act.kind === 'method' && act.name !== 'GET');
		const search = act.kind === 'action' && act.name !== 'default' ? `?/${act.name}` : '';
		const data = act.kind === 'data' ? `${path === '/' ? '' : path}/__data.json` : path;
		const response = await fetch(portal.origin + data + search, {
			method: act.kind === 'method' ? act.name : posts ? 'POST' : 'GET',
			redirect: 'manual',
			headers: {
				cookie: newSession(file, role, asWhom ?? account?.id),
				accept: 'text/html',
				...(posts && { origin: portal.origin })
			},
			body: posts ? new URLSearchParams(fieldsOf(row.others, act, params)) : null
		});
		return judge(response, act, row.always);
	}

	return { ask, othersRecord: (others: OthersRecord) => newRecord(file, role, others), close: () => file.close() };
}

/** The cookie of a session that began now; none for a visitor who is nobody. */
function newSession(file: SQLite.Database, role: Role | null, accountId: string | undefined): string {
	if (!accountId) return '';
	const where = role === 'applicant' || role === 'landlord' ? 'home' : 'desk';
	const secret = `${where}.${randomBytes(32).toString('base64url')}`;
	const created = new Date();
	const expires = new Date(created.getTime() + 3_600_000);
	file
		.prepare('insert into sessions (id, account_id, created_at, expires_at, second_factor) values (?, ?, ?, ?, 0)')
		.run(createHash('sha256').update(secret).digest('hex'), accountId, created.toISOString(), expires.toISOString());
	return `chiavi_session=${secret}`;
}

/** Makes a record of somebody else (`stranger`), and answers the parameters of its route. */
function newRecord(file: SQLite.Database, role: Role | null, { insert }: OthersRecord): Record<string, string> {
	const stranger = randomUUID();
	file
		.prepare(`insert into accounts (id, email, name, role, password_hash, created_at) values (?, ?, 'Altra', ?, '', ?)`)
		.run(stranger, `${stranger}@example.org`, role, new Date().toISOString());
	const params = file.prepare(insert).get({ stranger }) as Record<string, string> | undefined;
	if (!params || Object.values(params).includes(null as never))
		throw new Error(`no record of somebody else: ${insert}`);
	return { ...params, stranger };
}

/** A right form for the record at hand; nothing where there is none. */
function fieldsOf(others: RouteRow['others'], act: Act, params: Record<string, string>): [string, string][] {
	if (Object.keys(params).length === 0) return [];
	return Object.entries(others?.forms?.[act.name] ?? {}).map(([name, value]) => [
		name,
		value.startsWith(':') ? params[value.slice(1)]! : value
	]);
}

export function pathOf(route: string, params: Record<string, string>): string {
	const parts = route
		.split('/')
		.filter((part) => part && !part.startsWith('('))
		.map((part) => part.replace(/\[+(?:\.\.\.)?([^\]=]+)(?:=\w+)?\]+/g, (_, name: string) => params[name] ?? nowhere));
	return `/${parts.join('/')}`;
}

/** The data of a page that failed comes with status 200 and the real one inside. */
const innerStatus = (body: string) => Number(/"type":"error".*"status":(\d+)/.exec(body)?.[1] ?? 0);

async function judge(response: Response, act: Act, always: number | undefined): Promise<Answer> {
	const body = await response.text();
	const status = (act.kind === 'data' && innerStatus(body)) || response.status;
	if (always === status) return 'allowed';
	const target = body.startsWith('{"type":"redirect"') ? body : (response.headers.get('location') ?? '');
	if (status === 401 || /\/login(\/second-factor)?\?next=/.test(target)) return 'sign-in';
	if (status === 403) return 'refused';
	if (status === 404) return 'not-found';
	return status >= 500 || status === 405 ? `broken: ${status} ${body.slice(0, 200)}` : 'allowed';
}
