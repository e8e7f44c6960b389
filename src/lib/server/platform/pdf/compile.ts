import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Locale } from '$lib/paraglide/runtime';
import { compiler } from './compiler';
import frame from './frame.typ?raw';
import { unprintableIn, without } from './unprintable';

/** What a document says about itself. `createdAt` is its date: the same input gives the same bytes. */
export type Frame = { readonly title: string; readonly lang: Locale; readonly createdAt: Instant };

/** A template of Typst, and the data that it reads as `d`. Plain data, so that it can travel to a thread. */
export type Sheet = { readonly template: string; readonly data: object; readonly frame: Frame };

/** Where a sign is replaced, its neighbours are shaped anew, and may lack a glyph in turn. */
const TRIES = 10;

/**
 * Makes a PDF/UA-1: tagged, with a title and a language, so that a screen reader reads it. What no font can draw becomes
 * `□`. Throws NoCompiler, or Typst's own words where the template is wrong.
 */
export async function compile(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
	const typst = await compiler();
	try {
		return new Uint8Array(drawn(typst, sheet));
	} finally {
		// Otherwise what people wrote stays in the memory of the process.
		typst.evictCache(0);
	}
}

function drawn(typst: NodeCompiler, { template, data, frame: { createdAt, ...about } }: Sheet): Buffer {
	const options = { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(createdAt) / 1_000) };
	let inputs = { data: jsonOf(data), frame: jsonOf(about) };
	for (let tries = 1; ; tries += 1) {
		try {
			return typst.pdf({ mainFileContent: `${frame}\n${template}`, inputs }, options);
		} catch (problem) {
			const unprintable = unprintableIn(problem instanceof Error ? problem.message : '');
			if (unprintable.length === 0 || tries === TRIES) throw problem;
			inputs = { data: without(inputs.data, unprintable), frame: without(inputs.frame, unprintable) };
		}
	}
}

/** Half of a pair of code units is no text in JSON for Typst. */
const jsonOf = (data: object) =>
	JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
