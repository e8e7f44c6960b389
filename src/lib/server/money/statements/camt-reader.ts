import type { BankFile } from '$lib/domain/bank/bank-file';
import { CamtDocument } from '$lib/domain/bank/camt/camt-document';
import { Unreadable } from '$lib/domain/bank/unreadable';
import type { Decoder } from './decoders';
import type { FormatReader, ReadFormat } from './format-reader';
import { XmlReader } from './xml-reader';
import { encodingOf } from './xml-encoding';

const BLANKS: readonly number[] = [0x20, 0x09, 0x0d, 0x0a];
const LESS_THAN = 0x3c;

/** Reads a camt file, chunk by chunk. */
export class CamtReader implements FormatReader {
	private readonly document: CamtDocument;
	private readonly xml: XmlReader;
	private decoder: Decoder | null = null;
	private isXml = false;

	constructor(file: BankFile) {
		this.document = new CamtDocument(file);
		this.xml = new XmlReader(this.document);
	}

	write(bytes: Uint8Array): void {
		let own = bytes;
		if (!this.decoder) {
			const { decoder, skip } = encodingOf(bytes);
			this.decoder = decoder;
			own = bytes.subarray(skip);
		}
		this.checkBeginning(own);
		const { text, isWrong } = this.decoder.decode(own);
		this.xml.write(text);
		if (isWrong) this.xml.wrongByte();
	}

	end(): ReadFormat {
		if (!this.isXml) throw new Unreadable('format');
		if (this.decoder?.isCut && this.xml.isWhole) this.xml.wrongByte();
		this.xml.end();
		return { format: this.document.format!, message: this.document.header };
	}

	/** The first byte that is no blank must be `<`. */
	private checkBeginning(bytes: Uint8Array): void {
		if (this.isXml) return;
		const first = bytes.find((byte) => !BLANKS.includes(byte));
		if (first === undefined) return;
		if (first !== LESS_THAN) throw new Unreadable('format');
		this.isXml = true;
	}
}
