import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { OpenedElement } from '$lib/domain/bank/camt/camt-document';
import { Unreadable, type UnreadableCode } from '$lib/domain/bank/unreadable';

const DEEPEST = 64;
/** Characters of an attribute, or of the own text of an element. */
const LONGEST = 100_000;

const DOCTYPE = '<!DOCTYPE';
const NAME_OF_REFERENCE = /[A-Za-z0-9#]*(?:;|$)/y;
/** A reference that the next text may complete; longer ones go to the parser as they are. */
const CUT_REFERENCE = /&[A-Za-z0-9#]{0,60}$/;

/**
 * States of the parser, from its source: it has no event for what they tell. Its version is fixed in package.json, and
 * tests/unit/cli/bank-unreadable.test.ts fails where another version has other states.
 */
const STATE = { doctype: 2, entity: 14, comments: [17, 18, 19], instructions: [23, 24, 25, 26] } as const;
const SKIPPED: readonly number[] = [...STATE.comments, ...STATE.instructions];

/** Gets the elements of a document as they pass. */
interface Listener {
	open(element: OpenedElement): void;
	text(piece: string): void;
	close(): void;
}

/**
 * Reads XML piece by piece, and refuses what is not well formed, and what is made to hurt its reader: document types
 * (so no entity expands), depth, length. Comments and processing instructions are dropped.
 */
export class XmlReader {
	private readonly parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
	/** For each open element, the characters of its own text. */
	private readonly sizes: number[] = [];
	private hasRoot = false;
	private line = 1;
	/** The end of the text so far, where it may be half of something. */
	private held = '';

	constructor(private readonly listener: Listener) {
		this.parser.on('error', () => this.refuse(this.parser['state'] === STATE.doctype ? 'doctype' : 'not-xml'));
		this.parser.on('opentagstart', () => this.begin());
		this.parser.on('attribute', ({ value }) => this.measure(value.length));
		this.parser.on('opentag', (tag) => this.open(tag));
		this.parser.on('text', (piece) => this.text(piece));
		this.parser.on('cdata', (piece) => this.text(piece));
		this.parser.on('closetag', () => this.close());
	}

	/** @throws Unreadable */
	write(text: string): void {
		const all = this.held + text;
		const end = all.length - lengthOfHalf(all);
		this.held = all.slice(end);
		this.pass(all.slice(0, end));
	}

	/** After the text before a byte that is none of the encoding. */
	wrongByte(): never {
		this.pass(this.held);
		return this.refuse('encoding');
	}

	/** Whether the root has ended. */
	get isWhole(): boolean {
		return this.hasRoot && this.sizes.length === 0;
	}

	/** @throws Unreadable */
	end(): void {
		this.pass(this.held);
		if (this.isWhole) this.parser.close();
		else this.refuse(this.parser['state'] === STATE.entity ? 'not-xml' : 'truncated');
	}

	/** Stops after each `&` and `<!DOCTYPE`, whose lines the parser would not tell. */
	private pass(text: string): void {
		let from = 0;
		for (const { 0: mark, index } of text.matchAll(/&|<!DOCTYPE/g)) {
			const to = index + mark.length;
			this.parse(text.slice(from, to));
			from = to;
			if (this.parser['state'] === STATE.doctype) this.refuse('doctype');
			NAME_OF_REFERENCE.lastIndex = to;
			if (this.parser['state'] === STATE.entity && !NAME_OF_REFERENCE.test(text)) this.refuse('not-xml');
		}
		this.parse(text.slice(from));
	}

	private parse(text: string): void {
		if (text === '') return;
		this.parser.write(text);
		// The parser collects a text, a comment or a name until it ends, however long.
		if (SKIPPED.includes(this.parser['state'])) this.parser['text'] = '';
		this.measure(this.parser['text'].length);
		this.measure(this.parser['name'].length);
		if (this.parser['entity'].length > LONGEST) this.refuse('not-xml');
	}

	private begin(): void {
		const { line, column } = this.parser;
		// The character after the name has been read already, and may be the end of the line.
		this.line = column === 0 ? line - 1 : line;
		this.hasRoot = true;
		if (this.sizes.push(0) > DEEPEST) this.refuse('too-deep', this.line);
	}

	private open(tag: SaxesTagNS): void {
		keepNamespacesAsWritten(tag);
		const { local: name, uri: namespace, attributes } = tag;
		this.listener.open({ name, namespace, currency: attributes['Ccy']?.value, line: this.line });
	}

	private text(piece: string): void {
		const top = this.sizes.length - 1;
		if (top < 0) return;
		this.measure(piece.length);
		// Blanks between the children of an element are no text of it: a statement has as many as it has entries.
		if (/[^ \t\r\n]/.test(piece)) this.measure((this.sizes[top]! += piece.length));
		this.listener.text(piece);
	}

	private close(): void {
		this.sizes.pop();
		this.listener.close();
	}

	private measure(length: number): void {
		if (length > LONGEST) this.refuse('too-large');
	}

	private refuse(code: UnreadableCode, line = this.parser.line): never {
		throw new Unreadable(code, line);
	}
}

/** The length at the end of a text that may be half of a reference, or of `<!DOCTYPE`. */
function lengthOfHalf(text: string): number {
	for (let length = DOCTYPE.length - 1; length > 0; length -= 1) {
		if (text.endsWith(DOCTYPE.slice(0, length))) return length;
	}
	return CUT_REFERENCE.exec(text.slice(-64))?.[0].length ?? 0;
}

/** The parser trims the names of namespaces. With a blank at its end, a name is another name. */
function keepNamespacesAsWritten(tag: SaxesTagNS): void {
	for (const key in tag.attributes) {
		const { name, prefix, local, value } = tag.attributes[key]!;
		if (name !== 'xmlns' && prefix !== 'xmlns') continue;
		const own = name === 'xmlns' ? '' : local;
		if (tag.ns) tag.ns[own] = value;
		if (tag.prefix === own) tag.uri = value;
	}
}
