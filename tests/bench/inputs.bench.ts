import sharp from 'sharp';
import { withLongestTurn } from './longest-turn';
import { checkFileJob } from '../../src/lib/server/homes/imports/job';
import { preparePhotograph } from '../../src/lib/server/homes/photographs/prepare';
import { surveyForm } from '../../src/lib/server/homes/surveys/form';
import { readFilter } from '../../src/lib/server/homes/dwellings/filter-form';
import { checkSignature } from '../../src/lib/server/notices/notices/drand';
import { readEdited } from '../../src/lib/server/notices/rules/read-edited';
import { readRules, readRulesFile } from '../../src/lib/server/notices/rules/read-rules';
import { formLimit } from '../../src/lib/server/platform/http/form-limits';
import { parseForm } from '../../src/lib/server/platform/forms/parse-form';
import { postedValues } from '../../src/lib/server/platform/forms/posted-values';
import { readForm } from '../../src/lib/server/platform/http/read-form';
import { runInWorker, stopWorkers } from '../../src/lib/server/platform/workers/run-in-worker';
import { quicknet } from '../../src/lib/domain/draw/drand';
import { draftForm } from '../../src/routes/(staff)/staff/notices/draft-form';
import { readAll } from '../../src/routes/(public)/check/read-step';
import { readTurn } from '../../src/routes/(public)/check/turn';
import { z } from 'zod';

/**
 * The worst input of each kind that is accepted, or refused as late as can be: how long it takes, and how long others wait
 * for the thread of requests meanwhile. Of five runs the one that held the thread least: the first compiles, and in others
 * the machine did something else. Printed, never asserted; the aim is 50 ms.
 */
const URL_ENCODED = 'application/x-www-form-urlencoded';

function post(body: BodyInit, type = URL_ENCODED): Request {
	return new Request('http://portal/', { method: 'POST', headers: { 'content-type': type }, body });
}

async function formOf(route: string, action: string, request: Request): Promise<FormData> {
	const read = await readForm(request, formLimit(route, action));
	if (!read.ok) throw new Error(`${route}: ${read.problem}`);
	return read.form;
}

const fields = (count: number, name: (n: number) => string, value: string) =>
	Array.from({ length: count }, (_, n) => `${name(n)}=${value}`).join('&');
const parts = (count: number) =>
	`${Array.from({ length: count }, (_, n) => `--b\r\ncontent-disposition: form-data; name="f${n}"\r\n\r\n${'x'.repeat(200)}\r\n`).join('')}--b--\r\n`;
