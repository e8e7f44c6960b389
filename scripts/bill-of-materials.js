import { createHash } from 'node:crypto';

/**
 * Packages that only the build needs, and that put their own code or files into what it builds. They are part of what
 * runs, as the `dependencies` are.
 */
export const bundled = [
	'@fontsource/titillium-web',
	'@inlang/paraglide-js',
	'@sveltejs/adapter-node',
	'@sveltejs/kit',
	'bootstrap-italia',
	'qrcode-generator',
	'svelte'
];

/**
 * @typedef {{ name?: string, version: string, license?: string, integrity?: string, dev?: boolean,
 * dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/** @param {string} path `node_modules/a/node_modules/b` */
const nameAt = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * The package that `name` means where `path` asks for it: the nearest one upwards.
 * @param {Lock} lock @param {string} path @param {string} name @returns {string | undefined}
 */
function resolve(lock, path, name) {
	for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
		const at = `${from}${from && '/'}node_modules/${name}`;
		if (at in lock.packages) return at;
		if (!from) return undefined;
	}
}

/** @param {Lock} lock @param {string} path */
const neededBy = (lock, path) =>
	Object.keys({ ...lock.packages[path]?.dependencies, ...lock.packages[path]?.optionalDependencies })
		.map((name) => resolve(lock, path, name))
		.filter((at) => at !== undefined);

/**
 * The packages that run in production, by their path in the lock file: all that the `dependencies` need, with what
 * stands in for them on other systems, and what is bundled.
 * @param {Lock} lock @returns {string[]}
 */
export function productionPaths(lock) {
	const locked = Object.keys(lock.packages).filter((path) => path !== '' && !lock.packages[path]?.dev);
	return [...new Set([...locked, ...bundled.map((name) => `node_modules/${name}`)])].sort();
}

/** @param {Lock} lock @param {string} path */
const refOf = (lock, path) => `pkg:npm/${nameAt(path).replace('@', '%40')}@${lock.packages[path]?.version}`;

/** @param {Lock} lock @param {string} path */
function componentOf(lock, path) {
	const { version, license, integrity } = /** @type {Locked} */ (lock.packages[path]);
	const [algorithm, digest] = integrity?.split('-') ?? [];
	return {
		type: 'library',
		'bom-ref': refOf(lock, path),
		name: nameAt(path),
		version,
		purl: refOf(lock, path),
		...(license && { licenses: /[ (]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }] }),
		...(algorithm === 'sha512' &&
			digest && { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] })
	};
}

/** @param {Lock} lock @param {readonly string[]} paths */
function namedByRoot(lock, paths) {
	const names = [...Object.keys(lock.packages['']?.dependencies ?? {}), ...bundled];
	const named = new Set(names.map((name) => `node_modules/${name}`));
	return paths.filter((path) => named.has(path)).map((path) => refOf(lock, path));
}

/**
 * What each package needs. The same version may lie in several places: it is one package of the bill.
 * @param {Lock} lock @param {readonly string[]} paths
 */
function needs(lock, paths) {
	const known = new Set(paths);
	/** @type {Map<string, Set<string>>} */
	const byRef = new Map();
	for (const path of paths) {
		const ref = refOf(lock, path);
		const on = neededBy(lock, path).filter((at) => known.has(at));
		byRef.set(ref, new Set([...(byRef.get(ref) ?? []), ...on.map((at) => refOf(lock, at))]));
	}
	return [...byRef].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() }));
}

/**
 * The bill of materials of what runs in production, as CycloneDX 1.5. The same lock file gives the same bill.
 * `npm sbom --omit dev` leaves out a package that a development tool needs too, such as pg.
 * @param {Lock} lock
 */
export function billOfMaterials(lock) {
	const { name, version, license } = /** @type {Locked} */ (lock.packages['']);
	const root = `pkg:npm/${name}@${version}`;
	const paths = productionPaths(lock);
	const digest = createHash('sha256').update(JSON.stringify(lock)).digest('hex');
	const serial = [8, 12, 16, 20].reduceRight(
		(text, at) => `${text.slice(0, at)}-${text.slice(at)}`,
		digest.slice(0, 32)
	);
	const components = new Map(paths.map((path) => [refOf(lock, path), componentOf(lock, path)]));
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.5',
		serialNumber: `urn:uuid:${serial}`,
		version: 1,
		metadata: {
			component: { type: 'application', 'bom-ref': root, name, version, licenses: [{ license: { id: license } }] }
		},
		components: [...components.values()],
		dependencies: [{ ref: root, dependsOn: namedByRoot(lock, paths) }, ...needs(lock, paths)]
	};
}
