import { createHash } from 'node:crypto';
import { renderLongPdf } from '$lib/server/platform/pdf/render-pdf';
import { letterSheets } from '../../../src/routes/(staff)/staff/letters/print/letter-sheets';
import template from '../../../src/routes/(staff)/staff/letters/print/letters.typ?raw';
import { aLetter } from '../builders/letter';

// Prints 600 letters as the built server does, in parts and in threads, and says the hash of each file.

const frame = { title: 'Lettere', lang: 'it', createdAt: '2026-11-22T10:00:00.000Z' } as const;
const parts = Array.from({ length: 6 }, (_, part) =>
	Array.from({ length: 100 }, (_unused, index) => aLetter({ name: `Anna ${part * 100 + index} *Rossi*` }))
);
const made = await Promise.all(parts.map((letters) => renderLongPdf(template, letterSheets(letters), frame)));
const hashes = made.map((one) => (one.ok ? createHash('sha256').update(one.pdf).digest('hex') : one.problem));
process.stdout.write(JSON.stringify(hashes));