const anything = z.record(z.string(), z.unknown());
const read = async (request: Request) => parseForm(anything, await formOf('/(public)/login', 'default', request));
const uuid = (n: number) => `019aa000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const csv = (text: string): (() => Promise<unknown>) => {
	const bytes = new TextEncoder().encode(text);
	return () =>
		runInWorker(checkFileJob, { bytes, language: 'it', known: { owners: [], operations: [], today: '2026-01-01' } });
};

const picture = new Uint8Array(
	await sharp({ create: { width: 7_680, height: 7_680, channels: 3, background: '#fff' } })
		.png()
		.toBuffer()
);

const worst: Record<string, () => Promise<unknown>> = {
	'form, 200 fields, 64 kB': () => read(post(fields(200, (n) => `f${n}`, 'x'.repeat(315)))),
	'form, one name 200 times': () => read(post(fields(200, () => 'f', '%20'))),
	'form, 64 kB of marks': () => read(post(`f=a${'\u0301\u0323'.repeat(16_300)}`)),
	'form, 200 parts, 64 kB': () => read(post(parts(200), 'multipart/form-data; boundary=b')),
	'form, 300 kB, refused': async () =>
		readForm(post(fields(40_000, (n) => `f${n}`, '')), formLimit('/(public)/login', 'default')),
	'form, 12 MB, refused': async () => readForm(post('a=&'.repeat(4_000_000)), formLimit('/(public)/login', 'default')),
	'choice of 3,000 dwellings': async () =>
		postedValues(
			await formOf(
				'/(applicant)/my/apply/[notice]/dwellings',
				'default',
				post(fields(3_000, (n) => `place-${uuid(n)}`, '1'))
			)
		),
	'notice with 3,000 dwellings': async () =>
		parseForm(
			draftForm,
			await formOf('/(staff)/staff/notices/new', 'default', post(fields(2_900, () => 'dwellingIds', uuid(1))))
		),
	'rules, 2,000 fields': async () =>
		readRules(
			readEdited(
				await formOf(
					'/(staff)/staff/rules/[id]',
					'save',
					post(fields(1_999, (n) => `scoring.eviction.value.steps.${n}.points`, '1'))
				)
			)
		),
	'rules file, 5,000 keys': async () =>
		readRulesFile(
			`{${Array.from({ length: 5_000 }, (_, n) => `"key number ${n} of a file":{"a":1}`)
				.join(',')
				.slice(0, 256_000)}`.replace(/,[^,]*$/, '}')
		),
	'rules file, 60,000 keys': async () =>
		readRulesFile(`{${Array.from({ length: 60_000 }, (_, n) => `"${n}":1`).join(',')}}`),
	'rules file, 100,000 deep': async () => readRulesFile('['.repeat(100_000) + ']'.repeat(100_000)),
	'survey, 600 fields': async () => {
		const seen = encodeURIComponent(JSON.stringify({ route: Array.from({ length: 1_000 }, () => ({ a: 1 })) }));
		const pieces = fields(500, (n) => `route.${n % 100}.f${n}`, 'x'.repeat(80));
		const form = await formOf(
			'/(staff)/staff/buildings/[id]/survey',
			'survey',
			post(`pieces=1&seen=${seen}&${pieces}`)
		);
		return parseForm(surveyForm({ buildingId: 'x' }), form);
	},
	'check, 20 kB carried': async () => {
		const values = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`birth-${n}`, ['2000-01-01']]));
		const carried = encodeURIComponent(JSON.stringify({ format: 'check/1', values }));
		const body = `step=household&to=income&carried=${carried}&${fields(180, (n) => `birth-${n}`, '2000-01-01')}`;
		return readAll(readTurn(await formOf('/(public)/check', 'answer', post(body))).values);
	},
	'search, 100 parameters': async () => readFilter(new URLSearchParams('q=%25&'.repeat(100))),
	'upload of 10 MB': async () => {
		const body = Buffer.concat([
			Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'),
			Buffer.alloc(10 * 1024 * 1024, '\r\n-'),
			Buffer.from('\r\n--b--\r\n')
		]);
		const form = await formOf('/(staff)/staff/import', 'check', post(body, 'multipart/form-data; boundary=b'));
		return (form.get('file') as File).arrayBuffer();
	},
	'CSV, a line of 9 MB': csv('a'.repeat(9 * 1024 * 1024)),
	'CSV, a cell of 9 MB': csv(`codice_alloggio\n"${'a'.repeat(9 * 1024 * 1024)}"`),
	'CSV, 3 million cells in a line': csv(`codice_alloggio\n${';'.repeat(3_000_000)}`),
	'CSV, 2 million lines': csv(`codice_alloggio\n${'x\n'.repeat(2_000_000)}`),
	'signature of drand': async () => checkSignature(quicknet.hash, 1_000, '8f'.repeat(48)),
	'photograph of 59 million pixels': async () => preparePhotograph(picture),
	'photograph of 10 MB that is none': async () => preparePhotograph(new Uint8Array(10 * 1024 * 1024))
};

let longest = 0;
for (const [name, work] of Object.entries(worst)) {
	const runs = [];
	for (let run = 0; run < 5; run++) runs.push(await withLongestTurn(work));
	const found = runs.reduce((least, run) => (run.longest < least.longest ? run : least));
	longest = Math.max(longest, found.longest);
	process.stdout.write(`${name.padEnd(34)} ${found.total} ms, others waited ${found.longest} ms at most\n`);
}
process.stdout.write(`longest turn ${longest} ms\n`);
stopWorkers();
