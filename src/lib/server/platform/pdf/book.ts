import type { Locale } from '$lib/paraglide/runtime';
import template from './book.typ?raw';
import { renderLongPdf, type Rendered } from './render-pdf';
import type { Frame } from './compile';

type Pair = { readonly label: string; readonly value: string };
/** `widths`: how the columns share the width of the sheet. Every row has a cell for each column. */
type Table = {
	readonly head: readonly string[];
	readonly widths: readonly number[];
	readonly rows: readonly (readonly string[])[];
};

/** A piece of a chapter. A heading of level 4 stands under one of level 3. Paragraphs are lists of lines. */
export type Piece =
	| { readonly heading: string; readonly level: 3 | 4 }
	| { readonly pairs: readonly Pair[] }
	| { readonly table: Table }
	| { readonly paragraphs: readonly (readonly string[])[]; readonly lang: Locale };

export type Chapter = { readonly title: string; readonly pieces: readonly Piece[] };

/** What the template of a book reads; every word is in the language of the document. */
export type Book = {
	readonly agency: { readonly name: string; readonly lines: readonly string[] };
	readonly title: string;
	/** Says that the household is invented; null for a true one. */
	readonly synthetic: string | null;
	readonly lead: readonly string[];
	readonly chapters: readonly Chapter[];
	/** Printed at the foot of every page. */
	readonly foot: string;
	/** Printed pale across every page: for whom a copy is. Null where there is no such mark. */
	readonly across: string | null;
};

/** A book of chapters as a PDF/UA-1, made in a thread of its own. */
export const renderBook = (book: Book, frame: Omit<Frame, 'title'>): Promise<Rendered> =>
	renderLongPdf(template, book, { ...frame, title: book.title });

/** A text that a person or an office wrote, as paragraphs of lines. */
export const asParagraphs = (text: string): string[][] =>
	text
		.trim()
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.split('\n'));
