import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { feature } from './new/feature.js';
import { page } from './new/page.js';
import { table } from './new/table.js';
import { createWriter } from './new/write.js';

// `npm run new -- table letting/payments` writes the files that docs/how-to-add-*.md describe, to be filled in.

const USAGE = `Usage: npm run new -- table AREA/FEATURE [TABLE]   a migration, its row type, a repository, a test on both databases
       npm run new -- feature AREA/FEATURE         the same, with a service that reads and writes it
       npm run new -- page ADDRESS                 a page such as staff/keys, who may read it, its texts, a journey
`;

const kinds = { table, feature, page };
const root = process.cwd();
const [kind = '', ...words] = process.argv.slice(2);
const make = Object.hasOwn(kinds, kind) ? kinds[/** @type {keyof typeof kinds} */ (kind)] : undefined;
if (!make || words.length === 0) {
	process.stderr.write(USAGE);
	process.exit(2);
}

const writer = createWriter(root);
try {
	const next = make(writer, words);
	writer.save();
	spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), ...writer.written()], { cwd: root });
	process.stdout.write(`${writer.written().join('\n')}\n\n${next}\n`);
} catch (error) {
	process.stderr.write(`Nothing was written: ${error instanceof Error ? error.message : error}\n`);
	process.exit(1);
}
