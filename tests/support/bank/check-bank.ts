import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultCode, Place } from '$lib/domain/bank/faults';
import type { Entry, Message, Statement } from '$lib/domain/bank/statement';
import { call } from '../call-command';

type Side = { readonly count: number; readonly cents: number };

/** The object that `bank check` prints. */
export interface Printed {
	readonly format: string;
	readonly sha256: string;
	readonly message: Message | null;
	readonly statements: readonly (Omit<Statement, 'credits' | 'debits'> & {
		readonly credits: Side;
		readonly debits: Side;
		readonly entries: readonly Entry[];
	})[];
	readonly faults: readonly (Place & {
		readonly code: FaultCode;
		readonly line: number | null;
		readonly sentence: string;
	})[];
}

/** Runs `bank check` on a file of this content. */
export async function checkBank(content: string | Uint8Array) {
	const folder = mkdtempSync(join(tmpdir(), 'bank-'));
	try {
		writeFileSync(join(folder, 'file'), content);
		const { code, out, err } = await call('bank', 'check', join(folder, 'file'));
		return { exit: code, out, err, printed: out === '' ? null : (JSON.parse(out) as Printed) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The same for a file that can be read. */
export async function readBank(content: string | Uint8Array): Promise<Printed> {
	const { printed, err } = await checkBank(content);
	if (!printed) throw new Error(err);
	return printed;
}

/** The code of standard error, and the line it names. */
export async function refusalOf(content: string | Uint8Array): Promise<{ code: string; line: number | null }> {
	const { exit, out, err } = await checkBank(content);
	const [, code, line] = /^bank: ([a-z-]+): (?:riga (\d+): )?\S[^\n]*\n$/.exec(err) ?? [];
	if (exit !== 2 || out !== '' || code === undefined) throw new Error(`exit ${exit}: ${err}${out}`);
	return { code, line: line === undefined ? null : Number(line) };
}

/** Each fault as `code statement.entry.part`, with `-` for null. */
export const saidIn = ({ faults }: Printed): string[] =>
	faults.map(
		({ code, statement, entry, part }) => `${code} ${[statement, entry, part].map((n) => n ?? '-').join('.')}`
	);
