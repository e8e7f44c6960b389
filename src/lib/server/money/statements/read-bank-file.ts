import { BankFile, type BankFileSink } from '$lib/domain/bank/bank-file';
import { CamtReader } from './camt-reader';
import { FileBytes } from './file-bytes';
import type { FormatReader, ReadFormat } from './format-reader';
import { RhReader } from './rh-reader';

const RH = [0x20, 0x52, 0x48];

/**
 * Reads a file of a bank once, in flat memory, and passes on what it holds.
 * @throws Unreadable where nothing may be taken from the file, also of what was passed on before
 */
export function readBankFile(path: string, sink: BankFileSink): ReadFormat & { sha256: string } {
	const bytes = new FileBytes(path);
	const file = new BankFile(sink);
	let reader: FormatReader | null = null;
	for (const chunk of bytes.chunks()) {
		reader ??= RH.every((byte, at) => chunk[at] === byte) ? new RhReader(file) : new CamtReader(file);
		reader.write(chunk);
	}
	const read = (reader ?? new CamtReader(file)).end();
	return { ...read, sha256: bytes.sha256() };
}
