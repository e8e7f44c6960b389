import { AREAS, placeOf } from './place.js';

// Which folder may import which. docs/architecture.md says why; every sentence below says where the code belongs.

/** @typedef {import('./place.js').Place} Place */
/** @typedef {(from: Place, to: Place) => string | null} Rule judges an import of a file of the project */
/** @typedef {(from: Place, name: string) => string | null} PackageRule judges an import of a package */

/** @param {string} name @param {string[]} names a name that ends with `/` stands for all that begins with it */
const isOneOf = (name, names) => names.some((one) => name === one || (one.endsWith('/') && name.startsWith(one)));

const SQL = ['kysely', 'kysely/', 'pg', 'better-sqlite3'];
const HTTP = ['@sveltejs/kit', '@sveltejs/', '$app/', '$env/'];

const PURE = 'The domain is pure: take what you need (now, beacon, rule set) as an argument.';
const WORDS = 'Words are plain functions: they import the domain, other words and messages.';
const SHOWN = 'Components are shown in the browser: get the data from a load function.';
const NO_SQL = 'Only repository.ts speaks SQL: put the query in the feature’s repository.ts.';
const NO_HTTP =
	'Only routes, hooks and platform/http and platform/auth speak HTTP: answer a value such as { ok: false, problem }.';
const FROZEN = 'A migration is frozen once landed: it imports kysely and nothing that may change.';

/** @type {Record<string, Rule>} by the room of the file that imports */
const rooms = {
	domain: (_, to) => (to.room === 'domain' ? null : PURE),
	words: (_, to) => (['domain', 'words', 'i18n', 'paraglide'].includes(to.room) ? null : WORDS),
	i18n: (_, to) => (['domain', 'i18n', 'paraglide'].includes(to.room) ? null : WORDS),
	ui: (_, to) => (['ui', 'domain', 'words', 'i18n', 'paraglide'].includes(to.room) ? null : SHOWN),
	routes: fromRoute,
	server: fromServer,
	migrations: () => FROZEN
};

/** @type {Record<string, PackageRule>} */
const packages = {
	domain: (_, name) => (isOneOf(name, ['@noble/hashes', '@noble/hashes/']) ? null : PURE),
	words: () => WORDS,
	i18n: (_, name) => (isOneOf(name, ['$app/paths']) ? null : WORDS),
	ui: (_, name) => (isOneOf(name, [...SQL, 'node:']) ? SHOWN : null),
	routes: (_, name) => (isOneOf(name, SQL) ? NO_SQL : null),
	server: serverPackage,
	migrations: (_, name) => (name === 'kysely' ? null : FROZEN)
};

/** A `+page.ts` runs on the server and in the browser. */
const UNIVERSAL = /^\+(page|layout)$/;

/** @param {Place} place */
const isRepository = ({ file }) => file === 'repository' || file.endsWith('-repository');

/** @type {Rule} */
function fromRoute(from, to) {
	if (to.room !== 'server') return null;
	if (from.shown || UNIVERSAL.test(from.file)) return SHOWN;
	if (isRepository(to)) return 'Routes call one service: put the use case in the feature’s service.ts.';
	if (to.area === 'root' && ['schema', 'jobs', 'lifecycle'].includes(to.file)) return NO_SQL;
	return null;
}

/** @type {Rule} */
function fromServer(from, to) {
	if (to.room === 'routes') return 'Nothing imports a route: put what both need in a service or in the domain.';
	if (to.room === 'ui')
		return 'The server shows no components: names and formats that pages share lie in src/lib/words.';
	if (to.room !== 'server') return null;
	if (from.file.endsWith('.worker')) return fromWorker(from, to);
	if (from.area === 'root') return fromRoot(from, to);
	if (to.area === 'root') {
		return ['jobs', 'lifecycle'].includes(to.file) ? 'Only the hooks start the portal and its jobs.' : null;
	}
	return betweenAreas(from, to);
}

/** @type {Rule} */
function betweenAreas(from, to) {
	if (from.area === 'demo') return null;
	if (to.area === 'demo') return 'Nothing imports the demo world: the demo calls the services, never the other way.';
	const [own, other] = [AREAS.indexOf(from.area), AREAS.indexOf(to.area)];
	if (own < 0) return `A folder of the server belongs to an area: ${AREAS.join(', ')} or demo.`;
	if (other <= own) return null;
	return `${from.area} lies below ${to.area}: let the route or the job call both, or record an event that ${to.area} reads.`;
}

/** The files beside the areas: lists (schema, jobs, lifecycle) see every area, settings and clock see none. @type {Rule} */
function fromRoot(from, to) {
	if (to.area === 'root' || ['jobs', 'lifecycle'].includes(from.file)) return null;
	if (from.file === 'schema') return to.file === 'table' ? null : 'The list of tables imports table.ts files only.';
	return 'Settings, clock, log and identifiers know no area: every area imports them.';
}

/** @type {Rule} */
function fromWorker(from, to) {
	if (to.area === from.area || (to.area === 'platform' && to.feature === 'workers')) return null;
	return 'A job in a thread imports the domain and its own area only: give it what it needs as its input.';
}

/** @type {PackageRule} */
function serverPackage({ area, feature }, name) {
	if (area === 'platform' && ['http', 'auth', 'db'].includes(feature)) return null;
	if (isOneOf(name, HTTP)) return NO_HTTP;
	return isOneOf(name, ['pg', 'better-sqlite3']) ? 'Only platform/db opens a database.' : null;
}

/**
 * Why `importer` may not import `target`, or null.
 * @param {string} importer @param {string} target paths from the top of the repository, or a package's name
 * @param {boolean} isPackage @returns {string | null}
 */
export function allows(importer, target, isPackage) {
	const from = placeOf(importer);
	const rule = isPackage ? packages[from.room]?.(from, target) : rooms[from.room]?.(from, placeOf(target));
	return rule ?? null;
}
