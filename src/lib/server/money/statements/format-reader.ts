import type { BankFormat, Message } from '$lib/domain/bank/statement';

/** The facts of a file that are known once it has been read. */
export interface ReadFormat {
	readonly format: BankFormat;
	readonly message: Message | null;
}

/** Reads the bytes of one format. Both functions throw `Unreadable`. */
export interface FormatReader {
	write(bytes: Uint8Array): void;
	end(): ReadFormat;
}
